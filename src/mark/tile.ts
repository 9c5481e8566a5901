import { step } from "./lattice.ts";
import { type Wave, wavesOf } from "./spectrum.ts";

/** How strong a mark is: the largest change in levels of 255. */
export type Strength = 2 | 3;
/**
 * On even ground. Letters lose as many levels of contrast to their ground as the strength says: on a page full of text both
 * together have an rms of 1.1 at most with 3 levels, of 0.8 with 2.
 */
const rmsMax: Readonly<Record<Strength, number>> = { 2: 0.75, 3: 1.02 };
const scaleMax = 4;

type TileOptions = { strength?: Strength; scale?: number };

/**
 * A band of the lattice: `width` by `height` pixels with levels from 0 to the strength. The next band down is the same,
 * `shift` pixels further right.
 */
export type Tile = {
  width: number;
  height: number;
  shift: number;
  strength: Strength;
  /** Root mean square of the levels around their mean. */
  rms: number;
  levels: Int8Array;
};

/**
 * The tile of a payload.
 * @param options.scale device pixels to a pixel of the page, from 1/2 to 4
 * @throws {RangeError} for a payload that isn't 56 bits, a key under 16 bytes, or another scale
 */
export function tile(payload: bigint, key: Uint8Array, options: TileOptions = {}): Tile {
  return drawTile(wavesOf(payload, key), options);
}

/** The tile of waves: it needs no key. */
export function drawTile(waves: readonly Wave[], options: TileOptions = {}): Tile {
  const { strength = 3, scale = 1 } = options;
  const height = Math.round(step * scale);
  if (!(scale >= 0.5 && scale <= scaleMax))
    throw new RangeError(`a tile's scale is from 0.5 to ${scaleMax}, not ${scale}`);
  const field = sumWaves(waves, height);
  // As much of the waves as the rms allows, found by halving: less than a thousandth is given away.
  let [least, most] = [0, strength * 0.5];
  for (let step = 0; step < 10; step++) {
    const gain = (least + most) / 2;
    if (rmsOf(quantised(field, gain, strength)) > rmsMax[strength]) most = gain;
    else least = gain;
  }
  const levels = quantised(field, least, strength);
  return { width: 10 * height, height, shift: 3 * height, strength, rms: rmsOf(levels), levels };
}

/**
 * The tile as pixels of a canvas: alpha is the strength everywhere, the colour runs from black to white, so a browser adds
 * a level to 255 of the picture below that lost at most as much.
 */
export function tilePixels({ strength, levels }: Tile): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(4 * levels.length);
  for (const [at, level] of levels.entries())
    pixels.set([...Array<number>(3).fill((255 * level) / strength), strength], 4 * at);
  return pixels;
}

/** What stands at a pixel of a page that the tile covers from its upper left corner. */
export function levelAt({ width, height, shift, levels }: Tile, x: number, y: number): number {
  const along = (x - shift * Math.floor(y / height)) % width;
  return levels[(y % height) * width + (along < 0 ? along + width : along)] ?? 0;
}

function sumWaves(waves: readonly Wave[], height: number): Float32Array {
  const width = 10 * height;
  const cosines = Float32Array.from({ length: width }, (_, at) =>
    Math.cos((2 * Math.PI * at) / width),
  );
  const field = new Float32Array(width * height);
  for (const { frequency, real, imaginary } of waves) {
    const [along, across] = frequency;
    const amplitude = Math.hypot(real, imaginary);
    const turn = Math.round((Math.atan2(imaginary, real) / (2 * Math.PI)) * width) + width;
    const right = (3 * along - across + 10 * width) % width;
    const down = along + 3 * across + width;
    for (let y = 0; y < height; y++) {
      let phase = (turn + down * y) % width;
      for (let at = y * width; at < (y + 1) * width; at++) {
        field[at] = (field[at] ?? 0) + amplitude * (cosines[phase] ?? 0);
        phase += right;
        if (phase >= width) phase -= width;
      }
    }
  }
  return field;
}

function quantised(field: Float32Array, gain: number, strength: Strength): Int8Array {
  const levels = new Int8Array(field.length);
  const middle = strength / 2 + 0.5;
  for (let at = 0; at < field.length; at++) {
    const level = Math.floor(middle + gain * (field[at] ?? 0));
    levels[at] = level < 0 ? 0 : level > strength ? strength : level;
  }
  return levels;
}

function rmsOf(levels: Int8Array): number {
  let [sum, squares] = [0, 0];
  for (const level of levels) {
    sum += level;
    squares += level * level;
  }
  return Math.sqrt(squares / levels.length - (sum / levels.length) ** 2);
}
