import type { Image } from "../image.ts";
import { LeastSquares } from "./least-squares.ts";
import { type FreshLine, type Placing, softened, visitPixels } from "./line.ts";
import { letterShift } from "./shifts.ts";
import { tonesOf } from "./tones.ts";

/** How soft pictures are, in their pixels, beside what a pixel takes. */
const blurs = [0, 0.3, 0.6, 0.9, 1.3];
const steps = 4;
/** A letter that says little stays where it is: how far letters stand off, in shifts, before anything is known. */
const usualOffset = 3;
/** A step is at most so many shifts. */
const stepMax = 5;

/**
 * How far each letter of a line stands off, across and along, in shifts of a letter; and how precisely that is known: one
 * over the variance. `fit` is how much of the picture the line explains, of 1.
 */
export type Offsets = { offsets: Float64Array; precisions: Float64Array; fit: number };

/** Measures how letters stand beside where a fresh line has them. */
export function offsetsIn(image: Image, line: FreshLine, placing: Placing): Offsets {
  const unit = letterShift * line.size;
  const shifts = new Float64Array(2 * line.letters.length);
  const sharpest = blurs.map((blur) => {
    const blurred = softened(line, placing, blur);
    return { blurred, fit: tonesOf(image, blurred, placing, shifts).fit };
  });
  const { blurred } = sharpest.reduce((best, one) => (one.fit > best.fit ? one : best));
  let precisions = new Float64Array(shifts.length);
  for (let step = 0; step < steps; step++)
    precisions = moveLetters(image, blurred, placing, shifts, unit);
  const { fit } = tonesOf(image, blurred, placing, shifts);
  return { offsets: shifts.map((shift) => shift / unit), precisions, fit };
}

/** One step of Gauss and Newton, all letters at once: neighbours share pixels. @returns the precisions */
function moveLetters(
  image: Image,
  line: FreshLine,
  placing: Placing,
  shifts: Float64Array,
  unit: number,
): Float64Array<ArrayBuffer> {
  const { ground, ink } = tonesOf(image, line, placing, shifts);
  const count = shifts.length;
  const squares = new LeastSquares(count + 2);
  visitPixels(image, line, placing, shifts, (x, y, touching) => {
    const numbers = touching.flatMap(({ letter }) => [2 * letter, 2 * letter + 1]);
    const factors = touching.flatMap((touch) => [-ink * touch.across, -ink * touch.along]);
    const covered = touching.reduce((sum, touch) => sum + touch.covered, 0);
    const level = image.levels[y * image.width + x] ?? 0;
    squares.add(
      [...numbers, count, count + 1],
      [...factors, covered, 1],
      level - ground - ink * covered,
    );
  });
  const variance = squares.squares / squares.equations;
  const precisions = new Float64Array(count);
  const weight = Math.sqrt(variance) / (usualOffset * unit);
  for (let at = 0; at < count; at++) {
    precisions[at] = (squares.precisionOf(at) * unit * unit) / variance;
    squares.add([at], [weight], -weight * (shifts[at] ?? 0));
  }
  const solved = squares.solved() ?? [];
  for (let at = 0; at < count; at++) {
    const step = Math.max(-stepMax * unit, Math.min(stepMax * unit, solved[at] ?? 0));
    shifts[at] = (shifts[at] ?? 0) + step;
  }
  return precisions;
}
