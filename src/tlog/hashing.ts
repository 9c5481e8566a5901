import { hash } from "node:crypto";
import { type Hash, hashBytes } from "./hash.ts";

export type { Hash };

/** RFC 9162 section 2.1.1, "HASH()": the root of a tree without leaves. */
export const emptyRoot: Hash = sha256(new Uint8Array());

// Written by one synchronous call and read by the next line: it never holds a value across calls.
const nodeInput = new Uint8Array(1 + 2 * hashBytes);
nodeInput[0] = 0x01;

/** RFC 9162 section 2.1.1, "HASH(0x00 || d[0])": the hash of an entry as a leaf. */
export function leafHash(entry: Uint8Array): Hash {
  const input = new Uint8Array(1 + entry.length);
  input.set(entry, 1);
  return sha256(input);
}

/** RFC 9162 section 2.1.1, "HASH(0x01 || left || right)". The other prefix keeps a node from passing as a leaf. */
export function nodeHash(left: Hash, right: Hash): Hash {
  nodeInput.set(left, 1);
  nodeInput.set(right, 1 + hashBytes);
  return sha256(nodeInput);
}

export function sha256(data: Uint8Array): Hash {
  // Node makes a string in half the time of a buffer, which lies outside of the heap.
  const digest = hash("sha256", data, "binary");
  const bytes = new Uint8Array(hashBytes);
  for (let place = 0; place < hashBytes; place++) bytes[place] = digest.charCodeAt(place);
  return bytes;
}
