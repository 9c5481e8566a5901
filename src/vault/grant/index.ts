export {
  type AccessApproved,
  accessApprovedSchema,
  type PassGiven,
  passGivenSchema,
} from "./act.ts";
export {
  type Contact,
  type Grant,
  openingGrants,
  type Seal,
  ticketGrantDaysMax,
  topicOf,
} from "./grant.ts";
export { approvalChallenge, isApprovedByPasskey } from "./passkey-answer.ts";
