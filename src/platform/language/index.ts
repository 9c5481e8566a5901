export {
  catalogue,
  english,
  type Language,
  languages,
  problemSentences,
  type Say,
} from "./catalogue.ts";
export { chooseLanguage } from "./choose.ts";
export { englishPseudo } from "./pseudo.ts";
