import type { RunTrace } from "./case/index.ts";
import type { TraceDesk } from "./desk.ts";

/** The slice, opened: what its routes and its worker work with. */
export type Tracing = { desk: TraceDesk; run: RunTrace };

export function openTracing(desk: TraceDesk, run: RunTrace = notYet): Tracing {
  return { desk, run };
}

const notYet: RunTrace = async () => {
  throw new Error("the parts of a trace aren't put together");
};
