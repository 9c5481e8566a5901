import { refuse } from "./refusal.ts";

/** SHA-256, the only hash of tlog-tiles ("The hashing algorithm is defined to be SHA-256"). */
export const hashBytes = 32;

export type Hash = Uint8Array;

/** Not in constant time: hashes of a public tree are no secret. */
export function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, place) => byte === other[place]);
}

/** Every hash that comes from outside passes here: `nodeHash` relies on the length. Throws `malformed`. */
export function checkHash(value: Uint8Array, what: string): Hash {
  if (value.length === hashBytes) return value;
  return refuse(
    "malformed",
    `The ${what} has ${value.length} bytes; a SHA-256 hash has ${hashBytes}.`,
  );
}
