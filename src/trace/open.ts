import type { RunTrace } from "./case/index.ts";
import type { TraceDesk } from "./desk.ts";
import { runTrace } from "./tracing.ts";

/** The slice, opened: what its routes and its worker work with. */
export type Tracing = { desk: TraceDesk; run: RunTrace };

/** @param run what the worker does with a trace whose turn it is */
export function openTracing(desk: TraceDesk, run: RunTrace = runTrace): Tracing {
  return { desk, run };
}
