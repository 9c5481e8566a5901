export { DirectoryChanges } from "./directory-changes.ts";
export { directoryJobs } from "./jobs.ts";
export { proposeCommand } from "./propose-command.ts";
export { directoryChangeRoutes } from "./routes-directory-changes.ts";
