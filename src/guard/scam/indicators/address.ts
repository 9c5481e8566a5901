import { sha256 } from "@noble/hashes/sha2.js";
import { keccak_256 } from "@noble/hashes/sha3.js";
import { base58, base58xrp, bech32, bech32m } from "@scure/base";
import type { Sighting } from "./indicator.ts";

const runs = /[A-Za-z0-9]{26,}/g;
const lengthMax = 110;
const checksumBytes = 4;

/** First bytes of base58check addresses: Bitcoin, its scripts, Litecoin, Dogecoin, Dash and Tron. */
const versions = [0x00, 0x05, 0x30, 0x32, 0x1e, 0x16, 0x4c, 0x10, 0x41];
const solanaBytes = 32;

/** Wallet addresses whose checksum holds; Solana's have none, so theirs must have the length of a key. */
export function findAddresses(text: string): Sighting[] {
  const found: Sighting[] = [];
  for (const { 0: run, index: start } of text.matchAll(runs)) {
    const value = run.length <= lengthMax ? walletAddressIn(run) : undefined;
    if (value === undefined) continue;
    const indicators = [{ type: "crypto_address" as const, value }];
    found.push({ name: "<address>", start, end: start + run.length, indicators });
  }
  return found;
}

/** The address in its one spelling, or nothing when it is none: a typing error is no address. */
export function walletAddressIn(text: string): string | undefined {
  if (/^0x[0-9a-fA-F]{40}$/.test(text)) return isEthereum(text) ? text : undefined;
  if (/^(?:bc1|tb1|ltc1|addr1)/i.test(text)) return isBech32(text) ? text.toLowerCase() : undefined;
  if (/^r[1-9A-HJ-NP-Za-km-z]{24,34}$/.test(text) && isXrp(text)) return text;
  return isBase58(text) ? text : undefined;
}

/** EIP-55: the case of each letter is a bit of the hash. An address in one case has no checksum. */
function isEthereum(text: string): boolean {
  const letters = text.slice(2);
  const lower = letters.toLowerCase();
  if (letters === lower || letters === letters.toUpperCase()) return true;
  const hash = keccak_256(new TextEncoder().encode(lower));
  return Array.from(letters).every((letter, place) => {
    const byte = hash[place >> 1] ?? 0;
    const isUpper = (place % 2 === 0 ? byte >> 4 : byte & 15) >= 8;
    return /\d/.test(letter) || letter === (isUpper ? letter.toUpperCase() : letter.toLowerCase());
  });
}

/** BIP 173 and BIP 350: witness version 0 has the first checksum, later ones the second; Cardano has no version. */
function isBech32(text: string): boolean {
  const first = bech32.decodeUnsafe(text, lengthMax);
  if (first) return first.prefix === "addr" || first.words[0] === 0;
  const second = bech32m.decodeUnsafe(text, lengthMax);
  const version = second?.words[0] ?? 0;
  return version >= 1 && version <= 16;
}

function isBase58(text: string): boolean {
  if (!/^[1-9A-HJ-NP-Za-km-z]{26,44}$/.test(text)) return false;
  const bytes = base58.decode(text);
  if (bytes.length === 25) return versions.includes(bytes[0] ?? -1) && hasChecksum(bytes);
  const isMixed = /[a-z]/.test(text) && /[A-Z]/.test(text) && /\d/.test(text);
  return bytes.length === solanaBytes && text.length >= 43 && isMixed;
}

function isXrp(text: string): boolean {
  const bytes = base58xrp.decode(text);
  return bytes.length === 25 && bytes[0] === 0 && hasChecksum(bytes);
}

function hasChecksum(bytes: Uint8Array): boolean {
  const payload = bytes.subarray(0, -checksumBytes);
  const hash = sha256(sha256(payload));
  return bytes.subarray(-checksumBytes).every((byte, place) => byte === hash[place]);
}
