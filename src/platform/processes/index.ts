export { type ScheduledJob, startJobs } from "../jobs.ts";
export { type Confinement, packageFolders, runConfined } from "./confined.ts";
export { forEach } from "./for-each.ts";
export { type Limits, runLimited } from "./limited.ts";
export { outliveDatabase } from "./outlive.ts";
export { Output } from "./output.ts";
export { type Repeating, repeat } from "./repeat.ts";
