export type { Image } from "./image.ts";
export {
  drawDemo,
  type OpenedReading,
  openMarked,
  type ReadingOptions,
  readMarkIn,
} from "./opening/index.ts";
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
