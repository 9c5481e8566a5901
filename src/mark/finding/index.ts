export { type FindingOptions, findMarks, type MarksRead } from "./finding.ts";
export { type FoundMark, type PictureRead, readPicture } from "./marks.ts";
export type { Mosaic } from "./mosaic.ts";
export type { Point } from "./outline.ts";
