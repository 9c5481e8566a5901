export {
  AuthenticatorNeeded,
  changePassword,
  keepPassword,
  requireStrong,
  WeakPassword,
  WrongCurrentPassword,
} from "./change-password.ts";
export { PasswordHasher, TooBusy } from "./hashing.ts";
export { AddressField, PasswordField } from "./pages/index.ts";
export { problemSentence } from "./problem-sentence.ts";
export { passwordRoutes, passwordScript } from "./routes-password.ts";
export { insertPassword, passwordOf, rehashPassword } from "./store.ts";
export { charactersMax, charactersMin, type Weakness, weaknessOf } from "./strength.ts";
