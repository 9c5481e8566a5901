export { briefsCommands } from "./commands.ts";
export { findContradictions, type Stated } from "./contradiction/index.ts";
export { editorRoutes, takesSourceFile } from "./editor/index.ts";
export { briefsEventKinds } from "./events.ts";
export { groupOrigins } from "./origin/index.ts";
export { publicationApproval } from "./publishing/index.ts";
export { briefsRoutes } from "./routes.ts";
