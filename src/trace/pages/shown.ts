import type { Id } from "#platform";
import type { Pseudonyms, Trace } from "../case/index.ts";
import type { TraceResult } from "../result.ts";

/** What a trace found, as its pages show it: who is who stands in `called`, and in `names` whose name this viewer opened. */
export type Shown = {
  trace: Trace;
  result: TraceResult;
  called: Pseudonyms;
  names: ReadonlyMap<Id<"staff">, string>;
};
