export { DeskHistory } from "./desk-history.ts";
export { fillRecords } from "./records.ts";
export { hasClients } from "./store.ts";
