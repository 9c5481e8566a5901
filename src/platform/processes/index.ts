export { type ScheduledJob, startJobs } from "../jobs.ts";
export { type Confinement, packageFolders, runConfined } from "./confined.ts";
export { type Limits, runLimited } from "./limited.ts";
