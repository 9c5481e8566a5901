import type { Source } from "./cohort.ts";
import type { Evidence, PersonEvidence } from "./evidence.ts";

const roundsMax = 100;
/** A gain of likelihood below this ends the search for weights. */
const gainMin = 1e-5;
/** Products leave this range before they lose digits. */
const productMax = 1e200;

/** How much of a sample comes from each source, by which it is likeliest. */
export type Mixture = {
  /** The share of the world at large. */
  background: number;
  /** The share of each person, in the order given. */
  shares: Float64Array;
  logLikelihood: number;
  /** For each item how likely it is. */
  likelihoods: Float64Array;
};

/**
 * The likeliest shares of these people and the world at large: each item is drawn from one of them. The likelihood is concave
 * in the shares, so expectation and maximisation in turns end at its top (Dempster, Laird, Rubin 1977). Of two such steps the
 * way on is guessed, which saves most of them (SQUAREM: Varadhan, Roland 2008); a guess that is no better isn't taken.
 */
export function mixtureOf(
  { background }: Pick<Evidence, "background">,
  people: readonly Source[],
): Mixture {
  const sources = [{ densities: background }, ...people];
  const even = new Float64Array(sources.length).fill(1 / sources.length);
  let at = stepFrom(sources, even, background.length);
  for (let round = 0; round < roundsMax && people.length > 0 && background.length > 0; round++) {
    const after = stepFrom(sources, at.next, background.length);
    if (after.logLikelihood - at.logLikelihood < gainMin) {
      at = after;
      break;
    }
    const guess = guessFrom(at.shares, at.next, after.next);
    const guessed = guess && stepFrom(sources, guess, background.length);
    at =
      guessed && guessed.logLikelihood >= after.logLikelihood
        ? guessed
        : stepFrom(sources, after.next, background.length);
  }
  const { shares, logLikelihood, likelihoods } = at;
  return { background: shares[0] ?? 1, shares: shares.subarray(1), logLikelihood, likelihoods };
}

type Step = {
  shares: Float64Array;
  likelihoods: Float64Array;
  logLikelihood: number;
  /** Shares that are no less likely. */
  next: Float64Array;
};

function stepFrom(sources: readonly Source[], shares: Float64Array, count: number): Step {
  const likelihoods = new Float64Array(count);
  for (const [place, source] of sources.entries()) addTo(likelihoods, source, shares[place] ?? 0);
  const inverse = new Float64Array(count);
  const logLikelihood = sumOfLogs(likelihoods, inverse);
  const next = new Float64Array(sources.length);
  for (const [place, source] of sources.entries()) {
    next[place] = ((shares[place] ?? 0) * sumOfProducts(inverse, source)) / count;
  }
  return { shares, likelihoods, logLikelihood, next };
}

function addTo(likelihoods: Float64Array, { items, densities }: Source, share: number): void {
  if (!items) {
    for (let item = 0; item < densities.length; item++) {
      likelihoods[item] = (likelihoods[item] ?? 0) + share * (densities[item] ?? 0);
    }
    return;
  }
  for (let each = 0; each < densities.length; each++) {
    const item = items[each] ?? 0;
    likelihoods[item] = (likelihoods[item] ?? 0) + share * (densities[each] ?? 0);
  }
}

function sumOfProducts(values: Float64Array, { items, densities }: Source): number {
  let sum = 0;
  if (!items) {
    for (let item = 0; item < densities.length; item++) {
      sum += (densities[item] ?? 0) * (values[item] ?? 0);
    }
    return sum;
  }
  for (let each = 0; each < densities.length; each++) {
    sum += (densities[each] ?? 0) * (values[items[each] ?? 0] ?? 0);
  }
  return sum;
}

/** The inverse of each comes out beside. A logarithm takes as long as many products. */
function sumOfLogs(values: Float64Array, inverse: Float64Array): number {
  let sum = 0;
  let product = 1;
  for (let place = 0; place < values.length; place++) {
    const value = values[place] ?? 1;
    inverse[place] = 1 / value;
    product *= value;
    if (product < 1 / productMax || product > productMax) {
      sum += Math.log(product);
      product = 1;
    }
  }
  return sum + Math.log(product);
}

/** Where two steps lead when each next one is as much shorter; undefined when that is no mixture, or no further. */
function guessFrom(
  first: Float64Array,
  second: Float64Array,
  third: Float64Array,
): Float64Array | undefined {
  const step = second.map((share, place) => share - (first[place] ?? 0));
  const change = third.map((share, place) => share - (second[place] ?? 0) - (step[place] ?? 0));
  let length = Math.hypot(...step) / Math.hypot(...change);
  for (; length > 1.01 && Number.isFinite(length); length = (length + 1) / 2) {
    const guess = first.map(
      (share, place) =>
        share + 2 * length * (step[place] ?? 0) + length * length * (change[place] ?? 0),
    );
    if (guess.every((share) => share > 0)) return guess;
  }
  return undefined;
}

/**
 * What a person would add at most to what a mixture explains, when the others keep their proportions: never more than what the
 * likeliest shares with this person give. It is concave in the person's share, which is found by halving.
 */
export function gainOf(
  { likelihoods }: Pick<Mixture, "likelihoods">,
  { items, densities }: Pick<PersonEvidence, "items" | "densities">,
): number {
  const count = likelihoods.length;
  const others = count - items.length;
  const ratios = densities.map((density, each) => density / (likelihoods[items[each] ?? 0] ?? 1));
  const slope = (share: number) => {
    let sum = -others / (1 - share);
    for (const ratio of ratios) sum += (ratio - 1) / (1 - share + share * ratio);
    return sum;
  };
  if (slope(0) <= 0) return 0;
  let [low, high] = [0, 1 - 1e-9];
  for (let halving = 0; halving < 40; halving++) {
    const middle = (low + high) / 2;
    if (slope(middle) > 0) low = middle;
    else high = middle;
  }
  let gain = others * Math.log(1 - low);
  for (const ratio of ratios) gain += Math.log(1 - low + low * ratio);
  return gain;
}
