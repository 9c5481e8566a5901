import type { Image } from "../image.ts";

/** A letter of a line that was drawn anew, without a shift: how much it covers of each pixel around it, 0 to 1. */
export type Letter = {
  /** Which letter of the value it is, from 0; spaces aren't counted. */
  place: number;
  left: number;
  top: number;
  width: number;
  height: number;
  covered: Float32Array;
};

/** `size` is its font's, in the line's own pixels. */
export type FreshLine = { size: number; letters: readonly Letter[] };

/** Where a picture's pixel stands in a line: across = a + b x + c y, along = d + e x + f y. */
export type Placing = readonly [number, number, number, number, number, number];

/** A letter at a pixel: how much it covers, and how that changes across and along the line. */
export type Touch = { letter: number; covered: number; across: number; along: number };

/** How many pixels of a line a pixel of the picture is wide. */
export function grainOf([, b, c, , e, f]: Placing): number {
  return Math.sqrt(Math.abs(b * f - c * e));
}

/** The line as a camera or a browser would show it. @param blur of the picture, in its pixels */
export function softened(line: FreshLine, placing: Placing, blur: number): FreshLine {
  const grain = grainOf(placing);
  const deviation = grain * Math.hypot(pixelDeviation, blur);
  return { ...line, letters: line.letters.map((letter) => softLetter(letter, deviation)) };
}

/** Of what is even over a pixel. */
const pixelDeviation = 1 / Math.sqrt(12);

/**
 * Visits the pixels of a picture that letters touch.
 * @param shifts of each letter, across and along, in the line's pixels
 */
export function visitPixels(
  { width, height }: Image,
  { letters }: FreshLine,
  [a, b, c, d, e, f]: Placing,
  shifts: Float64Array,
  visit: (x: number, y: number, touching: readonly Touch[]) => void,
): void {
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [across, along] = [a + b * x + c * y, d + e * x + f * y];
      const touching: Touch[] = [];
      for (let letter = 0; letter < letters.length; letter++) {
        const u = across - (shifts[2 * letter] ?? 0);
        const v = along - (shifts[2 * letter + 1] ?? 0);
        const touch = touchAt(letters[letter] as Letter, letter, u, v);
        if (touch) touching.push(touch);
      }
      if (touching.length > 0) visit(x, y, touching);
    }
}

function touchAt(of: Letter, letter: number, across: number, along: number): Touch | undefined {
  const u = across - of.left;
  if (u < 1 || u >= of.width - 2) return undefined;
  const v = along - of.top;
  if (v < 1 || v >= of.height - 2) return undefined;
  return {
    letter,
    covered: between(of, u, v),
    across: (between(of, u + 1, v) - between(of, u - 1, v)) / 2,
    along: (between(of, u, v + 1) - between(of, u, v - 1)) / 2,
  };
}

function between({ width, covered }: Letter, u: number, v: number): number {
  const [x, y] = [Math.floor(u), Math.floor(v)];
  const at = y * width + x;
  const upper = (covered[at] ?? 0) * (1 - u + x) + (covered[at + 1] ?? 0) * (u - x);
  const lower = (covered[at + width] ?? 0) * (1 - u + x) + (covered[at + width + 1] ?? 0) * (u - x);
  return upper * (1 - v + y) + lower * (v - y);
}

function softLetter(letter: Letter, deviation: number): Letter {
  const { width, height, covered } = letter;
  return { ...letter, covered: soft(covered, width, height, deviation) };
}

/** A picture through a lens that isn't sharp. @param deviation of its Gaussian, in pixels */
export function soft(
  levels: Float32Array,
  width: number,
  height: number,
  deviation: number,
): Float32Array {
  if (deviation === 0) return levels;
  const reach = Math.ceil(3 * deviation);
  const weights = Float32Array.from({ length: 2 * reach + 1 }, (_, at) =>
    Math.exp(-((at - reach) ** 2) / (2 * deviation ** 2)),
  );
  const along = softAlong(levels, weights, width, height, 1, width);
  return softAlong(along, weights, height, width, width, 1);
}

/** Beyond its ends a line goes on as it ends. */
function softAlong(
  from: Float32Array,
  weights: Float32Array,
  length: number,
  lines: number,
  stride: number,
  lineStride: number,
): Float32Array {
  const to = new Float32Array(from.length);
  const reach = weights.length >> 1;
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  for (let line = 0; line < lines; line++)
    for (let at = 0; at < length; at++) {
      let sum = 0;
      for (let step = -reach; step <= reach; step++) {
        const other = Math.min(length - 1, Math.max(0, at + step));
        sum += (weights[step + reach] ?? 0) * (from[line * lineStride + other * stride] ?? 0);
      }
      to[line * lineStride + at * stride] = sum / whole;
    }
  return to;
}
