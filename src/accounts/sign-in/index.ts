export { backPath, home, wayOn } from "./back.ts";
export { signInEventKinds } from "./events.ts";
export { sessionRoutes } from "./routes-sessions.ts";
export { showSignIn, signInRoutes } from "./routes-sign-in.ts";
export { chooseRoutes, signUpRoutes } from "./routes-sign-up.ts";
export { keepDevice, startSession } from "./routes-start.ts";
export { showStepUp, stepUpRoutes } from "./routes-step-up.ts";
export { forgetLapsed, openAccount, openSignUp, type SignUp } from "./sign-up.ts";
