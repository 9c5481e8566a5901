import { checkHash, type Hash } from "./hash.ts";
import { refuse } from "./refusal.ts";

/** RFC 4648 section 4: standard alphabet, with padding. */
export function printBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

/**
 * Throws `malformed` for everything that `printBase64` doesn't print: spaces, missing padding, and the spare bits
 * that RFC 4648 section 3.5 lets decoders refuse, as they give the same bytes two spellings.
 */
export function parseBase64(text: string, what: string): Uint8Array {
  const isAlphabet = text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);
  if (!isAlphabet) return refuse("malformed", `The ${what} isn't base64.`);
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  return printBase64(bytes) === text
    ? bytes
    : refuse("malformed", `The ${what} has spare bits in its base64.`);
}

/** One hash, as the lines of checkpoints and proofs hold it. */
export function parseHash(text: string, what: string): Hash {
  return checkHash(parseBase64(text, what), what);
}
