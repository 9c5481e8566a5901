import { type Homography, inverse } from "../geometry.ts";
import { halved, type Image } from "../image.ts";
import { step } from "../lattice.ts";
import { residualOf } from "../residual.ts";
import { levelAt, tile } from "../tile.ts";
import { largestPart, outlineOf, type Point } from "./outline.ts";

/** Cells along the longer side of a picture. */
const cellsAlong = 48;
const cellPixelsMin = 8;
const pixelsMax = 1_300_000;
/** A cell is the mark's from this share on of how well the best cells agree, and from so much agreement on. */
const shareMin = 0.3;
const agreementMin = 0.12;
/** After so many pixels downwards a tile is the same again. */
const period = 10 * step;

/** Where in a picture a mark stands: cells of `side` pixels, a row after the other, and a line around those that carry it. */
export type Extent = {
  side: number;
  columns: number;
  cells: Uint8Array;
  outline: readonly Point[];
};

/** What was read, and how its lattice lies in the picture. */
export type Placed = { payload: bigint; toPixel: Homography };

/** Where a mark that was read stands: what each part of the picture says of its very tile. */
export function extentOf(image: Image, { payload, toPixel }: Placed, key: Uint8Array): Extent {
  let [small, scale] = [image, 1];
  while (small.levels.length > pixelsMax) [small, scale] = [halved(small), scale * 2];
  const { width, height } = small;
  const side = Math.max(cellPixelsMin, Math.ceil(Math.max(width, height) / cellsAlong));
  const [columns, rows] = [Math.ceil(width / side), Math.ceil(height / side)];
  const sums = new Float64Array(3 * columns * rows);
  const { weighted } = residualOf(small);
  const expected = expectedAt({ payload, toPixel }, key, scale);
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) {
      const value = weighted[at] ?? 0;
      if (value === 0) continue;
      const drawn = expected(x, y);
      const to = 3 * (Math.floor(y / side) * columns + Math.floor(x / side));
      sums[to] = (sums[to] ?? 0) + value * drawn;
      sums[to + 1] = (sums[to + 1] ?? 0) + value * value;
      sums[to + 2] = (sums[to + 2] ?? 0) + drawn * drawn;
    }
  const cells = largestPart(carrying(agreementsIn(sums, columns, rows)), columns);
  const outline = outlineOf(cells, columns).map(
    ([x, y]): Point => [
      Math.min(image.width, x * side * scale),
      Math.min(image.height, y * side * scale),
    ],
  );
  return { side: side * scale, columns, cells, outline };
}

/** What the tile says at a pixel of a picture that is so many times smaller. */
function expectedAt({ payload, toPixel }: Placed, key: Uint8Array, scale: number) {
  const drawn = tile(payload, key);
  const middle = drawn.strength / 2;
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0] = inverse(toPixel);
  return (x: number, y: number) => {
    const [px, py] = [scale * (x + 0.5) - 0.5, scale * (y + 0.5) - 0.5];
    const depth = g * px + h * py + i;
    const [u, v] = [(a * px + b * py + c) / depth, (d * px + e * py + f) / depth];
    const [across, down] = [Math.round(step * (3 * u - v)), Math.round(step * (u + 3 * v))];
    return levelAt(drawn, across, down - period * Math.floor(down / period)) - middle;
  };
}

/** How well each cell, with those around it, agrees with the tile: -1 to 1. */
function agreementsIn(sums: Float64Array, columns: number, rows: number): Float32Array {
  return Float32Array.from({ length: columns * rows }, (_, at) => {
    const [column, row] = [at % columns, Math.floor(at / columns)];
    let [product, found, drawn] = [0, 1e-9, 1e-9];
    for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++)
      for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
        const from = 3 * (y * columns + x);
        product += sums[from] ?? 0;
        found += sums[from + 1] ?? 0;
        drawn += sums[from + 2] ?? 0;
      }
    return product / Math.sqrt(found * drawn);
  });
}

function carrying(agreements: Float32Array): Uint8Array {
  const best = agreements.toSorted()[Math.floor(0.95 * agreements.length)] ?? 0;
  const least = Math.max(agreementMin, shareMin * best);
  return Uint8Array.from(agreements, (one) => (one > least ? 1 : 0));
}
