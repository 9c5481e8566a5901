export { draftEdition, prepareEdition, prepareWithdrawal } from "./preparing.ts";
export { askPublication, isAsked, publicationApproval } from "./publishing.ts";
export { BriefBlocked, EditionUnknown } from "./refusals.ts";
export {
  bodyOf,
  editionDates,
  lastEditions,
  type Prepared,
  type PublishedEdition,
  preparedById,
  publishedEdition,
  waitingEditions,
} from "./store.ts";
export { verifyBrief } from "./verifying.ts";
