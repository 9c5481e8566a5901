import { createPublicKey, type KeyObject } from "node:crypto";
import { sha256 } from "./hashing.ts";
import {
  checkKeyBytes,
  checkName,
  type KeyLine,
  printId,
  printKey,
  readKeyLine,
} from "./key-line.ts";
import { type KeyType, keyForms } from "./key-type.ts";
import { refuse } from "./refusal.ts";
import { utf8 } from "./text.ts";

export { printKey };

/** Verifies: who signs, how, and the key. Made by `parseKey` or `keyFrom` only, so its id always fits. */
export type VerifierKey = KeyLine & { readonly publicKey: KeyObject };

/** Throws `malformed` for a bad name or a key of the wrong length. */
export function keyFrom(name: string, type: KeyType, bytes: Uint8Array): VerifierKey {
  const { byte, spkiStart } = keyForms[type];
  // "key ID = SHA-256(key name || 0x0A || signature type || public key)[:4]": signed-note, "Signatures".
  const digest = sha256(Uint8Array.of(...utf8(checkName(name)), 0x0a, byte, ...bytes));
  const id = printId(digest.subarray(0, 4));
  const spki = Uint8Array.of(...spkiStart, ...checkKeyBytes(type, bytes));
  return { name, type, id, bytes, publicKey: publicKeyOf(spki, type) };
}

/**
 * Throws `malformed` for everything that `printKey` doesn't print (an id of another key, capital letters in it, spare
 * bits in the base64), and `unsupported_key` for a signature type that this library doesn't know.
 */
export function parseKey(line: string): VerifierKey {
  return verifierKeyOf(readKeyLine(line));
}

/** The key of a key line. Throws `malformed` when the line says the id of another key. */
export function verifierKeyOf({ name, type, id, bytes }: KeyLine): VerifierKey {
  const key = keyFrom(name, type, bytes);
  if (key.id === id) return key;
  return refuse("malformed", `The key line says ${id}, but its key has the id ${key.id}.`);
}

function publicKeyOf(spki: Uint8Array, type: KeyType): KeyObject {
  try {
    return createPublicKey({ key: spki as never, format: "der", type: "spki" });
  } catch {
    return refuse("malformed", `The key isn't a key for ${type}.`);
  }
}
