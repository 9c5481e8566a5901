export { catalogue, english, type Language, languages, problemSentences } from "./catalogue.ts";
export { chooseLanguage } from "./choose.ts";
export { englishPseudo } from "./pseudo.ts";
