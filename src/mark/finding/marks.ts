import { frameReader } from "../frames.ts";
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

type OnShare = (share: number) => void;

/**
 * Reads every mark in a picture: several screens may stand side by side in it. Where one was read the picture is made even,
 * and it is read again. It changes the picture's levels.
 * @param onProgress is told a share of what one reading would try, 0 to 1
 */
export function readPicture(
  image: Image,
  picture: number,
  key: Uint8Array,
  onProgress: OnShare = () => {},
): PictureRead {
  return readFrom(read(image, key, onProgress), { image, picture, key, onProgress });
}

/**
 * Reads pictures of a film that come within seconds of each other: what each of them leans to adds up. Of a mark that they
 * say together the picture is told that completed it; those after it aren't looked at. Where they say none, the one in their middle is
 * read alone, at any tilt.
 * @param first the number of the first of them
 * @returns as many as were given
 */
export function readTogether(
  images: readonly Image[],
  first: number,
  key: Uint8Array,
  onProgress: OnShare = () => {},
): PictureRead[] {
  const reader = frameReader(key);
  const unread = images.map((image, place): PictureRead => {
    return { picture: first + place, marks: [], mosaic: mosaicOf(image), whyNot: undefined };
  });
  for (const [place, image] of images.entries()) {
    onProgress(place / (images.length + 1));
    const reading = reader.add(image);
    const about = { image, picture: first + place, key, onProgress };
    if (reading.is === "read") return unread.with(place, readFrom(reading, about));
  }
  const middle = images.length >> 1;
  const image = images[middle];
  return image ? unread.with(middle, readPicture(image, first + middle, key)) : [];
}

type About = { image: Image; picture: number; key: Uint8Array; onProgress: OnShare };

function readFrom(start: Reading, { image, picture, key, onProgress }: About): PictureRead {
  const mosaic = mosaicOf(image);
  const marks: FoundMark[] = [];
  for (let reading = start; ; reading = read(image, key, onProgress)) {
    if (reading.is === "unread") return { picture, marks, mosaic, whyNot: reading.why };
    const { payload, at, agreement } = reading;
    const extent = extentOf(image, reading, key);
    marks.push({ payload, picture, outline: extent.outline, at, agreement });
    // One that stays would be read again and again.
    const isEven = makeEven(image, extent);
    if (!isEven || marks.length === marksMax || unevenShare(image) < unevenMin)
      return { picture, marks, mosaic, whyNot: undefined };
  }
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
