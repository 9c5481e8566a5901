import type { Image } from "../image.ts";

/** Stones along the longer side of a picture: letters become too coarse to be read. */
const stonesAlong = 48;

/** A picture so coarse that nobody reads it, a row after the other: to show where in it something stands. */
export type Mosaic = {
  width: number;
  height: number;
  columns: number;
  rows: number;
  /** Grey levels, 0 to 255. */
  stones: Uint8Array;
};

export function mosaicOf({ width, height, levels }: Image): Mosaic {
  const side = Math.max(width, height) / stonesAlong;
  const columns = Math.max(1, Math.round(width / side));
  const rows = Math.max(1, Math.round(height / side));
  const sums = new Float64Array(columns * rows);
  const counts = new Uint32Array(columns * rows);
  for (let y = 0, at = 0; y < height; y++) {
    const row = columns * Math.floor((y * rows) / height);
    for (let x = 0; x < width; x++, at++) {
      const stone = row + Math.floor((x * columns) / width);
      sums[stone] = (sums[stone] ?? 0) + (levels[at] ?? 0);
      counts[stone] = (counts[stone] ?? 0) + 1;
    }
  }
  const stones = Uint8Array.from(sums, (sum, at) => Math.round(sum / Math.max(1, counts[at] ?? 1)));
  return { width, height, columns, rows, stones };
}
