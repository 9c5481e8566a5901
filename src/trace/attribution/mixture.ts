import type { Source } from "./cohort.ts";
import type { Evidence } from "./evidence.ts";

const roundsMax = 100;
/** A gain of likelihood below this ends the search for weights. */
const gainMin = 1e-7;
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

/** A source with a density for every item needs no list of them. */
type Whole = Pick<Source, "densities"> & Partial<Pick<Source, "items">>;

type Step = {
  shares: Float64Array;
  likelihoods: Float64Array;
  logLikelihood: number;
  /** Shares that are no less likely. */
  next: Float64Array;
};

function stepFrom(sources: readonly Whole[], shares: Float64Array, count: number): Step {
  const likelihoods = new Float64Array(count);
  for (const [place, { items, densities }] of sources.entries()) {
    const share = shares[place] ?? 0;
    for (let each = 0; each < densities.length; each++) {
      const item = items ? (items[each] ?? 0) : each;
      likelihoods[item] = (likelihoods[item] ?? 0) + share * (densities[each] ?? 0);
    }
  }
  const inverse = likelihoods.map((likelihood) => 1 / likelihood);
  const next = new Float64Array(sources.length);
  for (const [place, { items, densities }] of sources.entries()) {
    let taken = 0;
    for (let each = 0; each < densities.length; each++) {
      taken += (densities[each] ?? 0) * (inverse[items ? (items[each] ?? 0) : each] ?? 0);
    }
    next[place] = ((shares[place] ?? 0) * taken) / count;
  }
  return { shares, likelihoods, logLikelihood: sumOfLogs(likelihoods), next };
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
  { items, densities }: Source,
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

/** A logarithm takes as long as many products. */
function sumOfLogs(values: Float64Array): number {
  let [sum, product] = [0, 1];
  for (const value of values) {
    product *= value;
    if (product < 1 / productMax || product > productMax) {
      sum += Math.log(product);
      product = 1;
    }
  }
  return sum + Math.log(product);
}
