export { checkSentence, type Section, sections } from "./check.ts";
export { wordsOfObjection } from "./objection.ts";
