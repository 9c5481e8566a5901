export { devicesPath, SessionsPage, sessionsPath } from "./sessions.tsx";
export { SignInPage, type SignInPageProps } from "./sign-in.tsx";
export { ChoosePage, SentPage, SignUpPage } from "./sign-up.tsx";
export { StepUpPage, type StepUpPageProps } from "./step-up.tsx";
