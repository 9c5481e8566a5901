export { attestAsking, type Call, insertCall, saveAlias } from "./call/index.ts";
export { answerLeg, approveCall, beginLeg, hear } from "./calling/index.ts";
export { startEnding } from "./ending/index.ts";
export { callsEventKinds } from "./events.ts";
export { callsJobs } from "./jobs.ts";
export { isOnCall } from "./leg/index.ts";
export { type Calls, openCalls } from "./open.ts";
export { callsRoutes } from "./routes.ts";
export { eraseCalls } from "./store.ts";
