import { refuse } from "./refusal.ts";
import { half, isOdd } from "./size.ts";

/**
 * On which side of the way from a leaf to the root each hash of a proof stands: RFC 9162 section 2.1.3.2 without its
 * hashing, so that it also serves where hashing takes its time (Web Crypto).
 * Throws `proof_wrong` when a proof of that many hashes can't lead to the root.
 */
export function sidesOf(index: number, size: number, hashes: number): ("left" | "right")[] {
  const sides: ("left" | "right")[] = [];
  // Step 2: fn is the leaf's place, sn the last leaf's, both on the level that was reached.
  let place = index;
  let last = size - 1;
  while (sides.length < hashes) {
    if (last === 0) refuse("proof_wrong", tooLong); // Step 4.1: "if sn is 0, then stop [...] and fail".
    if (isOdd(place) || place === last) {
      sides.push("left");
      // Step 4.2: a last node without sibling rises unchanged to the next level where it has one.
      while (!isOdd(place) && place !== 0) [place, last] = [half(place), half(last)];
    } else {
      sides.push("right");
    }
    [place, last] = [half(place), half(last)];
  }
  if (last !== 0) refuse("proof_wrong", tooShort); // Step 5: "compare sn to 0".
  return sides;
}

const tooLong = "The proof has more hashes than the way from the leaf to the root has steps.";
const tooShort = "The proof has fewer hashes than the way from the leaf to the root has steps.";
