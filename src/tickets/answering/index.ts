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
export { askForRelease, releaseApproval } from "./release.ts";
