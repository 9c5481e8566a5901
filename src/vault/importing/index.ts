export { importCommand, type ReachImport } from "./import-command.ts";
export { importFile } from "./import-file.ts";
export { importLines, isImported } from "./importing.ts";
export { type ClientLine, readClientLine } from "./line.ts";
export { referenceOf } from "./reference.ts";
export { importRoutes } from "./routes-import.ts";
export { insertClients } from "./store.ts";
export type { ImportDesk } from "./targets.ts";
