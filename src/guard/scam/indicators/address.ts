import { sha256 } from "@noble/hashes/sha2.js";
import { keccak_256 } from "@noble/hashes/sha3.js";
import { base58, base58xrp, bech32, bech32m } from "@scure/base";
import { isBitcoinCash, isMonero, isPolkadot, isStellar, isTon } from "./chain.ts";
import type { Sighting } from "./indicator.ts";

/** TON writes its addresses with "-" and "_", so they are looked for by their length. */
const runs = /(?<![\w-])[EUk0]Q[\w-]{46}(?![\w-])|[A-Za-z0-9]{26,}/g;
const lengthMax = 110;
/** Each costs a hash: a text with more of them is made to be slow. */
const runsMax = 1_000;
const checksumBytes = 4;

/** First bytes of base58check addresses: Bitcoin, its scripts, Litecoin, Dogecoin, Dash and Tron. */
const versions = [0x00, 0x05, 0x30, 0x32, 0x1e, 0x16, 0x4c, 0x10, 0x41];
/** Bech32 addresses without a version: Cardano, and the chains that are made with Cosmos. */
const unversioned = new Set(
  "addr cosmos osmo juno terra kava inj sei celestia dydx noble axelar akash secret stars band".split(
    " ",
  ),
);
const unversionedStart = new RegExp(`^(?:${[...unversioned].join("|")})1`, "i");
const solanaBytes = 32;

/** Wallet addresses whose checksum holds; Solana's have none, so theirs must have the length of a key. */
export function findAddresses(text: string): Sighting[] {
  const found: Sighting[] = [];
  for (const { 0: run, index: start } of text.matchAll(runs).take(runsMax)) {
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
  if (/^(?:bc1|tb1|ltc1)/i.test(text) || unversionedStart.test(text)) {
    return isBech32(text) ? text.toLowerCase() : undefined;
  }
  if (/^r[1-9A-HJ-NP-Za-km-z]{24,34}$/.test(text) && isXrp(text)) return text;
  if (/^[qp][0-9a-z]{41}$/.test(text) && isBitcoinCash(text)) return text;
  if (/^G[A-Z2-7]{55}$/.test(text)) return isStellar(text) ? text : undefined;
  if (/^[48][1-9A-HJ-NP-Za-km-z]{94}(?:[1-9A-HJ-NP-Za-km-z]{11})?$/.test(text)) {
    return isMonero(text) ? text : undefined;
  }
  if (/^[\w-]{48}$/.test(text) && isTon(text)) return text;
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

/** BIP 173 and BIP 350: witness version 0 has the first checksum, later ones the second. */
function isBech32(text: string): boolean {
  const first = bech32.decodeUnsafe(text, lengthMax);
  if (first) return unversioned.has(first.prefix) || first.words[0] === 0;
  const second = bech32m.decodeUnsafe(text, lengthMax);
  const version = second?.words[0] ?? 0;
  return version >= 1 && version <= 16;
}

function isBase58(text: string): boolean {
  if (!/^[1-9A-HJ-NP-Za-km-z]{26,49}$/.test(text)) return false;
  const bytes = base58.decode(text);
  if (bytes.length === 25) return versions.includes(bytes[0] ?? -1) && hasChecksum(bytes);
  if (isPolkadot(bytes)) return true;
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
