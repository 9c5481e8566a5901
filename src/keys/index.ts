export type { KeyEncryption } from "./key-encryption.ts";
export type { Keykeeper } from "./keykeeper.ts";
export { Keyring } from "./keyring.ts";
export { keykeeperFiles, LocalKeykeeper } from "./local-keykeeper.ts";
export type { Permit } from "./permit.ts";
