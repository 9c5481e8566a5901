import { solve } from "../geometry.ts";
import type { FreshLine } from "./line.ts";
import type { Offsets } from "./offsets.ts";
import type { LetterShifts } from "./shifts.ts";

/** Screens have pixels: a letter stands up to an eighth of one beside where it should. In shifts. */
const gridDeviation = 0.35;
/** What stands off further than it would was measured wrongly. */
const offsetMax = 1;
const steps = 4_096;

/** How much each letter speaks for standing right or down, from what was measured; the other way with a minus. */
export type Leanings = Float64Array;

/**
 * What is left of the offsets when the line as a whole is moved, stretched and turned as fits best: pictures do that, and
 * it says nothing.
 */
export function leaningsOf(line: FreshLine, { offsets, precisions }: Offsets): Leanings {
  const middles = line.letters.map(({ left, width }) => (left + width / 2) / line.size);
  const weights = precisions.map((precision) => 1 / (1 / precision + gridDeviation ** 2));
  const leanings = new Float64Array(offsets.length);
  for (const way of [0, 1]) {
    const at = middles.map((_, letter) => 2 * letter + way);
    const own = at.map((place) => offsets[place] ?? 0);
    const weight = at.map((place) => weights[place] ?? 0);
    for (const [letter, rest] of restOf(own, middles, weight).entries())
      leanings[2 * letter + way] =
        (weight[letter] ?? 0) * Math.max(-offsetMax, Math.min(offsetMax, rest));
  }
  return leanings;
}

/** Values beside the straight line that fits them best. */
function restOf(
  values: readonly number[],
  places: readonly number[],
  weights: readonly number[],
): number[] {
  const sum = (of: (at: number) => number) =>
    values.reduce((total, _, at) => total + (weights[at] ?? 0) * of(at), 0);
  const [place, value] = [(at: number) => places[at] ?? 0, (at: number) => values[at] ?? 0];
  const [first, second] = [sum(place), sum((at) => place(at) ** 2)];
  const [start = 0, slope = 0] =
    solve([
      Float64Array.of(
        sum(() => 1),
        first,
        sum(value),
      ),
      Float64Array.of(
        first,
        second,
        sum((at) => place(at) * value(at)),
      ),
    ]) ?? [];
  return values.map((each, at) => each - start - slope * place(at));
}

/** How well a screen's shifts agree with what letters speak for. */
export function agreementOf(line: FreshLine, leanings: Leanings, shifts: LetterShifts): number {
  let sum = 0;
  for (const [at, leaning] of leanings.entries()) {
    const place = 2 * (line.letters[at >> 1]?.place ?? 0) + (at & 1);
    sum += leaning * (shifts[place % shifts.length] ?? 0);
  }
  return sum;
}

/**
 * How likely shifts that have nothing to do with the picture agree with it as well: each of them is a coin. Reckoned for
 * leanings in whole steps and rounded up, whatever the picture is.
 */
export function chanceOf(leanings: Leanings, agreement: number): number {
  const whole = leanings.reduce((sum, leaning) => sum + Math.abs(leaning), 0);
  if (!(whole > 0)) return 1;
  const weights = [...leanings].map((leaning) => Math.round((steps * Math.abs(leaning)) / whole));
  const most = weights.reduce((sum, weight) => sum + weight, 0);
  let chances = new Float64Array(2 * most + 1);
  chances[most] = 1;
  for (const weight of weights) {
    const next = new Float64Array(chances.length);
    for (const [at, chance] of chances.entries()) {
      if (chance === 0) continue;
      next[at - weight] = (next[at - weight] ?? 0) + chance / 2;
      next[at + weight] = (next[at + weight] ?? 0) + chance / 2;
    }
    chances = next;
  }
  const least = Math.ceil((steps * agreement) / whole - weights.length / 2);
  return chances.subarray(Math.max(0, least + most)).reduce((sum, chance) => sum + chance, 0);
}
