export { LogPage } from "./log.tsx";
export { VerifyPage } from "./verify.tsx";
