import { powersOf } from "./fourier.ts";
import { solve } from "./geometry.ts";
import { blurred } from "./image.ts";
import { pilotCount, pilots } from "./lattice.ts";
import type { Residual } from "./residual.ts";
import { uprightPose, uprightScales } from "./upright.ts";

/** How a tile may lie around a point: lattice coordinates = matrix * (pixel - centre), by pilots that stand out so far. */
export type Pose = {
  matrix: readonly [number, number, number, number];
  x: number;
  y: number;
  score: number;
  /** A screenshot's: it holds over the whole picture. */
  isUpright?: boolean;
};

const side = 512;
const sizeMin = 46;
const sizeMax = 300;
const sizeStep = 1.016;
const turnSteps = 200;
/** How many poses are looked at, of those that stand out most. */
export const posesMax = 8;
const windowsMax = 4;
/** After so many pilots a pose whose pilots stand out so little is given up. */
const hopelessAfter = 5;
const hopelessBelow = 9;
const alongs = Float64Array.from(pilots, ([along]) => along);
const acrosses = Float64Array.from(pilots, ([, across]) => across);

/** Squeezed by a tilted screen: how far, at which quarter of a half turn. */
const squeezes: readonly (readonly [number, number])[] = [
  [1, 0],
  ...[0.93, 0.86, 0.78].flatMap((by) => [0, 1, 2, 3].map((quarter) => [by, quarter] as const)),
];

/** The poses that stand out most: in the spectrum of the whole, or in those of parts, where a tilt changes less. */
export function findPoses(residual: Residual, isTilted: boolean, most = posesMax): Pose[] {
  const windows = spectraOf(residual);
  const looked = isTilted ? windows.slice(0, windowsMax) : [together(windows)];
  return looked
    .flatMap(({ x, y, power }) => {
      const standing = whitened(power);
      const wide = widened(standing);
      return search(wide, isTilted, most).map((matrix) => refined(standing, wide, matrix, x, y));
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, most);
}

/** How a screenshot would lie: its scale is all that is unknown, so far weaker waves tell it. */
export function findUpright(residual: Residual, known: readonly number[]): Pose[] {
  const standing = whitened(together(spectraOf(residual)).power);
  const [x, y] = [residual.width / 2, residual.height / 2];
  return uprightScales(standing, side, known).map(({ scale, score }) => ({
    matrix: uprightPose(scale),
    ...{ x, y, score, isUpright: true },
  }));
}

type Spectrum = { x: number; y: number; power: Float32Array };
const spectra = new WeakMap<Residual, Spectrum[]>();

/** Windows of a picture with their spectra, those that are trusted most first. */
function spectraOf(residual: Residual): Spectrum[] {
  const known = spectra.get(residual);
  if (known) return known;
  const windows = windowsOf(residual).sort((a, b) => b.trust - a.trust);
  const made: Spectrum[] = [];
  for (let at = 0; at < windows.length; at += 2) {
    const two = windows.slice(at, at + 2);
    const [one, other] = two.map((window) => cutOut(residual, window));
    if (!one) break;
    const powers = powersOf(one, other ?? new Float32Array(one.length), side);
    for (const [index, { x, y }] of two.entries())
      made.push({ x, y, power: powers[index] as Float32Array });
  }
  spectra.set(residual, made);
  return made;
}

function together(windows: readonly Spectrum[]): Spectrum {
  const power = new Float32Array(side * side);
  for (const window of windows)
    for (let at = 0; at < power.length; at++)
      power[at] = (power[at] ?? 0) + (window.power[at] ?? 0);
  return { x: windows[0]?.x ?? 0, y: windows[0]?.y ?? 0, power };
}

type Window = { x: number; y: number; size: number; trust: number };

function windowsOf({ width, height, trust }: Residual): Window[] {
  const size = Math.min(side, Math.max(width, height));
  const places = (length: number) => {
    const count = Math.max(1, Math.ceil((length - size) / (0.6 * size)) + 1);
    return Array.from({ length: count }, (_, at) =>
      count === 1 ? length / 2 : size / 2 + (at * (length - size)) / (count - 1),
    );
  };
  return places(height).flatMap((y) =>
    places(width).map((x) => {
      let sum = 0;
      for (
        let py = Math.max(0, Math.round(y - size / 2));
        py < Math.min(height, y + size / 2);
        py += 4
      )
        for (
          let px = Math.max(0, Math.round(x - size / 2));
          px < Math.min(width, x + size / 2);
          px += 4
        )
          sum += trust[py * width + px] ?? 0;
      return { x, y, size, trust: sum };
    }),
  );
}

function cutOut({ width, height, weighted }: Residual, { x, y, size }: Window): Float32Array {
  const field = new Float32Array(side * side);
  const [left, top] = [Math.round(x - size / 2), Math.round(y - size / 2)];
  const taper = (length: number, start: number) =>
    Float32Array.from({ length: side }, (_, at) =>
      Math.max(0, Math.sin((Math.PI * (at - Math.max(0, -start) + 0.5)) / length)),
    );
  const across = taper(Math.min(size, width), left);
  const down = taper(Math.min(size, height), top);
  for (let row = Math.max(0, -top); row < Math.min(size, height - top); row++)
    for (let column = Math.max(0, -left); column < Math.min(size, width - left); column++)
      field[row * side + column] =
        (weighted[(row + top) * width + column + left] ?? 0) *
        (down[row] ?? 0) *
        (across[column] ?? 0);
  return field;
}

/** How far each frequency stands out of those around it, frequency 0 in the middle. */
function whitened(power: Float32Array): Float32Array {
  const half = side / 2;
  const centred = new Float32Array(power.length);
  for (let at = 0; at < power.length; at++) {
    const row = (at + half * side) & (side * side - 1) & ~(side - 1);
    centred[at] = power[row | ((at + half) & (side - 1))] ?? 0;
  }
  const around = blurred({ width: side, height: side, levels: centred }, 12).levels;
  for (let at = 0; at < power.length; at++)
    centred[at] = Math.min(3, Math.sqrt((centred[at] ?? 0) / ((around[at] ?? 0) + 1e-9)));
  return centred;
}

/** The tile's matrix for each pose that stands out most, one of each neighbourhood. */
function search(wide: Float32Array, isTilted: boolean, most: number): Pose["matrix"][] {
  const found: { matrix: Pose["matrix"]; score: number }[] = [];
  for (const [by, quarter] of isTilted ? squeezes : squeezes.slice(0, 1))
    for (const mirror of [1, -1]) {
      const turns = turned(mirror, by, (Math.PI * quarter) / 4);
      for (let size = sizeMin; size < sizeMax; size *= sizeStep) {
        let [best, bestAt] = [0, 0];
        for (let at = 0; at < turns.length; at += 4) {
          const score = scoreOf(wide, turns, at, side / size);
          if (score > best) [best, bestAt] = [score, at];
        }
        const [a = 0, b = 0, c = 0, d = 0] = turns
          .slice(bestAt, bestAt + 4)
          .map((value) => value / size);
        found.push({ matrix: [a, b, c, d], score: best });
      }
    }
  return apart(found, most);
}

/** The best of each neighbourhood. */
function apart(found: { matrix: Pose["matrix"]; score: number }[], most: number): Pose["matrix"][] {
  found.sort((a, b) => b.score - a.score);
  const kept: Pose["matrix"][] = [];
  for (const { matrix } of found) {
    const isNear = kept.some((other) => {
      const away = Math.hypot(...matrix.map((value, at) => value - (other[at] ?? 0)));
      return away < 0.04 * Math.hypot(...matrix);
    });
    if (!isNear) kept.push(matrix);
    if (kept.length >= most) break;
  }
  return kept;
}

/** The matrices of a tile of one pixel in each turn, one after the other. */
function turned(mirror: number, by: number, axis: number): Float64Array {
  const [u, v] = [Math.cos(axis), Math.sin(axis)];
  const more = 1 / by - 1;
  const [a, b, d] = [1 + more * u * u, more * u * v, 1 + more * v * v];
  const all = new Float64Array(4 * turnSteps);
  for (let turn = 0; turn < turnSteps; turn++) {
    const angle = (Math.PI * turn) / turnSteps;
    const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
    all.set(
      [
        mirror * (cosine * a + sine * b),
        mirror * (cosine * b + sine * d),
        -sine * a + cosine * b,
        -sine * b + cosine * d,
      ],
      4 * turn,
    );
  }
  return all;
}

/** The highest of each place and those beside it. */
function widened(standing: Float32Array): Float32Array {
  const pass = (from: Float32Array, stride: number) => {
    const to = from.slice();
    for (let at = stride; at < from.length - stride; at++) {
      const [before, after] = [from[at - stride] ?? 0, from[at + stride] ?? 0];
      if (before > (to[at] ?? 0)) to[at] = before;
      if (after > (to[at] ?? 0)) to[at] = after;
    }
    return to;
  };
  return pass(pass(standing, 1), side);
}

/** @param scale what the matrix that begins at this place is multiplied by */
function scoreOf(wide: Float32Array, turns: Float64Array, at: number, scale: number): number {
  const a = (turns[at] as number) * scale;
  const b = (turns[at + 1] as number) * scale;
  const c = (turns[at + 2] as number) * scale;
  const d = (turns[at + 3] as number) * scale;
  let sum = 0;
  for (let index = 0; index < pilotCount; index++) {
    const along = alongs[index] as number;
    const across = acrosses[index] as number;
    // Half a pixel more, so that cutting off rounds.
    const x = (a * along + c * across + (side + 1) / 2) | 0;
    const y = (b * along + d * across + (side + 1) / 2) | 0;
    sum += wide[y * side + x] ?? 0;
    if (index === hopelessAfter && sum < hopelessBelow) return 0;
  }
  return sum;
}

/** Moves each pilot to the peak beside it and fits the matrix to these. */
function refined(
  standing: Float32Array,
  wide: Float32Array,
  start: Pose["matrix"],
  x: number,
  y: number,
): Pose {
  let matrix = start;
  for (const reach of [3, 2, 2, 1]) {
    const normal = [new Float64Array(3), new Float64Array(3)];
    const other = [0, 0];
    const [rowX, rowY] = normal as [Float64Array, Float64Array];
    const [a, b, c, d] = matrix;
    for (const [along, across] of pilots) {
      const peak = peakNear(
        standing,
        side * (a * along + c * across),
        side * (b * along + d * across),
        reach,
      );
      const weight = peak.height ** 2;
      const values = [along, across] as const;
      for (const [row, value] of [
        [rowX, along],
        [rowY, across],
      ] as const) {
        row[0] = (row[0] ?? 0) + weight * value * values[0];
        row[1] = (row[1] ?? 0) + weight * value * values[1];
        row[2] = (row[2] ?? 0) + (weight * value * peak.x) / side;
      }
      other[0] = (other[0] ?? 0) + (weight * along * peak.y) / side;
      other[1] = (other[1] ?? 0) + (weight * across * peak.y) / side;
    }
    const forY = normal.map((row, at) => Float64Array.of(row[0] ?? 0, row[1] ?? 0, other[at] ?? 0));
    const [solvedX, solvedY] = [solve(normal.map((row) => row.slice())), solve(forY)];
    if (!(solvedX && solvedY)) break;
    matrix = [solvedX[0] ?? 0, solvedY[0] ?? 0, solvedX[1] ?? 0, solvedY[1] ?? 0];
  }
  return { matrix, x, y, score: scoreOf(wide, Float64Array.from(matrix), 0, side) };
}

function peakNear(standing: Float32Array, x: number, y: number, reach: number) {
  const at = (px: number, py: number) => standing[(py + side / 2) * side + px + side / 2] ?? 0;
  let best = { x: Math.round(x), y: Math.round(y), height: 0 };
  for (let py = Math.round(y) - reach; py <= Math.round(y) + reach; py++)
    for (let px = Math.round(x) - reach; px <= Math.round(x) + reach; px++)
      if (at(px, py) > best.height) best = { x: px, y: py, height: at(px, py) };
  const between = (before: number, after: number) => {
    const bend = 2 * best.height - before - after;
    return bend > 0 ? Math.max(-0.5, Math.min(0.5, (after - before) / (2 * bend))) : 0;
  };
  return {
    x: best.x + between(at(best.x - 1, best.y), at(best.x + 1, best.y)),
    y: best.y + between(at(best.x, best.y - 1), at(best.x, best.y + 1)),
    height: best.height,
  };
}
