import { parseBase64, printBase64 } from "./base64.ts";
import { isSame } from "./hash.ts";
import { type KeyType, keyForms, keyTypeOf } from "./key-type.ts";
import { refuse } from "./refusal.ts";
import { utf8 } from "./text.ts";

/** tlog-cosignature signs names and origins as `opaque<1..2^8-1>`: longer ones could never be cosigned. */
export const nameBytesMax = 255;
/** A name of 255 bytes, an id, and 1,313 bytes of key in base64. */
const keyLineCharactersMax = 2048;

/** A verifier key as its line says: whether the id is that key's, `verifierKeyOf` finds out. */
export type KeyLine = {
  readonly name: string;
  readonly type: KeyType;
  /** Eight hexadecimal digits. It names a key within a note and proves nothing. */
  readonly id: string;
  readonly bytes: Uint8Array;
};

/** A verifier key (*vkey*): `<key name>+<hex key ID>+<base64 of signature type and public key>`. */
export function printKey({ name, type, id, bytes }: KeyLine): string {
  return `${name}+${id}+${printBase64(Uint8Array.of(keyForms[type].byte, ...bytes))}`;
}

/** Throws `malformed`, `too_large` or `unsupported_key`, as `parseKey` does, but not for the id of another key. */
export function readKeyLine(line: string): KeyLine {
  if (line.length > keyLineCharactersMax) {
    refuse("too_large", `The key line is over ${keyLineCharactersMax} characters long.`);
  }
  // A name holds no plus sign, so the first two end the name and the id; base64 may hold more.
  const [, name = "", id = "", encoded = ""] =
    /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(line) ||
    refuse("malformed", "The key line isn't <name>+<eight hexadecimal digits>+<base64>.");
  const [byte, ...bytes] = parseBase64(encoded, "key");
  const type = keyTypeOf(byte);
  if (type === undefined) {
    return refuse("unsupported_key", `Keys of the signature type ${byte} aren't supported.`);
  }
  return { name: checkName(name), type, id, bytes: checkKeyBytes(type, Uint8Array.from(bytes)) };
}

export function checkKeyBytes(type: KeyType, bytes: Uint8Array): Uint8Array {
  const { publicBytes } = keyForms[type];
  if (bytes.length === publicBytes) return bytes;
  return refuse(
    "malformed",
    `The ${type} key has ${bytes.length} bytes; it must have ${publicBytes}.`,
  );
}

/** A key's id in hexadecimal, big-endian as in notes. */
export function printId(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The same key material, whatever its name: tlog-policy, "Public key representation", calls such keys *duplicate*. */
export function isSameKey(one: KeyLine, other: KeyLine): boolean {
  return isSame(one.bytes, other.bytes);
}

/** The same key under the same name and for the same use: one cannot be told from the other. */
export function isIdentical(one: KeyLine, other: KeyLine): boolean {
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
