export {
  addAuthenticator,
  beginSetUp,
  CodeRefused,
  firstStep,
  readSetUp,
  type SetUp,
  takeCode,
} from "./authenticator.ts";
export {
  changeAuthenticator,
  NoSuchAuthenticator,
  removeAuthenticator,
  TooManyAuthenticators,
} from "./change-authenticator.ts";
export { digitsIn, keyAddress } from "./code.ts";
export { KeySealing } from "./key-sealing.ts";
