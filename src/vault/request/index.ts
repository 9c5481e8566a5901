export { askClient, contactNow } from "./asking.ts";
export {
  type ContactNow,
  expected,
  expectedIfApproved,
  isGranted,
  purposesOf,
} from "./expected.ts";
export { fieldsIn } from "./messages.ts";
export { NoClientContact } from "./refusals.ts";
export { type AccessRequest, isAnswerOpen } from "./request.ts";
export { requestLines, requestRoutes } from "./routes-request.ts";
export { contactOf, endRequests } from "./store.ts";
