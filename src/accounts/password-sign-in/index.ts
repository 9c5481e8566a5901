export { clientByPassword, indexOf } from "./first-factor.ts";
export { SignIns } from "./routes-sign-in-cookie.ts";
export { proveSecond, type Second, SignInOver, takeCodeAttempt } from "./second-factor.ts";
export type { SignIn } from "./sign-in.ts";
export {
  awaitDevice,
  endAllSignIns,
  endSignIn,
  forgetSignIns,
  openSignIn,
  pendingChallenges,
} from "./store.ts";
