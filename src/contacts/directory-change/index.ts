export { DirectoryChanges } from "./directory-changes.ts";
export { directoryChangeRoutes } from "./routes-directory-changes.ts";
