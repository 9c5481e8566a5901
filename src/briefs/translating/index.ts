export {
  saveTranslation,
  type TranslationLine,
  translationLineSchema,
} from "./saving.ts";
export { type Translation, translationsOf } from "./store.ts";
