import { createPublicKey, type KeyObject } from "node:crypto";
import { parseBase64, printBase64 } from "./base64.ts";
import { isSame, sha256 } from "./hash.ts";
import { type KeyType, keyForms, keyTypeOf } from "./key-type.ts";
import { refuse } from "./refusal.ts";
import { utf8 } from "./text.ts";

/** tlog-cosignature signs names and origins as `opaque<1..2^8-1>`: longer ones could never be cosigned. */
export const nameBytesMax = 255;
/** A name of 255 bytes, an id, and 1,313 bytes of key in base64. */
const keyLineCharactersMax = 2048;

/** Verifies: who signs, how, and the key. Made by `parseKey` or `keyFrom` only, so its id always fits. */
export type VerifierKey = {
  readonly name: string;
  readonly type: KeyType;
  /** Eight hexadecimal digits. It names a key within a note and proves nothing. */
  readonly id: string;
  readonly bytes: Uint8Array;
  readonly publicKey: KeyObject;
};

/** Throws `malformed` for a bad name or a key of the wrong length. */
export function keyFrom(name: string, type: KeyType, bytes: Uint8Array): VerifierKey {
  checkName(name);
  const { byte, publicBytes, spkiStart } = keyForms[type];
  if (bytes.length !== publicBytes) {
    refuse("malformed", `The ${type} key has ${bytes.length} bytes; it must have ${publicBytes}.`);
  }
  // "key ID = SHA-256(key name || 0x0A || signature type || public key)[:4]": signed-note, "Signatures".
  const digest = sha256(Uint8Array.of(...utf8(name), 0x0a, byte, ...bytes));
  const id = printId(digest.subarray(0, 4));
  const publicKey = publicKeyOf(Uint8Array.of(...spkiStart, ...bytes), type);
  return { name, type, id, bytes, publicKey };
}

/** A verifier key (*vkey*): `<key name>+<hex key ID>+<base64 of signature type and public key>`. */
export function printKey({ name, type, id, bytes }: VerifierKey): string {
  return `${name}+${id}+${printBase64(Uint8Array.of(keyForms[type].byte, ...bytes))}`;
}

/**
 * Throws `malformed` for everything that `printKey` doesn't print (an id of another key, capital letters in it, spare
 * bits in the base64), and `unsupported_key` for a signature type that this library doesn't know.
 */
export function parseKey(line: string): VerifierKey {
  if (line.length > keyLineCharactersMax) {
    refuse("too_large", `The key line is over ${keyLineCharactersMax} characters long.`);
  }
  // A name holds no plus sign, so the first two end the name and the id; base64 may hold more.
  const [, name = "", id, encoded = ""] =
    /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(line) ||
    refuse("malformed", "The key line isn't <name>+<eight hexadecimal digits>+<base64>.");
  const [byte, ...bytes] = parseBase64(encoded, "key");
  const type = keyTypeOf(byte);
  if (type === undefined) {
    return refuse("unsupported_key", `Keys of the signature type ${byte} aren't supported.`);
  }
  const key = keyFrom(name, type, Uint8Array.from(bytes));
  if (key.id === id) return key;
  return refuse("malformed", `The key line says ${id}, but its key has the id ${key.id}.`);
}

/** A key's id in hexadecimal, big-endian as in notes. */
export function printId(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The same key material, whatever its name: tlog-policy, "Public key representation", calls such keys *duplicate*. */
export function isSameKey(one: VerifierKey, other: VerifierKey): boolean {
  return isSame(one.bytes, other.bytes);
}

/** The same key under the same name and for the same use: one cannot be told from the other. */
export function isIdentical(one: VerifierKey, other: VerifierKey): boolean {
  return one.name === other.name && one.type === other.type && isSameKey(one, other);
}

/** signed-note, "Format": "non-empty and MUST NOT contain any Unicode spaces or plus (U+002B) characters". */
export function checkName(name: string): string {
  const bytes = name.isWellFormed() ? utf8(name).length : 0;
  if (bytes > 0 && bytes <= nameBytesMax && !/[\s\p{White_Space}\p{Cc}+]/u.test(name)) return name;
  return refuse(
    "malformed",
    `A key name has 1 to ${nameBytesMax} bytes, no space and no plus sign.`,
  );
}

function publicKeyOf(spki: Uint8Array, type: KeyType): KeyObject {
  try {
    return createPublicKey({ key: spki as never, format: "der", type: "spki" });
  } catch {
    return refuse("malformed", `The key isn't a key for ${type}.`);
  }
}
