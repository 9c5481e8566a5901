export { chanceOfTouch, looksUntil } from "./chance.ts";
export { canariesCommands, type ReachCanaries } from "./commands.ts";
export { type CanaryDesk, decoyKey } from "./desk.ts";
export { canaryJobs } from "./jobs.ts";
export { decoyRoutes } from "./routes-decoys.ts";
