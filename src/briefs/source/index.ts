export { canonicalText } from "./canonical.ts";
export { fileBytesMax } from "./limits.ts";
export {
  fileEndings,
  formatNamed,
  type GivenSource,
  givenIn,
  type SourceLine,
  sourceLineIn,
} from "./line.ts";
export { plainLine } from "./plain.ts";
export {
  type Format,
  type ReadDocument,
  type ReadText,
  type Remark,
  readPasted,
  readSource,
} from "./reading.ts";
export { SourceRefused } from "./refusals.ts";
export { remarkCodes, remarkOn } from "./remarks.ts";
export {
  type About,
  aboutSchema,
  type Capture,
  originSchema,
  reliabilities,
  type Source,
  type SourceKind,
  sourceKinds,
  sourceLineSchemaFor,
} from "./source.ts";
export { countSources, insertAssessment, insertSource, sameSource, sourcesOf } from "./store.ts";
