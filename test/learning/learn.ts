import { deflateRawSync } from "node:zlib";
import { shareOf, stepsOfOne } from "../../src/guard/weighing/table.ts";

type Places = readonly number[];

/**
 * A text to learn from: its parts (and passages of them, which must weigh `passageWeightMin` to count), each in every reading,
 * as places in the table of weights.
 */
export type Example = {
  /** Does it show what is to be told: an ask, a scam? */
  isSought: boolean;
  weight: number;
  parts: readonly Places[];
  passages?: readonly Places[];
};

type Learned = { bias: number; weights: Float64Array };

const rounds = 30;
/** After these the weights of each round are averaged: the last examples of a round must not decide. */
const roundsBefore = 10;
const rate = 0.06;
const shrinking = 0.01;
/** To accuse an honest text is worse than to miss one of the sought, which others may still see. */
const honestWeight = 1.5;
/** A feature that fewer parts have says nothing. */
const partsMin = 3;
/** So much of a part's features is learned from at a time, chosen by chance: none must be relied on alone. */
const shareLearned = 0.5;

/**
 * Logistic regression by AdaGrad. Of a text only the part counts that speaks most for what is sought, as when it is judged.
 * The same examples give the same weights.
 * @param places how many the table has
 * @param passageWeightMin what a passage must weigh beyond 0
 */
export function learn(examples: readonly Example[], places: number, passageWeightMin = 0): Learned {
  const learner = new Learner(examples, places, passageWeightMin);
  const random = seeded(12345);
  const sum = new Float64Array(places);
  let biasSum = 0;
  const order = examples.map((_, index) => index);
  for (let round = 0; round < rounds; round++) {
    shuffle(order, random);
    for (const index of order) learner.learnFrom(examples[index] as Example);
    if (round < roundsBefore) continue;
    biasSum += learner.bias;
    for (let place = 0; place < places; place++)
      sum[place] = (sum[place] ?? 0) + (learner.weights[place] ?? 0);
  }
  const counted = rounds - roundsBefore;
  return { bias: biasSum / counted, weights: sum.map((weight) => weight / counted) };
}

class Learner {
  bias = -1;
  readonly weights: Float64Array;
  readonly #squares: Float64Array;
  readonly #seen: Float64Array;
  #biasSquares = 1e-6;
  readonly #random = seeded(777);

  readonly #passageWeightMin: number;

  constructor(examples: readonly Example[], places: number, passageWeightMin: number) {
    this.#passageWeightMin = passageWeightMin;
    this.weights = new Float64Array(places);
    this.#squares = new Float64Array(places).fill(1e-6);
    this.#seen = new Float64Array(places);
    for (const place of examples.flatMap(({ parts }) => parts.flat())) {
      this.#seen[place] = (this.#seen[place] ?? 0) + 1;
    }
  }

  learnFrom(example: Example): void {
    const { isSought, weight, parts } = example;
    if (parts.length === 0) return;
    const { part, weightMin } = this.#decisive(example);
    const share = shareOf(part.length);
    const kept = part.filter(() => this.#random() < shareLearned);
    let sum = 0;
    for (const place of kept) sum += this.weights[place] ?? 0;
    sum = this.bias + (sum * share) / shareLearned - weightMin;
    const importance = weight * (isSought ? 1 : honestWeight);
    const slope = (1 / (1 + Math.exp(-sum)) - (isSought ? 1 : 0)) * importance;
    this.#biasSquares += slope * slope;
    this.bias -= (rate * slope) / Math.sqrt(this.#biasSquares);
    for (const place of kept) {
      if ((this.#seen[place] ?? 0) >= partsMin) this.#step(place, slope * share);
    }
  }

  /** What decides how a text is judged. What is sought must be told by a whole part: a passage of it may be honest. */
  #decisive({ isSought, parts, passages }: Example): { part: Places; weightMin: number } {
    const whole = loudest(parts, this.weights, this.bias);
    const passage = loudest(isSought ? [] : (passages ?? []), this.weights, this.bias);
    return passage.sum - this.#passageWeightMin > whole.sum
      ? { part: passage.part, weightMin: this.#passageWeightMin }
      : { part: whole.part, weightMin: 0 };
  }

  #step(place: number, slope: number): void {
    const weight = this.weights[place] ?? 0;
    const step = slope + shrinking * weight;
    const squares = (this.#squares[place] ?? 0) + step * step;
    this.#squares[place] = squares;
    this.weights[place] = weight - (rate * step) / Math.sqrt(squares);
  }
}

/** The part that speaks most for what is sought, and how much it does. */
export function loudest(
  parts: readonly Places[],
  weights: Float64Array,
  bias: number,
): { part: Places; sum: number } {
  let best: { part: Places; sum: number } = { part: [], sum: Number.NEGATIVE_INFINITY };
  for (const part of parts) {
    let sum = 0;
    for (const place of part) sum += weights[place] ?? 0;
    sum = bias + sum * shareOf(part.length);
    if (sum > best.sum) best = { part, sum };
  }
  return best;
}

/**
 * The text of a `weights.ts` for a `Table`: a byte for each place.
 * @param lesson what `npm run learn` calls it
 */
export function writtenTable({ bias, weights }: Learned, lesson: string): string {
  const steps = Int8Array.from(weights, (weight) =>
    Math.max(-127, Math.min(127, Math.round(weight * stepsOfOne))),
  );
  const table = deflateRawSync(steps, { level: 9 }).toString("base64");
  return `/** Written by \`npm run learn -- ${lesson}\`, not by hand: one byte for each place of a feature, deflated. */
export const bias = ${Number(bias.toFixed(4))};
export const table =
  "${table}";
`;
}

function seeded(start: number): () => number {
  let state = start;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return state / 2 ** 32;
  };
}

function shuffle(list: number[], random: () => number): void {
  for (let place = list.length - 1; place > 0; place--) {
    const other = Math.floor(random() * (place + 1));
    [list[place], list[other]] = [list[other] as number, list[place] as number];
  }
}
