import { inflateRawSync } from "node:zlib";

/** How many steps of a stored weight make one. */
export const stepsOfOne = 32;

const ordinaryFeatures = 60;
const fewFeatures = 30;

/** How much one of so many features counts: what a long sentence says besides must not drown what speaks in it, nor add up by itself. */
export function shareOf(features: number): number {
  return Math.sqrt(ordinaryFeatures / Math.max(features, fewFeatures));
}

/** Learned weights, one for each place of a feature. */
export class Table {
  readonly #bias: number;
  readonly #weights: Int8Array;

  /** @param deflated a byte for each place, deflated, as base64: as `writtenTable` writes it */
  constructor(bias: number, deflated: string) {
    this.#bias = bias;
    this.#weights = Int8Array.from(inflateRawSync(Buffer.from(deflated, "base64")));
  }

  /** How much speaks for what was learned: the weights of the features, each by its share; above 0 more speaks for it than against. */
  weigh(places: readonly number[]): number {
    let sum = 0;
    for (const place of places) sum += this.#weights[place] ?? 0;
    return this.#bias + (sum * shareOf(places.length)) / stepsOfOne;
  }
}
