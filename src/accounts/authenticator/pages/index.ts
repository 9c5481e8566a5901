export { AuthenticatorPage, authenticatorPath } from "./authenticator.tsx";
export { CodeField, SetUpFields, type ShownSetUp, StepUpCodeForm } from "./set-up.tsx";
