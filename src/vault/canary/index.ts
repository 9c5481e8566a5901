export { canariesCommands, type ReachCanaries } from "./commands.ts";
export { decoyKey } from "./desk.ts";
export { canaryJobs } from "./jobs.ts";
export { decoyRoutes } from "./routes-decoys.ts";
