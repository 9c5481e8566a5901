import { createHmac } from "node:crypto";

/** How far a letter stands off, right or left and up or down, in the size of its font: a fifth of a pixel of the desk's. */
export const letterShift = 0.0125;
const lettersMax = 64;

/** Which way the letters of a value stand off, one after the other: across (1 is right), then along (1 is down), 1 or -1. */
export type LetterShifts = Int8Array;

/**
 * How the letters of values stand on a payload's screen; after 64 it begins anew. A page may get them, never the key.
 * They follow from nothing else: to who hasn't the key, each is as likely as its opposite.
 */
export function letterShifts(payload: bigint, key: Uint8Array): LetterShifts {
  const digest = createHmac("sha256", key).update(`holdfast mark letters ${payload}`).digest();
  return Int8Array.from({ length: 2 * lettersMax }, (_, at) =>
    ((digest[at >> 3] ?? 0) >> (at & 7)) & 1 ? 1 : -1,
  );
}
