export { devicesPath, SessionsPage, sessionsPath } from "./sessions.tsx";
export { SignInPage } from "./sign-in.tsx";
export { ChoosePage, SentPage, SignUpPage } from "./sign-up.tsx";
export { StepUpPage } from "./step-up.tsx";
