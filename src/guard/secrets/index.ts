export type { Pending } from "./asked.ts";
export { type Removal, removeSecrets, type SecretContext } from "./remove.ts";
export { placeholderOf, type Secret, type SecretType, secretTypes } from "./secret.ts";
