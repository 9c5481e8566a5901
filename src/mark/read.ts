import { folded, perTile } from "./canonical.ts";
import { transform } from "./fourier.ts";
import { type Homography, inverse, mapped } from "./geometry.ts";
import { type Found, grown, seeded } from "./growing.ts";
import { halved, type Image } from "./image.ts";
import { carriers, type Frequency, pilots } from "./lattice.ts";
import { findPoses, type Pose } from "./pose.ts";
import { type Residual, residualOf } from "./residual.ts";
import { type Keyed, keyedBy, payloadIn } from "./spectrum.ts";

/** Below it no picture holds a tile's waves. */
const sideMin = 96;
const pixelsAtOnceMax = 2_600_000;
export const pixelsMax = 60_000_000;
const posesMax = 6;
const agreementMin = 0.5;
const agreementSure = 0.8;

/** Why nothing was read. `wrong_key` and `too_compressed`: waves like a mark's, but no code of this key; see `agreement`. */
export type WhyNot = "too_small" | "no_pilots" | "too_compressed" | "wrong_key";

export type Reading =
  | {
      is: "read";
      payload: bigint;
      /** Corners of one tile in the picture, in pixels, and how the lattice lies there. */
      at: readonly (readonly [number, number])[];
      toPixel: Homography;
      agreement: number;
      tries: number;
    }
  | { is: "unread"; why: WhyNot; agreement: number; tries: number };

/** How far the reader is: a share of everything that it would try, 0 to 1. */
export type OnProgress = (share: number) => void;

/**
 * Reads the mark in a grey picture, by the key alone: any size from a quarter to six times, any turn, mirrored, tilted.
 * It makes at most 36 tries (`triesMax`) with 16 readings each, so an unmarked picture is read as marked with a
 * probability of 36 * 16 / 2^32, 1.3e-7, at most.
 * @throws {RangeError} for a picture whose levels aren't as many as its pixels, or too many, or a key under 16 bytes
 */
export function read(image: Image, key: Uint8Array, onProgress: OnProgress = () => {}): Reading {
  const { width, height, levels } = image;
  if (levels.length !== width * height || levels.length > pixelsMax)
    throw new RangeError(`a picture of ${width} x ${height} pixels with ${levels.length} levels`);
  const keyed = keyedBy(key);
  if (Math.min(width, height) < sideMin)
    return unread("too_small", { agreement: 0, tries: 0, standing: 0 });
  const best = { agreement: 0, tries: 0, standing: 0 };
  const residuals = new Map<Image, Residual>();
  const layers = layersOf(image);
  let done = 0;
  for (const isTilted of [false, true])
    for (const { image: layer, scale } of layers) {
      const residual = residuals.get(layer) ?? residualOf(layer);
      residuals.set(layer, residual);
      const found = readLayer(residual, keyed, isTilted, best);
      onProgress(++done / (2 * layers.length));
      if (found) return { ...found, ...place(found.toPixel, scale, image), tries: best.tries };
    }
  return unread(best.agreement < agreementSure ? "no_pilots" : "too_compressed", best);
}

type Best = { agreement: number; tries: number; standing: number };

/** Another key's pilots stand out in the spectrum, but their phases say nothing to this key. */
const standingOfMark = 14 * 2.6;

function unread(why: WhyNot, { agreement, tries, standing }: Best): Reading {
  const isOther = why === "no_pilots" && standing > standingOfMark;
  return { is: "unread", why: isOther ? "wrong_key" : why, agreement, tries };
}

function layersOf(image: Image): { image: Image; scale: number }[] {
  let [at, scale] = [image, 1];
  while (at.levels.length > pixelsAtOnceMax) [at, scale] = [halved(at), scale * 2];
  const layers = [{ image: at, scale }];
  while (layers.length < 3) {
    [at, scale] = [halved(at), scale * 2];
    if (Math.min(at.width, at.height) < sideMin) break;
    layers.push({ image: at, scale });
  }
  return layers;
}

function readLayer(residual: Residual, keyed: Keyed, isTilted: boolean, best: Best) {
  const seeds = findPoses(residual, isTilted)
    .flatMap((pose) => seeded(residual, pose, keyed).map((seed) => ({ seed, pose })))
    .sort((a, b) => b.seed.agreement - a.seed.agreement);
  for (const { seed, pose } of seeds.slice(0, posesMax)) {
    best.standing = Math.max(best.standing, pose.score);
    if (seed.agreement < agreementMin) break;
    const found = grown(residual, seed, pose as Pose, keyed);
    if (!found) continue;
    best.agreement = Math.max(best.agreement, found.agreement);
    best.tries++;
    const payload = payloadIn(leaningsOf(found, keyed), keyed);
    if (payload !== undefined)
      return { is: "read" as const, payload, toPixel: found.toPixel, agreement: found.agreement };
  }
  return undefined;
}

/** How far each chip leans, against the noise at frequencies of its size that carry nothing. */
function leaningsOf({ laid, share }: Found, keyed: Keyed): Float32Array {
  const { real, imaginary } = transform(folded(laid, share), perTile);
  const at = ([along, across]: Frequency) => (across & 63) * perTile + (along & 63);
  const amplitude = pilotAmplitude(keyed, (frequency) => [
    real[at(frequency)] ?? 0,
    imaginary[at(frequency)] ?? 0,
  ]);
  const noise = noiseByRadius(real, imaginary);
  const carried = amplitude * Math.sqrt(0.6 / carriers.length);
  const sums = new Float32Array(2 * carriers.length);
  for (const [index, frequency] of carriers.entries()) {
    const place = at(frequency);
    const [a, b] = [real[place] ?? 0, imaginary[place] ?? 0];
    const around = noise[Math.round(Math.hypot(...frequency))] ?? 1;
    const excess = Math.max(0, Math.hypot(a, b) - 3 * Math.SQRT2 * carried); // a page's own wave
    const variance = around + excess * excess + 1e-9;
    sums[2 * index] = (2 * carried * a) / variance;
    sums[2 * index + 1] = (2 * carried * b) / variance;
  }
  return sums;
}

function pilotAmplitude(keyed: Keyed, valueAt: (frequency: Frequency) => [number, number]): number {
  let [agreeing, own] = [0, 0];
  for (const { frequency, real, imaginary } of keyed.pilots) {
    const [a, b] = valueAt(frequency);
    agreeing += a * real + b * imaginary;
    own += real * real + imaginary * imaginary;
  }
  return Math.max(1e-6, agreeing / own);
}

/** Mean power of one part, real or imaginary, around each radius. */
function noiseByRadius(real: Float32Array, imaginary: Float32Array): Float64Array {
  const used = new Set([...pilots, ...carriers].map(([along, across]) => `${along} ${across}`));
  const [sums, counts] = [new Float64Array(20), new Float64Array(20)];
  for (let along = 0; along < 18; along++)
    for (let across = -17; across < 18; across++) {
      const radius = Math.round(Math.hypot(along, across));
      if (radius < 4 || radius > 18 || used.has(`${along} ${across}`)) continue;
      const place = (across & 63) * perTile + along;
      const power = ((real[place] ?? 0) ** 2 + (imaginary[place] ?? 0) ** 2) / 2;
      for (const near of [radius - 2, radius - 1, radius, radius + 1, radius + 2]) {
        sums[near] = (sums[near] ?? 0) + power;
        counts[near] = (counts[near] ?? 0) + 1;
      }
    }
  return sums.map((sum, radius) => (sum + 1e-9) / ((counts[radius] ?? 0) + 1e-9));
}

/** Where a tile stands that is near the middle of the picture. */
function place(toPixel: Homography, scale: number, { width, height }: Image) {
  const whole = toPixel.map((value, at) => (at < 6 ? value * scale : value));
  const [u, v] = mapped(inverse(whole), width / 2, height / 2).map(Math.floor) as [number, number];
  const corners = [
    [u, v],
    [u + 1, v],
    [u + 1, v + 1],
    [u, v + 1],
  ] as const;
  return { toPixel: whole, at: corners.map(([x, y]) => mapped(whole, x, y)) };
}
