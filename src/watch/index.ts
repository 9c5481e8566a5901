export { watchEventKinds } from "./events.ts";
export { watchJobs } from "./jobs.ts";
export { openWatch, type Watch } from "./open.ts";
export { watchRoutes } from "./routes.ts";
export { watchSettings } from "./settings.ts";
export { startWatching } from "./start.ts";
