export { clientByPassword, indexOf, WrongPassword } from "./first-factor.ts";
export { SignIns } from "./routes-sign-in-cookie.ts";
export { proveSecond, type Second, SignInOver, takeCodeAttempt } from "./second-factor.ts";
export { attemptsMax, type SignIn, type Stage } from "./sign-in.ts";
export {
  awaitDevice,
  endAllSignIns,
  endSignIn,
  endSignIns,
  forgetSignIns,
  openSignIn,
  pendingChallenges,
} from "./store.ts";
