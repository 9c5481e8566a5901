export type { KeyEncryption } from "./key-encryption.ts";
export { Keyring } from "./keyring.ts";
