export { findMarks } from "./finding.ts";
export type { FoundMark } from "./marks.ts";
export type { Mosaic } from "./mosaic.ts";
