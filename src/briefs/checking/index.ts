export { checkBrief, type Findings, sourcesBehind } from "./check.ts";
export { wordsOfPosition } from "./wording.ts";
