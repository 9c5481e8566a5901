export type { AccessRules, VaultDesk } from "./desk.ts";
export type { Doubt, DoubtListener } from "./doubt/index.ts";
export { vaultEventKinds, vaultReleaseKinds } from "./events.ts";
export { type Freeze, Freezes, type Freezing, openFreezes } from "./freeze/index.ts";
export { importCommand, importFile, type ReachImport } from "./importing/index.ts";
export { openVault, type Vault } from "./open.ts";
export { eraseRecord } from "./record/index.ts";
export { type Look, vaultPermits } from "./reveal/index.ts";
export { vaultRoutes } from "./routes.ts";
