export { seal, unseal } from "./cipher.ts";
export type { Reach } from "./command-context.ts";
export { keysCommands } from "./commands.ts";
export type { KeyEncryption } from "./key-encryption.ts";
export type {
  Encrypted,
  Evidence,
  FieldTest,
  Keykeeper,
  ReplaceRequest,
  TestRequest,
} from "./keykeeper.ts";
export { Keyring } from "./keyring.ts";
export { type FieldKind, indexBitsOf, normalForm } from "./kind.ts";
export { keykeeperFiles, LocalKeykeeper } from "./local-keykeeper.ts";
export { type OpenedKeykeeper, openKeykeeper } from "./open.ts";
export type { Asked, Permit, PermittingEvent } from "./permit.ts";
export { keysSettings } from "./settings.ts";
export { shreddedReplayer } from "./shredding.ts";
export { holdUnshredded, shreddedAt } from "./store.ts";
