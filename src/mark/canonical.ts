import { type Homography, inverse, mapped } from "./geometry.ts";
import { blurred, type Image } from "./image.ts";
import { pilots } from "./lattice.ts";
import type { Residual } from "./residual.ts";

/** Samples along a side of a tile: enough for the pilots while a lattice is followed, and for all waves at last. */
export type PerTile = 32 | 64;
const tilesMax = 24;
const tau = 2 * Math.PI;

/** A field laid out on the lattice: `columns` by `rows` cells of half a tile from the lattice's point (left, top). */
export type Laid = {
  left: number;
  top: number;
  columns: number;
  rows: number;
  perTile: PerTile;
  levels: Float32Array;
};

const blurs = new WeakMap<Float32Array, Map<number, Image>>();

/** Blurs a residual's field so that its samples on the lattice lose nothing and fold nothing. */
export function sampled(
  { width, height }: Residual,
  levels: Float32Array,
  tilePixels: number,
  perTile: PerTile,
): Image {
  const radius = Math.max(0, Math.floor((tilePixels / perTile - 0.5) / 2));
  const made = blurs.get(levels) ?? new Map<number, Image>();
  blurs.set(levels, made);
  const known = made.get(radius) ?? blurred({ width, height, levels }, radius);
  made.set(radius, known);
  return known;
}

/** What of the lattice is looked at. */
export type Part = { middle: readonly [number, number]; radius: number };

/** @param toPixel from the lattice to pixels; @returns nothing where it can't be a screen */
export function lay(
  field: Image,
  toPixel: Homography,
  perTile: PerTile,
  part?: Part,
): Laid | undefined {
  const box = boxOf(field, toPixel, part);
  if (!box) return undefined;
  const { left, top, columns, rows } = box;
  const [across, down] = [(columns * perTile) / 2, (rows * perTile) / 2];
  const levels = new Float32Array(across * down);
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0] = toPixel;
  const { width, height, levels: from } = field;
  for (let row = 0, to = 0; row < down; row++) {
    const y = top + row / perTile;
    const [startX, startY, startDepth] = [b * y + c, e * y + f, h * y + i];
    for (let column = 0; column < across; column++, to++) {
      const x = left + column / perTile;
      const depth = 1 / (g * x + startDepth);
      const px = (a * x + startX) * depth;
      const py = (d * x + startY) * depth;
      if (!(px >= 0 && py >= 0 && px < width - 1 && py < height - 1)) continue;
      const x0 = px | 0;
      const y0 = py | 0;
      const dx = px - x0;
      const at = y0 * width + x0;
      const upper = (from[at] ?? 0) * (1 - dx) + (from[at + 1] ?? 0) * dx;
      const lower = (from[at + width] ?? 0) * (1 - dx) + (from[at + width + 1] ?? 0) * dx;
      levels[to] = upper + (lower - upper) * (py - y0);
    }
  }
  return { ...box, perTile, levels };
}

function boxOf({ width, height }: Image, toPixel: Homography, part?: Part) {
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

const alongs = [...new Set(pilots.map(([along]) => along))];
const alongOf = Int32Array.from(pilots, ([along]) => 2 * alongs.indexOf(along));
const acrosses = Int32Array.from(pilots, ([, across]) => across);

/** Each cell's pilots: real and imaginary parts, cell by cell. */
export function pilotsIn(laid: Laid): Float32Array {
  const { left, top, columns, rows, perTile } = laid;
  const found = new Float32Array(columns * rows * acrosses.length * 2);
  const perCell = perTile / 2;
  const { cosines, sines } = turnsOf(perTile);
  const halves = wavesOf(perTile);
  const rowSums = new Float64Array(2 * alongs.length);
  for (let y = 0, start = 0; y < rows * perCell; y++)
    for (let column = 0; column < columns; column++, start += perCell) {
      const half = (2 * left + column) & 1;
      if (!sumAlong(laid, start, halves[half] as Float64Array, rowSums)) continue;
      let to = ((y / perCell) | 0) * columns + column;
      to *= acrosses.length * 2;
      for (let index = 0; index < acrosses.length; index++, to += 2) {
        const phase = ((acrosses[index] as number) * (y + top * perTile)) & (perTile - 1);
        const [cosine, sine] = [cosines[phase] as number, sines[phase] as number];
        const from = alongOf[index] as number;
        const [real, imaginary] = [rowSums[from] as number, rowSums[from + 1] as number];
        found[to] = (found[to] as number) + real * cosine + imaginary * sine;
        found[to + 1] = (found[to + 1] as number) + imaginary * cosine - real * sine;
      }
    }
  return found;
}

type Turns = { cosines: Float64Array; sines: Float64Array };

function turnsOf(perTile: PerTile): Turns {
  const angles = Float64Array.from({ length: perTile }, (_, at) => (tau * at) / perTile);
  return { cosines: angles.map(Math.cos), sines: angles.map(Math.sin) };
}

const waves = new Map<PerTile, readonly Float64Array[]>();

/** For a cell that begins with a tile, and for one in its middle: sample by sample each wave that some pilot has along it. */
function wavesOf(perTile: PerTile): readonly Float64Array[] {
  const known = waves.get(perTile);
  if (known) return known;
  const made = [0, 1].map((half) =>
    Float64Array.from({ length: perTile * alongs.length }, (_, place) => {
      const at = (half * perTile) / 2 + Math.floor(place / (2 * alongs.length));
      const angle = (tau * (alongs[(place >> 1) % alongs.length] ?? 0) * at) / perTile;
      return place & 1 ? -Math.sin(angle) : Math.cos(angle);
    }),
  );
  waves.set(perTile, made);
  return made;
}

/** One row of a cell, against each of these waves. @returns whether anything is there */
function sumAlong(
  { perTile, levels }: Laid,
  start: number,
  wave: Float64Array,
  sums: Float64Array,
): boolean {
  sums.fill(0);
  let isAny = false;
  for (let at = 0, from = 0; at < perTile / 2; at++, from += sums.length) {
    const value = levels[start + at] as number;
    if (value === 0) continue;
    isAny = true;
    for (let place = 0; place < sums.length; place++)
      sums[place] = (sums[place] as number) + value * (wave[from + place] as number);
  }
  return isAny;
}

/** What a fold spans: two tiles by two, so that frequencies between those of the lattice tell the noise. */
export const foldedSide = 128;

/** All tiles laid over each other, as far as each is trusted: means. */
export function folded(weighted: Laid, trust: Laid, share: Float32Array): Float32Array {
  const { columns, rows, perTile } = weighted;
  const [sums, trusts] = [new Float32Array(foldedSide ** 2), new Float32Array(foldedSide ** 2)];
  const perCell = perTile / 2;
  const width = columns * perCell;
  const [left, top] = [weighted.left * perTile, weighted.top * perTile];
  const mask = foldedSide - 1;
  let mean = 0;
  for (let y = 0, at = 0; y < rows * perCell; y++)
    for (let x = 0; x < width; x++, at++) {
      const weight = share[((y / perCell) | 0) * columns + ((x / perCell) | 0)] ?? 0;
      const to = ((y + top) & mask) * foldedSide + ((x + left) & mask);
      sums[to] = (sums[to] ?? 0) + weight * (weighted.levels[at] ?? 0);
      const trusted = weight * (trust.levels[at] ?? 0);
      trusts[to] = (trusts[to] ?? 0) + trusted;
      mean += trusted / foldedSide ** 2;
    }
  return sums.map((sum, at) => {
    const [y, x] = [at & ~mask, at & mask];
    const [below, right] = [y ^ (perTile * foldedSide), x ^ perTile];
    const four =
      (trusts[at] ?? 0) +
      (trusts[y + right] ?? 0) +
      (trusts[below + x] ?? 0) +
      (trusts[below + right] ?? 0);
    return sum / (four / 4 + 0.3 * mean + 1e-6);
  });
}
