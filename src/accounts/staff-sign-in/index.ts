export { addPasskeyRoutes } from "./routes-add-passkey.ts";
export { registerRoutes } from "./routes-register.ts";
export { staffHomeRoutes } from "./routes-staff-home.ts";
export { staffSignInRoutes } from "./routes-staff-sign-in.ts";
export { staffStepUpRoutes } from "./routes-staff-step-up.ts";
