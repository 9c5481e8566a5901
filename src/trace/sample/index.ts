export type { Column } from "./columns.ts";
export { type Format, formats } from "./format.ts";
export type { SampleSource } from "./given-bytes.ts";
export { limits as sampleLimits } from "./limits.ts";
export {
  type ForeignKind,
  foreignKinds,
  type Meaning,
  meaningOf,
  meaningWords,
  wordOf,
} from "./meaning.ts";
export type { BadBecause } from "./record.ts";
export {
  type BadRecord,
  readSample,
  type Sample,
  type SampleOptions,
  type Stated,
} from "./sample.ts";
