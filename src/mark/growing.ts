import { type Laid, lay, pilotsIn, sampled } from "./canonical.ts";
import { fitted, type Homography, inverse, mapped, type Pair } from "./geometry.ts";
import type { Pose } from "./pose.ts";
import type { Residual } from "./residual.ts";
import type { Keyed, Wave } from "./spectrum.ts";
import { fittedUpright } from "./upright.ts";

/** A mark's lattice in a picture: how it lies, and how well the pilots agree, from 0 to 1, on the whole and cell by cell. */
export type Found = {
  toPixel: Homography;
  agreement: number;
  share: Float32Array;
  isUpright: boolean;
};

/** Where a lattice may lie: how, and how well the pilots around its middle agree. */
export type Seed = {
  toPixel: Homography;
  agreement: number;
  middle: readonly [number, number];
  /** It holds over the whole picture: it is only bent to fit. */
  isWhole: boolean;
  /** A screenshot's: its axes stay the picture's. */
  isUpright: boolean;
};

/** By how much, and how surely, pilots stand beside where they should (tiles). */
type Shift = { x: number; y: number; agreement: number };

const projectiveMin = 14;
const reachMax = 0.05;
const agreementMin = 0.45;
const everything = 100;
const radiiGrowing = [1.2, 1.8, 2.6, 4, 7];
const block = [1, 2, 3, 2, 1];

/** Looks where a pose's tiles begin, in the pose's own orientation or turned around. */
export function seeded(residual: Residual, pose: Pose, keyed: Keyed): Seed[] {
  const { x, y, isUpright = false } = pose;
  const [a, b, c, d] = pose.matrix;
  const determinant = a * d - b * c;
  const fine = sampled(residual, residual.weighted, 1 / Math.sqrt(Math.abs(determinant)), 32);
  return (isUpright ? [1] : [1, -1]).flatMap((turn) => {
    const factor = turn / determinant;
    const toPixel = [d * factor, -b * factor, x, -c * factor, a * factor, y, 0, 0, 1];
    const laid = lay(fine, toPixel, 32, isUpright ? undefined : { middle: [0, 0], radius: 3.5 });
    if (!laid) return [];
    const sum = summed(laid, pilotsIn(laid), (column, row) => {
      const [u, v] = [laid.left + (column + 0.5) / 2, laid.top + (row + 0.5) / 2];
      return isUpright ? 1 : Math.exp(-(u * u + v * v) / 3);
    });
    const shift = anywhere(sum, keyed.pilots);
    const { agreement } = shift;
    const start = shifted(toPixel, shift);
    return [{ toPixel: start, agreement, middle: [x, y], isWhole: isUpright, isUpright }];
  });
}

/**
 * Follows the lattice from around the seed's middle to the whole picture: each block of cells says where its pilots stand,
 * and all together bend the map.
 */
export function grown(residual: Residual, seed: Seed, keyed: Keyed): Found | undefined {
  let { toPixel } = seed;
  const { isUpright } = seed;
  const [x, y] = seed.middle;
  const tilePixels = tilePixelsAt(toPixel, mapped(inverse(toPixel), x, y));
  const fine = sampled(residual, residual.weighted, tilePixels, 32);
  const radii = seed.isWhole ? [everything, everything] : radiiTo(residual, seed, tilePixels);
  let best: Found | undefined;
  for (const radius of [...radii, everything]) {
    const middle = mapped(inverse(toPixel), x, y);
    const laid = lay(fine, toPixel, 32, { middle, radius: radius + 1 });
    if (!laid) return best;
    const blocks = blocksOf(laid, pilotsIn(laid), keyed, toPixel, middle, radius);
    const { pairs, agreement, whole, share } = blocks;
    if (radius > 2 && agreement < agreementMin) return best;
    if (radius === everything && agreement > (best?.agreement ?? 0))
      best = { toPixel, agreement, share, isUpright };
    const fit = isUpright ? fittedUpright : (some: readonly Pair[]) => fitted(some, projectiveMin);
    const map = pairs.length >= 4 ? fit(pairs) : undefined;
    toPixel = map ?? shifted(toPixel, shiftNear(whole, keyed.pilots));
  }
  return best;
}

/** From a few tiles to all of the picture. */
function radiiTo({ width, height }: Residual, { middle }: Seed, tilePixels: number): number[] {
  const [x, y] = middle;
  const most = Math.hypot(Math.max(x, width - x), Math.max(y, height - y)) / tilePixels;
  return [...radiiGrowing.filter((radius) => radius < most), everything, everything];
}

/** Pixels along a tile's side around a point of the lattice. */
export function tilePixelsAt(toPixel: Homography, [u, v]: readonly [number, number]): number {
  const [x, y] = mapped(toPixel, u, v);
  const [right, down] = [mapped(toPixel, u + 0.1, v), mapped(toPixel, u, v + 0.1)];
  const area = (right[0] - x) * (down[1] - y) - (right[1] - y) * (down[0] - x);
  return 10 * Math.sqrt(Math.abs(area));
}

function blocksOf(
  laid: Laid,
  cells: Float32Array,
  keyed: Keyed,
  toPixel: Homography,
  middle: readonly [number, number],
  radius: number,
): { pairs: Pair[]; share: Float32Array; whole: Float32Array; agreement: number } {
  const pairs: Pair[] = [];
  const share = new Float32Array(laid.columns * laid.rows);
  for (let row = 0; row < laid.rows; row++)
    for (let column = 0; column < laid.columns; column++) {
      const [x, y] = [laid.left + (column + 0.5) / 2, laid.top + (row + 0.5) / 2];
      if (Math.hypot(x - middle[0], y - middle[1]) > radius) continue;
      const sum = summedAround(laid, cells, column, row);
      const shift = shiftNear(sum, keyed.pilots);
      share[row * laid.columns + column] = Math.max(0.03, shift.agreement);
      if (shift.agreement < agreementMin) continue;
      const to = mapped(toPixel, x, y);
      pairs.push({ from: [x + shift.x, y + shift.y], to, weight: (shift.agreement - 0.3) ** 2 });
    }
  const whole = summed(laid, cells, (column, row) => share[row * laid.columns + column] ?? 0);
  const even = summed(laid, cells, (column, row) => (share[row * laid.columns + column] ? 1 : 0));
  return { pairs, share, whole, agreement: shiftNear(even, keyed.pilots).agreement };
}

function summed(
  laid: Laid,
  cells: Float32Array,
  weightOf: (column: number, row: number) => number,
): Float32Array {
  const size = cells.length / (laid.columns * laid.rows);
  const sum = new Float32Array(size);
  for (let row = 0; row < laid.rows; row++)
    for (let column = 0; column < laid.columns; column++) {
      const weight = weightOf(column, row);
      const start = (row * laid.columns + column) * size;
      for (let at = 0; at < size; at++)
        sum[at] = (sum[at] ?? 0) + weight * (cells[start + at] ?? 0);
    }
  return sum;
}

function summedAround(laid: Laid, cells: Float32Array, column: number, row: number): Float32Array {
  const size = cells.length / (laid.columns * laid.rows);
  const sum = new Float32Array(size);
  for (const [down, weightDown] of block.entries())
    for (const [right, weightRight] of block.entries()) {
      const [x, y] = [column + right - 2, row + down - 2];
      if (x < 0 || y < 0 || x >= laid.columns || y >= laid.rows) continue;
      const start = (y * laid.columns + x) * size;
      for (let at = 0; at < size; at++)
        sum[at] = (sum[at] ?? 0) + weightDown * weightRight * (cells[start + at] ?? 0);
    }
  return sum;
}

/** Moves the lattice so that what stood at `shift` stands at zero. */
function shifted(toPixel: Homography, { x, y }: Shift): Homography {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0] = toPixel;
  return [a, b, c - a * x - b * y, d, e, f - d * x - e * y, g, h, i - g * x - h * y];
}

function anywhere(sum: Float32Array, pilots: readonly Wave[]): Shift {
  return best(sum, gridOf(pilots, 0.5, 1 / 64));
}

function shiftNear(sum: Float32Array, pilots: readonly Wave[]): Shift {
  return best(sum, gridOf(pilots, reachMax, reachMax / 4));
}

/** What the pilots would be at each of a grid's shifts. */
type Grid = { count: number; start: number; stride: number; expected: Float32Array; own: number };
const grids = new WeakMap<readonly Wave[], Map<number, Grid>>();

/** A pilot's phase at a place that is shifted by (x, y) is its own and 2 pi (along x + across y). */
function gridOf(pilots: readonly Wave[], reach: number, stride: number): Grid {
  const made = grids.get(pilots) ?? new Map<number, Grid>();
  grids.set(pilots, made);
  const known = made.get(reach);
  if (known) return known;
  const count = Math.round((2 * reach) / stride) + 1;
  const expected = new Float32Array(count * count * pilots.length * 2);
  let own = 0;
  for (const { real, imaginary } of pilots) own += real * real + imaginary * imaginary;
  for (let row = 0, at = 0; row < count; row++)
    for (let column = 0; column < count; column++)
      for (const { frequency, real, imaginary } of pilots) {
        const [x, y] = [column * stride - reach, row * stride - reach];
        const angle = 2 * Math.PI * (frequency[0] * x + frequency[1] * y);
        expected[at++] = real * Math.cos(angle) - imaginary * Math.sin(angle);
        expected[at++] = real * Math.sin(angle) + imaginary * Math.cos(angle);
      }
  const grid = { count, start: -reach, stride, expected, own };
  made.set(reach, grid);
  return grid;
}

/** The grid's best shift, and between its neighbours the top of a parabola. */
function best(sum: Float32Array, { count, start, stride, expected, own }: Grid): Shift {
  const heights = new Float32Array(count * count);
  let [top, energy] = [0, 1e-12];
  for (const value of sum) energy += value * value;
  for (let point = 0, at = 0; point < heights.length; point++) {
    let height = 0;
    for (let index = 0; index < sum.length; index++)
      height += (sum[index] ?? 0) * (expected[at++] ?? 0);
    heights[point] = height;
    if (height > (heights[top] ?? 0)) top = point;
  }
  const [column, row] = [top % count, Math.floor(top / count)];
  const between = (place: number, step: number) => {
    const [before, middle, after] = [
      heights[top - step] ?? 0,
      heights[top] ?? 0,
      heights[top + step] ?? 0,
    ];
    const bend = 2 * middle - before - after;
    return place > 0 && place < count - 1 && bend > 0 ? (after - before) / (2 * bend) : 0;
  };
  return {
    x: start + stride * (column + between(column, 1)),
    y: start + stride * (row + between(row, count)),
    agreement: (heights[top] ?? 0) / Math.sqrt(energy * own),
  };
}
