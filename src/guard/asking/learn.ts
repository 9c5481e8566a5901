import { passageWeightMin, shareOf } from "./weigh.ts";

type Places = readonly number[];

/** A message to learn from: its sentences and their passages, each in every reading, as places in the table of weights. */
export type Example = {
  asks: boolean;
  weight: number;
  sentences: readonly Places[];
  passages: readonly Places[];
};

export type Learned = { bias: number; weights: Float64Array };

const rounds = 30;
/** After these the weights of each round are averaged: the last examples of a round must not decide. */
const roundsBefore = 10;
const rate = 0.06;
const shrinking = 0.01;
/** To stop an honest message is worse than to miss an ask, which others may still see. */
const honestWeight = 1.5;
/** A feature that fewer sentences have says nothing. */
const sentencesMin = 3;
/** So much of a sentence's features is learned from at a time, chosen by chance: none must be relied on alone. */
const shareLearned = 0.5;

/**
 * Logistic regression by AdaGrad. Of a message only the sentence counts that speaks most for an ask, as when it is judged.
 * The same examples give the same weights.
 */
export function learn(examples: readonly Example[], places: number): Learned {
  const learner = new Learner(examples, places);
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

  constructor(examples: readonly Example[], places: number) {
    this.weights = new Float64Array(places);
    this.#squares = new Float64Array(places).fill(1e-6);
    this.#seen = new Float64Array(places);
    for (const place of examples.flatMap(({ sentences }) => sentences.flat())) {
      this.#seen[place] = (this.#seen[place] ?? 0) + 1;
    }
  }

  learnFrom(example: Example): void {
    const { asks, weight, sentences } = example;
    if (sentences.length === 0) return;
    const { sentence, weightMin } = this.#decisive(example);
    const share = shareOf(sentence.length);
    const kept = sentence.filter(() => this.#random() < shareLearned);
    let sum = 0;
    for (const place of kept) sum += this.weights[place] ?? 0;
    sum = this.bias + (sum * share) / shareLearned - weightMin;
    const importance = weight * (asks ? 1 : honestWeight);
    const slope = (1 / (1 + Math.exp(-sum)) - (asks ? 1 : 0)) * importance;
    this.#biasSquares += slope * slope;
    this.bias -= (rate * slope) / Math.sqrt(this.#biasSquares);
    for (const place of kept) {
      if ((this.#seen[place] ?? 0) >= sentencesMin) this.#step(place, slope * share);
    }
  }

  /** What decides how a message is judged. An ask must be told by its sentence: a passage of it may be honest. */
  #decisive({ asks, sentences, passages }: Example): { sentence: Places; weightMin: number } {
    const whole = loudest(sentences, this.weights, this.bias);
    const passage = loudest(asks ? [] : passages, this.weights, this.bias);
    return passage.sum - passageWeightMin > whole.sum
      ? { sentence: passage.sentence, weightMin: passageWeightMin }
      : { sentence: whole.sentence, weightMin: 0 };
  }

  #step(place: number, slope: number): void {
    const weight = this.weights[place] ?? 0;
    const step = slope + shrinking * weight;
    const squares = (this.#squares[place] ?? 0) + step * step;
    this.#squares[place] = squares;
    this.weights[place] = weight - (rate * step) / Math.sqrt(squares);
  }
}

export function loudest(
  sentences: readonly Places[],
  weights: Float64Array,
  bias: number,
): { sentence: Places; sum: number } {
  let best: { sentence: Places; sum: number } = {
    sentence: [],
    sum: Number.NEGATIVE_INFINITY,
  };
  for (const sentence of sentences) {
    let sum = 0;
    for (const place of sentence) sum += weights[place] ?? 0;
    sum = bias + sum * shareOf(sentence.length);
    if (sum > best.sum) best = { sentence, sum };
  }
  return best;
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
