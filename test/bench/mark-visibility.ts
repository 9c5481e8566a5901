import { transform } from "../../src/mark/fourier.ts";
import { type BenchLine, rounded } from "./line.ts";
import type { Page } from "./mark-pages.ts";

/** A page's pixel (1/96 inch) seen from 60 cm: so many stand in a degree. */
const pixelsADegree = (2 * 600 * Math.tan(Math.PI / 360)) / (25.4 / 96);
const side = 256;

/**
 * How strong the product's own mark is on a page as Chromium shows it, in levels of 255: the root mean square around the mean,
 * the largest change, and the root mean square of what an eye takes in of it, by Mannos and Sakrison's contrast sensitivity
 * (IEEE Trans. Information Theory 20, 1974), whose peak counts as 1.
 */
export function visibilityOf(page: Page): BenchLine[] {
  const { name, change, scale } = page;
  if (!change) return [];
  const largest = change.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
  const lines = [
    ["rms", Math.sqrt(variance(change))],
    ["largest change", largest],
    ["rms as seen from 60 cm", Math.sqrt(seen(change, page))],
  ] as const;
  return lines.map(([what, value]) => {
    return { name: `mark ${name} ${scale}x, ${what}`, value: rounded(value), unit: "levels" };
  });
}

/** Mannos and Sakrison's, at so many waves a degree; 0.98 is its highest value. */
function sensitivity(waves: number): number {
  return (2.6 * (0.0192 + 0.114 * waves) * Math.exp(-((0.114 * waves) ** 1.1))) / 0.98;
}

function variance(values: Float32Array): number {
  let [sum, squares] = [0, 0];
  for (const value of values) {
    sum += value;
    squares += value * value;
  }
  return squares / values.length - (sum / values.length) ** 2;
}

/** The weighted power of all waves, the mean over windows that fill the page. */
function seen(change: Float32Array, { width, height, scale }: Page): number {
  let [sum, count] = [0, 0];
  for (let top = 0; top + side <= height; top += side)
    for (let left = 0; left + side <= width; left += side) {
      const field = new Float32Array(side * side);
      for (let y = 0; y < side; y++) {
        const start = (top + y) * width + left;
        field.set(change.subarray(start, start + side), y * side);
      }
      sum += weightedPower(field, pixelsADegree * scale);
      count++;
    }
  return sum / count;
}

function weightedPower(field: Float32Array, samplesADegree: number): number {
  const { real, imaginary } = transform(field, side);
  let sum = 0;
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      if (x === 0 && y === 0) continue;
      const waves = Math.hypot(Math.min(x, side - x), Math.min(y, side - y)) / side;
      const at = y * side + x;
      const power = (real[at] ?? 0) ** 2 + (imaginary[at] ?? 0) ** 2;
      sum += power * sensitivity(waves * samplesADegree) ** 2;
    }
  return sum / side ** 4;
}
