export { catalogue, english, type Language, languages, type Say } from "./catalogue.ts";
export { chooseLanguage } from "./choose.ts";
export { englishPseudo } from "./pseudo.ts";
