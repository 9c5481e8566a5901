import type { Image } from "../image.ts";
import { type Reading, read, type WhyNot } from "../read.ts";
import { type Extent, extentOf } from "./extent.ts";
import { type Mosaic, mosaicOf } from "./mosaic.ts";
import type { Point } from "./outline.ts";

/** So many marks are looked for in one picture. */
const marksMax = 8;
/** What is left of a picture beside its marks is looked at when so much of it isn't even. */
const unevenMin = 0.08;
const blockPixels = 8;

/** A mark that was read, and where. */
export type FoundMark = {
  payload: bigint;
  /** In which of the pictures, from 0. */
  picture: number;
  /** A line around the part of the picture that carries it, and the corners of one tile, in pixels. */
  outline: readonly Point[];
  at: readonly Point[];
  agreement: number;
};

/** What one picture says. `whyNot`: why no mark, or no other one, was read in it. */
export type PictureRead = {
  picture: number;
  marks: readonly FoundMark[];
  mosaic: Mosaic;
  whyNot: WhyNot | undefined;
};

/**
 * Reads every mark in a picture: several screens may stand side by side in it. Where one was read the picture is made even,
 * and it is read again. It changes the picture's levels.
 * @param onProgress is told a share of what one reading would try, 0 to 1
 */
export function readPicture(
  image: Image,
  picture: number,
  key: Uint8Array,
  onProgress: (share: number) => void = () => {},
): PictureRead {
  const mosaic = mosaicOf(image);
  const marks: FoundMark[] = [];
  while (marks.length < marksMax) {
    const reading: Reading = read(image, key, onProgress);
    if (reading.is === "unread") return { picture, marks, mosaic, whyNot: reading.why };
    const { payload, at, agreement } = reading;
    const extent = extentOf(image, reading, key);
    marks.push({ payload, picture, outline: extent.outline, at, agreement });
    // One that stays would be read again and again.
    if (!makeEven(image, extent) || unevenShare(image) < unevenMin) break;
  }
  return { picture, marks, mosaic, whyNot: undefined };
}

/** @returns whether there was anything */
function makeEven({ width, height, levels }: Image, { side, columns, cells }: Extent): boolean {
  const mean = levels.reduce((sum, level) => sum + level, 0) / levels.length;
  for (let y = 0, at = 0; y < height; y++) {
    const row = columns * Math.floor(y / side);
    for (let x = 0; x < width; x++, at++) if (cells[row + Math.floor(x / side)]) levels[at] = mean;
  }
  return cells.includes(1);
}

/** Which share of a picture's blocks isn't of one level. */
function unevenShare({ width, height, levels }: Image): number {
  const columns = Math.ceil(width / blockPixels);
  const uneven = new Uint8Array(columns * Math.ceil(height / blockPixels));
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++)
      if (x > 0 && levels[at] !== levels[at - 1])
        uneven[columns * Math.floor(y / blockPixels) + Math.floor(x / blockPixels)] = 1;
  return uneven.reduce((sum, one) => sum + one, 0) / uneven.length;
}
