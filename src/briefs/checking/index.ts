export { checkBrief, type Findings, sourcesBehind } from "./check.ts";
