export {
  composeEdition,
  isShown,
  type Material,
  type Published,
  shownClaims,
} from "./compose.ts";
export {
  type DraftLine,
  draftLineSchema,
  type Written,
  written,
  writtenSections,
} from "./draft.ts";
export {
  type Body,
  type Edition,
  editionBytesMax,
  hashOfEdition,
  parseEdition,
  printEdition,
  type Sentence,
  type ShownClaim,
  type ShownSource,
  type TranslatedSentences,
  type Withdrawal,
} from "./file.ts";
export { type EditionObjection, objectionsTo } from "./objecting.ts";
export { saveDraft } from "./saving.ts";
export { disputedQuestions, lastDraft } from "./store.ts";
export { wordsOfClaim, wordsOfDate, wordsOfName } from "./words.ts";
