import { countTail, normalTail } from "./tail.ts";

/** Fewer peers say nothing about what is usual. */
export const groupMin = 5;

/** A standard deviation from the median absolute deviation, of what is spread normally. */
const deviationsPerMad = 1.4826;

/** Somebody's count beside those of the peers, and how likely it is by chance. */
export type Compared = { count: number; usual: number; probability: number };

/** What mean and variance are made from. */
export type Moments = { length: number; sum: number; squares: number };

export function momentsOf(values: readonly number[]): Moments {
  const sum = values.reduce((total, one) => total + one, 0);
  return {
    length: values.length,
    sum,
    squares: values.reduce((total, one) => total + one ** 2, 0),
  };
}

/** All of these together; with `sign` -1 the second is taken out of the first. */
export function joined(first: Moments, second: Moments, sign: 1 | -1 = 1): Moments {
  return {
    length: first.length + sign * second.length,
    sum: first.sum + sign * second.sum,
    squares: first.squares + sign * second.squares,
  };
}

/** Days of people at one desk are spread at least like that, and people differ by so much of their mean. */
const spread = { squares: 2, people: 0.3 };

/**
 * A count of some days beside the peers' days: the upper tail of the negative binomial whose mean and variance are theirs. A
 * few calm days of theirs don't make the variance less than what a real desk has (access to 170 agents' work: median 1, 95th
 * percentile 14, 99th 25 different people a day). Undefined without peers' days.
 * @param days on how many days the count was made
 */
export function amongPeers(count: number, days: number, peerDays: Moments): Compared | undefined {
  const { length, sum, squares } = peerDays;
  if (length === 0 || days === 0) return undefined;
  const average = sum / length;
  const mean = Math.max(1, average);
  const variance = Math.max(
    (squares - length * average ** 2) / Math.max(1, length - 1),
    mean + spread.squares * mean ** 2,
  );
  const betweenPeople = (spread.people * mean) ** 2;
  const probability = countTail(count, days * mean, days * variance + days ** 2 * betweenPeople);
  return { count, usual: days * mean, probability };
}

/**
 * A value beside those of others by median and median absolute deviation, which a few who are far out don't move. Undefined
 * when there are too few.
 * @param deviationMin what a standard deviation is at least
 */
export function byDeviation(
  value: number,
  others: readonly number[],
  deviationMin: number,
): Compared | undefined {
  if (others.length < groupMin) return undefined;
  const usual = medianOf(others);
  const mad = medianOf(others.map((one) => Math.abs(one - usual)));
  const z = (value - usual) / Math.max(deviationsPerMad * mad, deviationMin);
  return { count: value, usual, probability: normalTail(z) };
}

export function medianOf(values: readonly number[]): number {
  return quantileOf(values, 0.5);
}

/** @param share from 0 to 1; 0 for no values */
export function quantileOf(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const [low = 0, high = 0] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (high - low) * (at - Math.floor(at));
}
