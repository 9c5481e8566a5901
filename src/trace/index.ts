export { traceCommands } from "./commands.ts";
