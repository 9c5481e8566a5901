export type { Column } from "./columns.ts";
export { limits as sampleLimits } from "./limits.ts";
export { type Meaning, meaningOf, meaningWords, wordOf } from "./meaning.ts";
export { readSample, type Sample } from "./sample.ts";
