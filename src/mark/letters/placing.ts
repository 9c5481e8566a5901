import type { Image } from "../image.ts";
import { LeastSquares } from "./least-squares.ts";
import { type FreshLine, grainOf, type Placing, soft, softened, visitPixels } from "./line.ts";
import { tonesOf } from "./tones.ts";

/** From a look through half-closed eyes to a sharp one: how blurred, in pixels of the picture. */
const looks = [2, 1, 0.5];
const stepsALook = 4;
/** Of what stands out most: paler is ground, and the mark on it. */
const inkMin = 0.35;

/**
 * Where a line stands in a picture that shows it and little else: its size, place, turn and slant, letters together.
 * @returns nothing where there is no ink
 */
export function placingOf(image: Image, line: FreshLine): Placing | undefined {
  let placing = roughPlacing(image, line);
  for (const blur of looks) {
    const { width, height } = image;
    const seen = { width, height, levels: soft(image.levels, width, height, blur) };
    const drawn: FreshLine | undefined = placing && softened(line, placing, blur);
    for (let step = 0; step < stepsALook && placing && drawn; step++)
      placing = nearer(seen, drawn, placing);
  }
  return placing;
}

/** One step of Gauss and Newton. */
function nearer(image: Image, line: FreshLine, placing: Placing): Placing | undefined {
  const still = new Float64Array(2 * line.letters.length);
  const { ground, ink } = tonesOf(image, line, placing, still);
  const squares = new LeastSquares(8);
  visitPixels(image, line, placing, still, (x, y, touching) => {
    let [covered, across, along] = [0, 0, 0];
    for (const touch of touching) {
      covered += touch.covered;
      across += touch.across * ink;
      along += touch.along * ink;
    }
    const factors = [across, across * x, across * y, along, along * x, along * y, covered, 1];
    const level = image.levels[y * image.width + x] ?? 0;
    squares.add([0, 1, 2, 3, 4, 5, 6, 7], factors, level - ground - ink * covered);
  });
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = squares.solved() ?? [];
  const next: Placing = [
    ...([placing[0] + a, placing[1] + b, placing[2] + c] as const),
    ...([placing[3] + d, placing[4] + e, placing[5] + f] as const),
  ];
  const change = grainOf(next) / grainOf(placing);
  return change > 0.5 && change < 2 ? next : undefined;
}

/** By where the ink's middle is, how long it stretches and which way. */
function roughPlacing(image: Image, line: FreshLine): Placing | undefined {
  const pictured = stretchOf(inkOf(image));
  const drawn = stretchOf(inkOfLine(line));
  if (!pictured || !drawn) return undefined;
  const scale = drawn.length / pictured.length;
  const turn = drawn.angle - pictured.angle;
  const [cos, sin] = [scale * Math.cos(turn), scale * Math.sin(turn)];
  return [
    ...([drawn.x - cos * pictured.x + sin * pictured.y, cos, -sin] as const),
    ...([drawn.y - sin * pictured.x - cos * pictured.y, sin, cos] as const),
  ];
}

type Ink = { x: number; y: number; weight: number };

function* inkOf({ width, levels }: Image): Generator<Ink> {
  const sorted = levels.toSorted();
  const share = (part: number) => sorted[Math.floor(part * (sorted.length - 1))] ?? 0;
  const [darkest, ground, lightest] = [share(0.01), share(0.5), share(0.99)];
  const contrast = ground - darkest > lightest - ground ? darkest - ground : lightest - ground;
  for (const [at, level] of levels.entries()) {
    const weight = (level - ground) / contrast;
    if (weight > inkMin) yield { x: at % width, y: Math.floor(at / width), weight };
  }
}

function* inkOfLine({ letters }: FreshLine): Generator<Ink> {
  for (const { left, top, width, covered } of letters)
    for (const [at, weight] of covered.entries())
      if (weight > inkMin)
        yield { x: left + (at % width), y: top + Math.floor(at / width), weight };
}

function stretchOf(ink: Iterable<Ink>) {
  let [sum, x, y, xx, xy, yy] = [0, 0, 0, 0, 0, 0];
  for (const at of ink) {
    sum += at.weight;
    x += at.weight * at.x;
    y += at.weight * at.y;
    xx += at.weight * at.x ** 2;
    xy += at.weight * at.x * at.y;
    yy += at.weight * at.y ** 2;
  }
  [x, y] = [x / sum, y / sum];
  const [wide, high, leaning] = [xx / sum - x * x, yy / sum - y * y, xy / sum - x * y];
  const length = Math.sqrt((wide + high + Math.hypot(wide - high, 2 * leaning)) / 2);
  if (!(length > 0)) return undefined;
  return { x, y, length, angle: Math.atan2(2 * leaning, wide - high) / 2 };
}
