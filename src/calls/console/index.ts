export { type ConsoleRoutesOptions, consoleRoutes } from "./routes-console.ts";
