export {
  checkAsked,
  checkPlain,
  checkSentence,
  checkWords,
  type Section,
  sections,
} from "./check.ts";
export { namesIn } from "./names.ts";
export { type Objection, wordsOfObjection } from "./objection.ts";
