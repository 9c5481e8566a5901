import type { TraceResult } from "../result.ts";

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** A result as its case keeps it: JSON, in UTF-8. */
export function printResult(result: TraceResult): Buffer {
  return Buffer.from(JSON.stringify(result));
}

/** What `printResult` printed: moments are dates again. */
export function readResult(bytes: Buffer): TraceResult {
  return JSON.parse(bytes.toString(), (_, value: unknown) =>
    typeof value === "string" && moment.test(value) ? new Date(value) : value,
  ) as TraceResult;
}
