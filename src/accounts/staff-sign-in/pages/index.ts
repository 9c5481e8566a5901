export { HomePage, SessionsPage } from "./home.tsx";
export { AddPasskeyPage, RegisterPage, SignInPage, StepUpPage } from "./sign-in.tsx";
