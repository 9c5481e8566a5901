export { drawDemo } from "./demo.ts";
export { TileDrawer } from "./drawing/index.ts";
export { type FoundMark, findMarks, type MarksRead, type Mosaic } from "./finding/index.ts";
export { type FrameReader, frameReader, readFrames } from "./frames.ts";
export type { Image } from "./image.ts";
export { type Comparison, compareLetters, type FreshLine, type Letter } from "./letters/index.ts";
export { letterShift, letterShifts } from "./letters/shifts.ts";
export { type OnProgress, type Reading, read, type WhyNot } from "./read.ts";
export { keyBytesMin, payloadBits, type Wave, wavesOf } from "./spectrum.ts";
export {
  drawTile,
  levelAt,
  type Strength,
  type Tile,
  type TileOptions,
  tile,
  tilePixels,
} from "./tile.ts";
