/** By what another slice knows how a session stands, and the account that it is of. */
export { requireUnlocked } from "./change/index.ts";
export {
  endedSince,
  NotSignedIn,
  StepUpNeeded,
  stillOpen,
} from "./session/index.ts";
