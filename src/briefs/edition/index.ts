export { composeEdition, isShown, type Material, shownClaims } from "./compose.ts";
export { lostLanguages } from "./correcting.ts";
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
  hashOfEdition,
  parseEdition,
  printEdition,
  type TranslatedSentences,
} from "./file.ts";
export { type EditionObjection, objectionsTo } from "./objecting.ts";
export { saveDraft } from "./saving.ts";
export { disputedQuestions, lastDraft, lastDraftNumber } from "./store.ts";
export { wordsOfClaim, wordsOfDate, wordsOfName } from "./words.ts";
