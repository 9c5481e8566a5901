import { type Homography, inverse, mapped } from "./geometry.ts";
import { blurred } from "./image.ts";
import { pilots } from "./lattice.ts";
import type { Residual } from "./residual.ts";

/** Samples along a side of a tile; half of it is the side of a cell. */
export const perTile = 64;
export const perCell = perTile / 2;
const tilesMax = 24;
const tau = 2 * Math.PI;

/** A picture laid out on the lattice: `columns` by `rows` cells from the lattice's point (left, top). */
export type Laid = {
  left: number;
  top: number;
  columns: number;
  rows: number;
  weighted: Float32Array;
  trust: Float32Array;
};

/** Blurs a residual so that its samples on the lattice lose nothing and fold nothing. */
export function sampled(residual: Residual, tilePixels: number): Residual {
  const { width, height, weighted, trust } = residual;
  const radius = Math.floor((tilePixels / perTile - 0.5) / 2);
  return {
    width,
    height,
    weighted: blurred({ width, height, levels: weighted }, radius).levels,
    trust: blurred({ width, height, levels: trust }, radius).levels,
  };
}

/** What of the lattice is looked at. */
export type Part = { middle: readonly [number, number]; radius: number };

/** @param toPixel from the lattice to pixels; @returns nothing where it can't be a screen */
export function lay(residual: Residual, toPixel: Homography, part?: Part): Laid | undefined {
  const box = boxOf(residual, toPixel, part);
  if (!box) return undefined;
  const { left, top, columns, rows } = box;
  const [width, height] = [columns * perCell, rows * perCell];
  const laid = {
    ...box,
    weighted: new Float32Array(width * height),
    trust: new Float32Array(width * height),
  };
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0] = toPixel;
  const { width: wide, height: high, weighted, trust } = residual;
  for (let row = 0, to = 0; row < height; row++)
    for (let column = 0; column < width; column++, to++) {
      const [x, y] = [left + column / perTile, top + row / perTile];
      const depth = g * x + h * y + i;
      const [px, py] = [(a * x + b * y + c) / depth, (d * x + e * y + f) / depth];
      const [x0, y0] = [Math.floor(px), Math.floor(py)];
      if (!(x0 >= 0 && y0 >= 0 && x0 < wide - 1 && y0 < high - 1)) continue;
      const [dx, dy] = [px - x0, py - y0];
      const at = y0 * wide + x0;
      laid.weighted[to] = between(weighted, at, wide, dx, dy);
      laid.trust[to] = between(trust, at, wide, dx, dy);
    }
  return laid;
}

function between(field: Float32Array, at: number, width: number, dx: number, dy: number): number {
  const upper = (field[at] ?? 0) * (1 - dx) + (field[at + 1] ?? 0) * dx;
  const lower = (field[at + width] ?? 0) * (1 - dx) + (field[at + width + 1] ?? 0) * dx;
  return upper * (1 - dy) + lower * dy;
}

function boxOf({ width, height }: Residual, toPixel: Homography, part?: Part) {
  const toLattice = inverse(toPixel);
  const corners = [
    mapped(toLattice, 0, 0),
    mapped(toLattice, width, 0),
    mapped(toLattice, 0, height),
    mapped(toLattice, width, height),
  ];
  const bounds = (axis: 0 | 1) => {
    const values = corners.map((corner) => corner[axis]);
    const { middle, radius } = part ?? { middle: [0, 0], radius: Infinity };
    const least = Math.max(Math.min(...values), middle[axis] - radius);
    const most = Math.min(Math.max(...values), middle[axis] + radius);
    return [Math.floor(2 * least) / 2, Math.ceil(2 * most) / 2] as const;
  };
  const [[left, right], [top, bottom]] = [bounds(0), bounds(1)];
  const [columns, rows] = [2 * (right - left), 2 * (bottom - top)];
  const isSane = columns >= 1 && rows >= 1 && columns <= 2 * tilesMax && rows <= 2 * tilesMax;
  return isSane ? { left, top, columns, rows } : undefined;
}

/** Each cell's pilots: real and imaginary parts, cell by cell. */
export function pilotsIn({ left, top, columns, rows, weighted }: Laid): Float32Array {
  const found = new Float32Array(columns * rows * pilots.length * 2);
  const cosines = Float32Array.from({ length: perTile }, (_, at) => Math.cos((tau * at) / perTile));
  const width = columns * perCell;
  for (const [index, [along, across]] of pilots.entries())
    for (let y = 0; y < rows * perCell; y++) {
      const down = across * (y + top * perTile) + along * left * perTile;
      for (let column = 0; column < columns; column++) {
        let [real, imaginary] = [0, 0];
        let phase = down + along * column * perCell;
        const start = y * width + column * perCell;
        for (let at = start; at < start + perCell; at++, phase += along) {
          const value = weighted[at] ?? 0;
          real += value * (cosines[phase & 63] ?? 0);
          imaginary -= value * (cosines[(phase - 16) & 63] ?? 0);
        }
        const place = (((y / perCell) | 0) * columns + column) * pilots.length * 2 + 2 * index;
        found[place] = (found[place] ?? 0) + real;
        found[place + 1] = (found[place + 1] ?? 0) + imaginary;
      }
    }
  return found;
}

/** All tiles laid over each other, as far as each is trusted: one tile of means. */
export function folded(laid: Laid, share: Float32Array): Float32Array {
  const sums = new Float32Array(perTile * perTile);
  const trusts = new Float32Array(perTile * perTile);
  const width = laid.columns * perCell;
  const [left, top] = [laid.left * perTile, laid.top * perTile];
  for (let y = 0; y < laid.rows * perCell; y++)
    for (let x = 0; x < width; x++) {
      const weight = share[((y / perCell) | 0) * laid.columns + ((x / perCell) | 0)] ?? 0;
      const to = ((y + top) & 63) * perTile + ((x + left) & 63);
      sums[to] = (sums[to] ?? 0) + weight * (laid.weighted[y * width + x] ?? 0);
      trusts[to] = (trusts[to] ?? 0) + weight * (laid.trust[y * width + x] ?? 0);
    }
  const mean = trusts.reduce((sum, trust) => sum + trust, 0) / trusts.length;
  return sums.map((sum, at) => sum / ((trusts[at] ?? 0) + 0.15 * mean + 1e-6));
}
