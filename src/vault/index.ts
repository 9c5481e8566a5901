export type { AccessRules, VaultDesk } from "./desk.ts";
export { vaultEventKinds, vaultReleaseKinds } from "./events.ts";
export { openVault, type Vault } from "./open.ts";
export { eraseRecord } from "./record/index.ts";
export { vaultPermits } from "./reveal/index.ts";
export { vaultRoutes } from "./routes.ts";
