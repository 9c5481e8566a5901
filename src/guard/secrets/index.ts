export { lastAsked } from "./asked.ts";
export { removeSecrets, type SecretContext } from "./remove.ts";
export { placeholderOf, type Secret, type SecretType } from "./secret.ts";
