import type { KeyObject } from "node:crypto";
import { boundToField, type FieldVersion } from "./additional-data.ts";
import { seal, unseal } from "./cipher.ts";

const formatVersion = 1;
const headBytes = 5; // the format's version, then the number of the key

/** A client's data key. Its number counts from 1 for each client, and stands in every ciphertext. */
export type DataKey = { number: number; key: KeyObject };

/** Encrypts a value for one place: format version, key number, IV, ciphertext, tag. */
export function encryptField({ number, key }: DataKey, place: FieldVersion, value: string): Buffer {
  const head = Buffer.alloc(headBytes);
  head.writeUInt8(formatVersion);
  head.writeUInt32BE(number, 1);
  return seal(key, Buffer.from(value), boundToField(place, number), head);
}

/** The number of the key that a ciphertext needs; undefined when it isn't one of ours. */
export function keyNumberIn(ciphertext: Uint8Array): number | undefined {
  if (ciphertext.length <= headBytes || ciphertext[0] !== formatVersion) return undefined;
  return Buffer.from(ciphertext.subarray(1, headBytes)).readUInt32BE();
}

/** The value, or undefined when the ciphertext was changed, or written for another place or by another key. */
export function decryptField(
  { number, key }: DataKey,
  place: FieldVersion,
  ciphertext: Uint8Array,
): string | undefined {
  if (keyNumberIn(ciphertext) !== number) return undefined;
  return unseal(key, ciphertext.subarray(headBytes), boundToField(place, number))?.toString();
}
