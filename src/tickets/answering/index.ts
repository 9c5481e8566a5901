export {
  mergeInto,
  type Reply,
  reply,
  setPriority,
  setStatus,
  setTags,
  ticketFor,
  transfer,
} from "./answering.ts";
export { AnsweredMeanwhile } from "./refusals.ts";
export { askForRelease, releaseApproval, type StoppedAnswer, stoppedAnswers } from "./release.ts";
