import { transform } from "./fourier.ts";
import { solve } from "./geometry.ts";
import { blurred } from "./image.ts";
import { pilots } from "./lattice.ts";
import type { Residual } from "./residual.ts";

/** How a tile may lie around a point: lattice coordinates = matrix * (pixel - centre), by pilots that stand out so far. */
export type Pose = {
  matrix: readonly [number, number, number, number];
  x: number;
  y: number;
  score: number;
};

const side = 512;
const sizeMin = 46;
const sizeMax = 300;
const sizeStep = 1.016;
const turnSteps = 200;
const keptMax = 8;

/** Squeezed by a tilted screen: how far, at which quarter of a half turn. */
const squeezes: readonly (readonly [number, number])[] = [
  [1, 0],
  ...[0.93, 0.86].flatMap((by) => [0, 1, 2, 3].map((quarter) => [by, quarter] as const)),
];

/** Windows of a picture with their spectra: all of it first, then the parts where a tilt changes less. */
export function findPoses(residual: Residual, isTilted: boolean): Pose[] {
  const windows = windowsOf(residual).map((window) => ({
    ...window,
    power: powerIn(residual, window),
  }));
  const whole = new Float32Array(side * side);
  for (const { power } of windows)
    for (let at = 0; at < whole.length; at++) whole[at] = (whole[at] ?? 0) + (power[at] ?? 0);
  const best = [...windows].sort((a, b) => b.trust - a.trust);
  const looked = isTilted ? best.slice(0, 4) : [{ ...(best[0] as (typeof best)[0]), power: whole }];
  return looked
    .flatMap(({ x, y, power }) => {
      const standing = whitened(power);
      return search(standing, isTilted).map((matrix) => refined(standing, matrix, x, y));
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, keptMax);
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

function powerIn({ width, height, weighted }: Residual, { x, y, size }: Window): Float32Array {
  const field = new Float32Array(side * side);
  const [left, top] = [Math.round(x - size / 2), Math.round(y - size / 2)];
  const span = { x: Math.min(size, width), y: Math.min(size, height) };
  const taper = (at: number, length: number, start: number) =>
    Math.sin((Math.PI * (at - Math.max(0, -start) + 0.5)) / length);
  for (let row = Math.max(0, -top); row < Math.min(size, height - top); row++)
    for (let column = Math.max(0, -left); column < Math.min(size, width - left); column++)
      field[row * side + column] =
        (weighted[(row + top) * width + column + left] ?? 0) *
        taper(row, span.y, top) *
        taper(column, span.x, left);
  const { real, imaginary } = transform(field, side);
  return real.map((value, at) => value * value + (imaginary[at] ?? 0) ** 2);
}

/** How far each frequency stands out of those around it, frequency 0 in the middle. */
function whitened(power: Float32Array): Float32Array {
  const half = side / 2;
  const centred = power.map(
    (_, at) =>
      power[((at + half * side) & (side * side - 1) & ~(side - 1)) | ((at + half) & (side - 1))] ??
      0,
  );
  const around = blurred({ width: side, height: side, levels: centred }, 12).levels;
  return centred.map((value, at) => Math.min(4, Math.sqrt(value / ((around[at] ?? 0) + 1e-9))));
}

/** The tile's matrix for each pose that stands out most, one of each neighbourhood. */
function search(standing: Float32Array, isTilted: boolean): Pose["matrix"][] {
  const wide = widened(standing);
  const found: { matrix: Pose["matrix"]; score: number }[] = [];
  for (const [by, quarter] of isTilted ? squeezes : squeezes.slice(0, 1))
    for (const mirror of [1, -1])
      for (let size = sizeMin; size < sizeMax; size *= sizeStep) {
        let best = { matrix: [0, 0, 0, 0] as Pose["matrix"], score: 0 };
        for (let turn = 0; turn < turnSteps; turn++) {
          const matrix = matrixOf(
            size,
            (Math.PI * turn) / turnSteps,
            mirror,
            by,
            (Math.PI * quarter) / 4,
          );
          const score = scoreOf(wide, matrix);
          if (score > best.score) best = { matrix, score };
        }
        found.push(best);
      }
  return apart(found);
}

/** The best of each neighbourhood. */
function apart(found: { matrix: Pose["matrix"]; score: number }[]): Pose["matrix"][] {
  found.sort((a, b) => b.score - a.score);
  const kept: Pose["matrix"][] = [];
  for (const { matrix } of found) {
    const isNear = kept.some((other) => {
      const away = Math.hypot(...matrix.map((value, at) => value - (other[at] ?? 0)));
      return away < 0.04 * Math.hypot(...matrix);
    });
    if (!isNear) kept.push(matrix);
    if (kept.length >= keptMax) break;
  }
  return kept;
}

function matrixOf(
  size: number,
  turn: number,
  mirror: number,
  by: number,
  axis: number,
): Pose["matrix"] {
  const [cosine, sine] = [Math.cos(turn) / size, Math.sin(turn) / size];
  const [u, v] = [Math.cos(axis), Math.sin(axis)];
  const more = 1 / by - 1;
  const [a, b, d] = [1 + more * u * u, more * u * v, 1 + more * v * v];
  return [
    mirror * (cosine * a + sine * b),
    mirror * (cosine * b + sine * d),
    -sine * a + cosine * b,
    -sine * b + cosine * d,
  ];
}

function widened(standing: Float32Array): Float32Array {
  const pass = (from: Float32Array, stride: number) =>
    from.map((value, at) => Math.max(value, from[at - stride] ?? 0, from[at + stride] ?? 0));
  return pass(pass(standing, 1), side);
}

function scoreOf(wide: Float32Array, [a, b, c, d]: Pose["matrix"]): number {
  let sum = 0;
  for (const [along, across] of pilots) {
    const x = Math.round(side * (a * along + c * across)) + side / 2;
    const y = Math.round(side * (b * along + d * across)) + side / 2;
    sum += wide[y * side + x] ?? 0;
  }
  return sum;
}

/** Moves each pilot to the peak beside it and fits the matrix to these. */
function refined(standing: Float32Array, start: Pose["matrix"], x: number, y: number): Pose {
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
  return { matrix, x, y, score: scoreOf(widened(standing), matrix) };
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
