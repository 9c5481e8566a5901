export { addKnownLeak } from "./bluff/index.ts";
export { type RunTrace, runNext } from "./case/index.ts";
export { traceCommands } from "./commands.ts";
export { traceEventKinds } from "./events.ts";
export { openTracing, type Tracing } from "./open.ts";
export { tracePermits } from "./permits.ts";
export type { TraceResult } from "./result.ts";
export { takesSample, tracingRoutes } from "./routes.ts";
export {
  type ScopeCertificate,
  scopeCertificateIn,
  scopeEventKinds,
  scopeSigningApproval,
} from "./scope/index.ts";
export { startTracing } from "./start.ts";
