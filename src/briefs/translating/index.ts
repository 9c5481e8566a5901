export {
  saveTranslation,
  type TranslationLine,
  translationLineSchema,
} from "./saving.ts";
export { translationsOf } from "./store.ts";
