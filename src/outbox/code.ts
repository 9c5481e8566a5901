import { createHmac, createSecretKey, hkdfSync, type KeyObject } from "node:crypto";
import { type Id, idBytes, uuidOf } from "#platform";
import type { Addressee } from "./addressee.ts";

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford's base 32: no I, L, O, U
const letters = 8;
const keyBytes = 32;
const candidatesMax = 20;
/** A code with marks around it isn't longer. */
const aroundMax = 100;

/** How a code stands in a text, and how people may type one. */
const written = /(?<![0-9a-z-])[0-9a-z]{4}[-\u2010-\u2015][0-9a-z]{4}(?![0-9a-z-])/gi;
const typed = /^[0-9a-z]{4}[-\u2010-\u2015 ]?[0-9a-z]{4}$/i;

/** What a copy may bring along that nobody sees, as the mark of direction before a line of a chat. */
export const unseen = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** A key of its own for each use of the outbox's key. */
export function subkey(key: KeyObject, use: "links" | "codes" | "code index"): KeyObject {
  const bytes = hkdfSync("sha256", key, Buffer.alloc(0), `holdfast/outbox/${use}/1`, keyBytes);
  return createSecretKey(Buffer.from(bytes));
}

/** The codes of messages: what makes them is a key, and the database has only what recognises them with it. */
export class Codes {
  readonly #codeKey: KeyObject;
  readonly #indexKey: KeyObject;

  constructor(key: KeyObject) {
    this.#codeKey = subkey(key, "codes");
    this.#indexKey = subkey(key, "code index");
  }

  /** The code of a message, `XXXX-XXXX`: nearly 40 bits, in which a letter and a digit stand, so that it is no word or number. */
  of(message: Id<"notice">): string {
    for (let round = 0; ; round++) {
      const mac = createHmac("sha256", this.#codeKey).update(idBytes(message)).update(`${round}`);
      const bytes = mac.digest();
      const code = Array.from(bytes.subarray(0, letters), (byte) => alphabet.charAt(byte & 31));
      const text = code.join("");
      if (isMixed(text)) return `${text.slice(0, 4)}-${text.slice(4)}`;
    }
  }

  /** What a code is found by among the messages of one addressee. */
  indexOf(code: string, to: Pick<Addressee, "is" | "id">): Buffer {
    const owner = `${to.is} ${uuidOf(to.id)} `;
    return createHmac("sha256", this.#indexKey).update(owner).update(code).digest();
  }
}

/** The code that a text is, in the form that we write; undefined when it is anything else. Marks around it say nothing. */
export function codeFrom(text: string): string | undefined {
  if (text.length > aroundMax) return undefined;
  const word = text.replace(unseen, "").replace(/^[\s\p{P}\p{Sk}]+|[\s\p{P}\p{Sk}]+$/gu, "");
  return typed.test(word) ? asWritten(word) : undefined;
}

/** Everything in a text that may be a code, in the form that we write: the first 20, each once. */
export function codesIn(text: string): string[] {
  const found = new Set<string>();
  for (const [match] of text.matchAll(written)) {
    const code = asWritten(match);
    if (code !== undefined) found.add(code);
    if (found.size === candidatesMax) break;
  }
  return [...found];
}

/** Small letters, and those that are taken for digits, as we write them (Crockford's base 32). */
function asWritten(match: string): string | undefined {
  const plain = match.replace(/[^0-9a-z]/gi, "").toUpperCase();
  const read = plain.replaceAll("O", "0").replace(/[IL]/g, "1");
  if (!isMixed(read) || read.includes("U")) return;
  return `${read.slice(0, 4)}-${read.slice(4)}`;
}

/** No word, of which 0 and 1 might be letters, and no number. */
function isMixed(text: string): boolean {
  return /[2-9]/.test(text) && /[A-Z]/.test(text);
}
