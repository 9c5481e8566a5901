export { wordList } from "./list.ts";
export { drawWords, spoken } from "./words.ts";
