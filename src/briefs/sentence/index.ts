export { checkAsked, checkSentence, checkWords, type Section, sections } from "./check.ts";
export { type Objection, wordsOfObjection } from "./objection.ts";
