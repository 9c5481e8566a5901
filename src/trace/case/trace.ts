import { createHash } from "node:crypto";
import { type Id, idBytes, idFrom } from "#platform";

export const reasonLetters = { min: 10, max: 1_000 } as const;

/** What a trace does, in this order. */
export const traceSteps = [
  "reading",
  "resolving",
  "attributing",
  "dating",
  "judging",
  "scoping",
] as const;
export type TraceStep = (typeof traceSteps)[number];

export type Failure = "failed" | "interrupted";

export type TraceState =
  /** It was read, and somebody says what its columns are. */
  | { is: "columns" }
  | { is: "waiting"; since: Date }
  | { is: "running"; since: Date; step: TraceStep }
  | { is: "done"; at: Date }
  | { is: "failed"; at: Date; failure: Failure }
  | { is: "shredded"; at: Date; by: Id<"staff">; reason: string };

/** Who began a trace: an analyst, or one of the firm's own systems. */
export type Beginner = { is: "staff"; id: Id<"staff"> } | { is: "machine"; key: Id<"apikey"> };

/** A leaked sample that is looked into, without anything that stands in it. */
export type Trace = {
  id: Id<"trace">;
  begunAt: Date;
  by: Beginner;
  before: Date;
  why: string;
  format: string;
  rows: number;
  bad: number;
  bytes: number;
  /** Of what was given, by the case's own key: see `sampleDigest`. */
  digest: Uint8Array;
  changedAt: Date;
  state: TraceState;
};

/**
 * Whose keys a case's are, at the keykeeper: nobody. The id carries the trace's time and 74 bits of a hash of it, so that no
 * trace can be made whose keys are a client's.
 */
export function ownClientOf(trace: Id<"trace">): Id<"client"> {
  const own = idBytes(trace);
  const bytes = createHash("sha256").update("holdfast/trace/client/1\0").update(own).digest();
  bytes.set(own.subarray(0, 6));
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString("hex", 0, 16);
  return idFrom("client", hex);
}
