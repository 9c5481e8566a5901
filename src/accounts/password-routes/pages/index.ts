export { AnsweredPage, DevicePage } from "./device.tsx";
export { PasswordSignUpPage } from "./sign-up.tsx";
export { CodePage, WaitingPage } from "./steps.tsx";
