export { deviceRoutes } from "./routes-device.ts";
export { passwordSignInRoutes } from "./routes-sign-in.ts";
export { passwordSignUpRoutes } from "./routes-sign-up.ts";
export { stepUpCodeRoutes } from "./routes-step-up-code.ts";
