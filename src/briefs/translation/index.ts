export { checkTranslation } from "./check.ts";
export { languages, type TranslationLanguage } from "./tongues.ts";
