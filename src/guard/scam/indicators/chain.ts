import { blake2b } from "@noble/hashes/blake2.js";
import { keccak_256 } from "@noble/hashes/sha3.js";
import { base32, base58xmr, base64urlnopad } from "@scure/base";

const cashAddressLetters = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
/** Of its numbers of 40 bits the upper 8, and the lower 32. */
const generatorUppers = [0x98, 0x79, 0xf3, 0xae, 0x1e];
const generatorLowers = [0xf2bc8e61, 0xb76d99e2, 0x3e5fb3c4, 0x2eabe2a8, 0x4f43e470];

/** The CashAddr specification; people leave its prefix "bitcoincash:" away, but its checksum counts it. */
export function isBitcoinCash(text: string): boolean {
  const words = Array.from(text, (letter) => cashAddressLetters.indexOf(letter));
  if (words.includes(-1)) return false;
  const prefix = Array.from("bitcoincash", (letter) => letter.charCodeAt(0) & 31);
  let [upper, lower] = [0, 1];
  for (const word of [...prefix, 0, ...words]) {
    const top = upper >> 3;
    upper = ((upper & 7) << 5) | (lower >>> 27);
    lower = (lower << 5) ^ word;
    for (let bit = 0; bit < generatorUppers.length; bit++) {
      if (((top >> bit) & 1) === 0) continue;
      upper ^= generatorUppers[bit] ?? 0;
      lower ^= generatorLowers[bit] ?? 0;
    }
  }
  return upper === 0 && lower === 1;
}

/** A network's byte (main 18, integrated 19, sub 42), two keys, and four bytes of Keccak of them. */
export function isMonero(text: string): boolean {
  const bytes = decoded(() => base58xmr.decode(text));
  if (!bytes || ![18, 19, 42].includes(bytes[0] ?? -1)) return false;
  return endsWith(bytes, keccak_256(bytes.subarray(0, -4)).subarray(0, 4));
}

/** SEP-23: the byte of an account, its key, and a checksum, low byte first. */
export function isStellar(text: string): boolean {
  const bytes = decoded(() => base32.decode(text));
  if (bytes?.length !== 35 || bytes[0] !== 0x30) return false;
  const sum = checksum16(bytes.subarray(0, -2));
  return endsWith(bytes, [sum & 0xff, sum >> 8]);
}

/** TEP-2: flags, the chain, a hash, and a checksum, high byte first. */
export function isTon(text: string): boolean {
  const bytes = decoded(() => base64urlnopad.decode(text));
  if (bytes?.length !== 36 || ![0x11, 0x51, 0x91, 0xd1].includes(bytes[0] ?? -1)) return false;
  const sum = checksum16(bytes.subarray(0, -2));
  return endsWith(bytes, [sum >> 8, sum & 0xff]);
}

/** SS58 with a network of one or two bytes, a key of 32 and the first two bytes of a hash. */
export function isPolkadot(bytes: Uint8Array): boolean {
  if (bytes.length !== ((bytes[0] ?? 0) < 64 ? 35 : 36)) return false;
  const hash = blake2b.create({ dkLen: 64 }).update(new TextEncoder().encode("SS58PRE"));
  return endsWith(bytes, hash.update(bytes.subarray(0, -2)).digest().subarray(0, 2));
}

function decoded(decode: () => Uint8Array): Uint8Array | undefined {
  try {
    return decode();
  } catch {
    return undefined; // not of this alphabet or length
  }
}

function endsWith(bytes: Uint8Array, end: Iterable<number>): boolean {
  const last = [...end];
  return last.every((byte, place) => bytes[bytes.length - last.length + place] === byte);
}

/** CRC-16/XMODEM. */
function checksum16(bytes: Uint8Array): number {
  let sum = 0;
  for (const byte of bytes) {
    sum ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) sum = ((sum << 1) ^ (sum & 0x8000 ? 0x1021 : 0)) & 0xffff;
  }
  return sum;
}
