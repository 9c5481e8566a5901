import { folded, foldedSide, lay, sampled } from "./canonical.ts";
import { transform } from "./fourier.ts";
import { inverse, mapped } from "./geometry.ts";
import { type Found, tilePixelsAt } from "./growing.ts";
import { carriers } from "./lattice.ts";
import type { Residual } from "./residual.ts";
import { type Keyed, pilotShare } from "./spectrum.ts";

const radiusMax = 18;
const mask = foldedSide - 1;
const beside = [-1, 0, 1].flatMap((u) => [-1, 0, 1].map((v) => [u, v] as const));

/** Two tiles by two as a spectrum: a frequency of the lattice stands at twice its numbers. */
type Spectrum = { real: Float32Array; imaginary: Float32Array };

/** How far each half of each carrier leans, real before imaginary: the logarithm of how much likelier it is above zero. */
export function leaningsOf(
  residual: Residual,
  { toPixel, share }: Found,
  keyed: Keyed,
): Float32Array {
  const { width, height, weighted, trust } = residual;
  const tilePixels = tilePixelsAt(toPixel, mapped(inverse(toPixel), width / 2, height / 2));
  const laid = lay(sampled(residual, weighted, tilePixels, 64), toPixel, 64);
  const trusted = lay(sampled(residual, trust, tilePixels, 64), toPixel, 64);
  const sums = new Float32Array(2 * carriers.length);
  if (!laid || !trusted) return sums;
  const spectrum = transform(folded(laid, trusted, share), foldedSide);
  const noises = noiseByRadius(spectrum);
  const carried = amplitudeOf(spectrum, keyed) * Math.sqrt((1 - pilotShare) / carriers.length);
  for (const [index, frequency] of carriers.entries()) {
    const [u, v] = [2 * frequency[0], 2 * frequency[1]];
    const place = placeOf(u, v);
    const [a, b] = [spectrum.real[place] ?? 0, spectrum.imaginary[place] ?? 0];
    const around = noises[Math.round(Math.hypot(...frequency))] ?? 1;
    let near = 0;
    for (const [x, y] of beside) if (x || y) near += powerAt(spectrum, u + x, v + y) / 8;
    const noise = around ** 0.3 * near ** 0.7;
    const excess = Math.max(0, Math.hypot(a, b) - 3 * Math.SQRT2 * carried); // a page's own wave
    const variance = noise + excess * excess + 1e-9;
    sums[2 * index] = (2 * carried * a) / variance;
    sums[2 * index + 1] = (2 * carried * b) / variance;
  }
  return sums;
}

function placeOf(u: number, v: number): number {
  return (v & mask) * foldedSide + (u & mask);
}

/** The power of one part, real or imaginary. */
function powerAt({ real, imaginary }: Spectrum, u: number, v: number): number {
  const place = placeOf(u, v);
  return ((real[place] ?? 0) ** 2 + (imaginary[place] ?? 0) ** 2) / 2;
}

/** How strong the mark is, by its pilots: 1 is an rms of one level. */
function amplitudeOf({ real, imaginary }: Spectrum, { pilots }: Keyed): number {
  let [agreeing, own] = [0, 0];
  for (const pilot of pilots) {
    const place = placeOf(2 * pilot.frequency[0], 2 * pilot.frequency[1]);
    agreeing += (real[place] ?? 0) * pilot.real + (imaginary[place] ?? 0) * pilot.imaginary;
    own += pilot.real ** 2 + pilot.imaginary ** 2;
  }
  return Math.max(1e-6, agreeing / own);
}

/** Mean power of one part around each radius, of frequencies between those of the lattice. */
function noiseByRadius(spectrum: Spectrum): Float64Array {
  const [sums, counts] = [new Float64Array(radiusMax + 2), new Float64Array(radiusMax + 2)];
  for (let u = 0; u <= 2 * radiusMax; u++)
    for (let v = -2 * radiusMax; v <= 2 * radiusMax; v++) {
      const radius = Math.round(Math.hypot(u, v) / 2);
      if (radius < 4 || radius > radiusMax || !((u | v) & 1)) continue;
      const power = powerAt(spectrum, u, v);
      for (const at of [radius - 1, radius, radius + 1]) {
        sums[at] = (sums[at] ?? 0) + power;
        counts[at] = (counts[at] ?? 0) + 1;
      }
    }
  return sums.map((sum, radius) => (sum + 1e-9) / ((counts[radius] ?? 0) + 1e-9));
}
