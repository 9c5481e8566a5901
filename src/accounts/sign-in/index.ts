export { backPath, home, wayOn } from "./back.ts";
export { signedIn, signedOut, signInEventKinds } from "./events.ts";
export { sessionRoutes } from "./routes-sessions.ts";
export { showSignIn, signInRoutes } from "./routes-sign-in.ts";
export { chooseRoutes, signUpRoutes } from "./routes-sign-up.ts";
export { keepDevice, signInByPasskey, startSession } from "./routes-start.ts";
export { showStepUp, stepUpRoutes } from "./routes-step-up.ts";
export { emailIndex, forgetLapsed, openAccount, openSignUp, type SignUp } from "./sign-up.ts";
