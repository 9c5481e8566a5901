import { parseHash, printBase64 } from "./base64.ts";
import { checkHash, type Hash } from "./hash.ts";
import { refuse } from "./refusal.ts";

/**
 * tlog-witness, "add-checkpoint": "The client MUST NOT send more than 63 consistency proof lines." A tree that this
 * library accepts needs 54 at most.
 */
export const proofHashesMax = 63;

/** A proof, a hash a line, as requests to witnesses and `.tlog-proof` files hold it. */
export function printProof(proof: readonly Hash[]): string {
  return checkLength(proof)
    .map((hash) => `${printBase64(checkHash(hash, "hash in the proof"))}\n`)
    .join("");
}

export function parseProof(lines: readonly string[]): Hash[] {
  return checkLength(lines).map((line) => parseHash(line, "hash in the proof"));
}

function checkLength<Item>(proof: readonly Item[]): readonly Item[] {
  if (proof.length <= proofHashesMax) return proof;
  return refuse("too_large", `The proof has ${proof.length} hashes, over ${proofHashesMax}.`);
}
