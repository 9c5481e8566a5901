export { type Comparison, compareLetters } from "./compare.ts";
export type { FreshLine, Letter } from "./line.ts";
