export { briefsCommands } from "./commands.ts";
export { findContradictions, type Stated } from "./contradiction/index.ts";
export { briefsEventKinds } from "./events.ts";
export { groupOrigins } from "./origin/index.ts";
