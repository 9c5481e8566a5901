export { inPlainWords, misfitIn } from "./misfit.ts";
export { momentIn, readFileWords, readWords } from "./words.ts";
