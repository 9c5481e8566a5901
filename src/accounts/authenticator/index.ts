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
export { CodeField, SetUpFields, type ShownSetUp, StepUpCodeForm } from "./pages/index.ts";
export { authenticatorRoutes } from "./routes-authenticator.ts";
export { SetUpOver, setUpIn, shownSetUp } from "./routes-set-up.ts";
