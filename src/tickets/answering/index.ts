export {
  isFor,
  isReachable,
  type Reply,
  reply,
  setPriority,
  setStatus,
  setTags,
  ticketFor,
  transfer,
} from "./answering.ts";
export { mergedInto, mergeInto, takeApart } from "./merging.ts";
export { AnsweredMeanwhile } from "./refusals.ts";
export { askForRelease, releaseApproval, type StoppedAnswer, stoppedAnswers } from "./release.ts";
