import type { Source } from "./cohort.ts";
import type { Evidence } from "./evidence.ts";

const iterationsMax = 200;
/** A gain of likelihood below this ends the search for weights. */
const gainMin = 1e-7;

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
 * in the shares, so expectation and maximisation in turns end at its top (Dempster, Laird, Rubin 1977).
 */
export function mixtureOf(
  { background }: Pick<Evidence, "background">,
  people: readonly Source[],
): Mixture {
  const count = background.length;
  const shares = new Float64Array(people.length).fill(1 / (people.length + 1));
  let outside = 1 / (people.length + 1);
  let likelihoods = likelihoodsOf(background, outside, people, shares);
  let logLikelihood = sumOfLogs(likelihoods);
  for (
    let iteration = 0;
    iteration < iterationsMax && people.length > 0 && count > 0;
    iteration++
  ) {
    for (const [place, { items, densities }] of people.entries()) {
      const share = shares[place] ?? 0;
      let taken = 0;
      for (let each = 0; each < items.length; each++) {
        taken += (share * (densities[each] ?? 0)) / (likelihoods[items[each] ?? 0] ?? 1);
      }
      shares[place] = taken / count;
    }
    outside = 1 - shares.reduce((sum, share) => sum + share, 0);
    likelihoods = likelihoodsOf(background, outside, people, shares);
    const next = sumOfLogs(likelihoods);
    const gain = next - logLikelihood;
    logLikelihood = next;
    if (gain < gainMin) break;
  }
  return { background: outside, shares, logLikelihood, likelihoods };
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

function likelihoodsOf(
  background: Float64Array,
  outside: number,
  people: readonly Source[],
  shares: Float64Array,
): Float64Array {
  const likelihoods = background.map((density) => outside * density);
  for (const [place, { items, densities }] of people.entries()) {
    const share = shares[place] ?? 0;
    for (let each = 0; each < items.length; each++) {
      const item = items[each] ?? 0;
      likelihoods[item] = (likelihoods[item] ?? 0) + share * (densities[each] ?? 0);
    }
  }
  return likelihoods;
}

function sumOfLogs(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += Math.log(value);
  return sum;
}
