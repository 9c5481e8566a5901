import type { Homography, Pair } from "./geometry.ts";
import { pilots, step } from "./lattice.ts";
import type { Pose } from "./pose.ts";

/** Of a quarter to six times the tile's size, in steps that the farthest pilots of a screen notice. */
const scaleMin = 0.24;
const scaleMax = 6.2;
const scaleStep = 1.002;
const keptMax = 4;
const apart = 1.02;

/** A screenshot is neither turned nor tilted: how much it was scaled is all that is unknown. */
export function uprightScales(standing: Float32Array, side: number, known: readonly number[]) {
  const scores: { scale: number; score: number }[] = [];
  for (let scale = scaleMin; scale < scaleMax; scale *= scaleStep)
    scores.push({ scale, score: scoreAt(standing, side, scale) });
  const best = scores.toSorted((a, b) => b.score - a.score);
  const kept = known.map((scale) => ({ scale, score: scoreAt(standing, side, scale) }));
  const count = kept.length + keptMax;
  for (const one of best) {
    const isNear = kept.some(({ scale }) => scale / one.scale < apart && one.scale / scale < apart);
    if (!isNear) kept.push(one);
    if (kept.length >= count) break;
  }
  return kept;
}

/** The pose of a screenshot of this scale. */
export function uprightPose(scale: number): Pose["matrix"] {
  const unit = 1 / (10 * step * scale);
  return [3 * unit, unit, -unit, 3 * unit];
}

/**
 * The map of a screenshot that fits pairs of points best: each axis of the page has a scale and a start, and nothing else can
 * follow the noise. @returns nothing where the pairs don't decide it
 */
export function fittedUpright(pairs: readonly Pair[]): Homography | undefined {
  const across = fittedLine(
    pairs.map(({ from: [u, v], to, weight }) => [3 * u - v, to[0], weight]),
  );
  const down = fittedLine(pairs.map(({ from: [u, v], to, weight }) => [u + 3 * v, to[1], weight]));
  if (!(across && down)) return undefined;
  return [3 * across[0], -across[0], across[1], down[0], 3 * down[0], down[1], 0, 0, 1];
}

/** By weighted least squares. @returns slope and start */
function fittedLine(
  points: readonly (readonly [from: number, to: number, weight: number])[],
): [number, number] | undefined {
  let [all, fromMean, toMean] = [0, 0, 0];
  for (const [from, to, weight] of points) {
    all += weight;
    fromMean += weight * from;
    toMean += weight * to;
  }
  fromMean /= all;
  toMean /= all;
  let [both, square] = [0, 0];
  for (const [from, to, weight] of points) {
    both += weight * (from - fromMean) * (to - toMean);
    square += weight * (from - fromMean) ** 2;
  }
  const slope = both / square;
  return slope > 0 && slope < Number.POSITIVE_INFINITY
    ? [slope, toMean - slope * fromMean]
    : undefined;
}

function scoreAt(standing: Float32Array, side: number, scale: number): number {
  const [a, b, c, d] = uprightPose(scale);
  let sum = 0;
  for (const [along, across] of pilots) {
    const x = side * (a * along + c * across);
    const y = side * (b * along + d * across);
    sum += between(standing, side, x + side / 2, y + side / 2);
  }
  return sum;
}

function between(field: Float32Array, side: number, x: number, y: number): number {
  const [x0, y0] = [Math.floor(x), Math.floor(y)];
  if (!(x0 >= 0 && y0 >= 0 && x0 < side - 1 && y0 < side - 1)) return 0;
  const at = y0 * side + x0;
  const upper = (field[at] ?? 0) + (x - x0) * ((field[at + 1] ?? 0) - (field[at] ?? 0));
  const next = field[at + side] ?? 0;
  const lower = next + (x - x0) * ((field[at + side + 1] ?? 0) - next);
  return upper + (y - y0) * (lower - upper);
}
