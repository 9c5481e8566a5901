export {
  AuthenticatorNeeded,
  changePassword,
  keepPassword,
  requireStrong,
  WeakPassword,
  WrongCurrentPassword,
} from "./change-password.ts";
export { PasswordHasher, TooBusy } from "./hashing.ts";
export { insertPassword, passwordOf, rehashPassword } from "./store.ts";
export { charactersMax, charactersMin, type Weakness, weaknessOf } from "./strength.ts";
