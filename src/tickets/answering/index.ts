export {
  isFor,
  isReachable,
  reply,
  setPriority,
  setStatus,
  setTags,
  ticketFor,
  transfer,
} from "./answering.ts";
export { mergedInto, mergeInto, takeApart } from "./merging.ts";
export { askForRelease, releaseApproval, type StoppedAnswer, stoppedAnswers } from "./release.ts";
