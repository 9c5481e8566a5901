export {
  addAuthenticator,
  CodeRefused,
  firstStep,
  type SetUp,
  SetUpOver,
  takeCode,
} from "./authenticator.ts";
export { KeySealing } from "./key-sealing.ts";
export { CodeField, SetUpFields, type ShownSetUp, StepUpCodeForm } from "./pages/index.ts";
export { authenticatorRoutes } from "./routes-authenticator.ts";
export { setUpIn, shownSetUp } from "./routes-set-up.ts";
