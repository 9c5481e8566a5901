import { refuse } from "./refusal.ts";

/**
 * Sizes and indices are numbers, not bigints: they index arrays, travel in JSON and come out of a database as
 * they are, and 2^53 leaves last 285 years at a million a second. What is larger is refused, never rounded.
 * So shifts are divisions here: JavaScript's `>>` cuts off at 32 bits.
 */
export const sizeMax = Number.MAX_SAFE_INTEGER;

/** Throws `malformed` for what is no number of leaves, or no index of one. */
export function checkSize(value: number, what: string): number {
  if (Number.isSafeInteger(value) && value >= 0) return value;
  return refuse(
    "malformed",
    `The ${what} is ${value}; it must be a whole number from 0 to ${sizeMax}.`,
  );
}

/** tlog-checkpoint, "Note text": "ASCII decimal [...] with no leading zeroes (unless [...] `0`)". */
export function parseDecimal(text: string, what: string): number {
  if (/^(?:0|[1-9][0-9]{0,15})$/.test(text)) return checkSize(Number(text), what);
  return refuse(
    "malformed",
    `The ${what} isn't a decimal from 0 to ${sizeMax} without leading zeroes.`,
  );
}

export function half(value: number): number {
  return Math.floor(value / 2);
}

export function isOdd(value: number): boolean {
  return value % 2 === 1;
}

/** RFC 9162 section 2.1.1: "k [is] the largest power of two smaller than n (i.e., k < n <= 2k)", for n > 1. */
export function splitOf(leaves: number): number {
  let split = 1;
  while (split * 2 < leaves) split *= 2;
  return split;
}

/** The smallest power of two that is not smaller; 1 for 0. */
export function powerOfTwoFrom(leaves: number): number {
  return leaves <= 1 ? 1 : splitOf(leaves) * 2;
}
