import { checkHash, type Hash } from "./hash.ts";
import { refuse } from "./refusal.ts";

/** RFC 4648 section 4: standard alphabet, with padding. */
export function printBase64(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/**
 * Throws `malformed` for everything that `printBase64` doesn't print: spaces, missing padding, and the spare bits
 * that RFC 4648 section 3.5 lets decoders refuse, as they give the same bytes two spellings.
 */
export function parseBase64(text: string, what: string): Uint8Array {
  const isAlphabet = text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);
  if (!isAlphabet) return refuse("malformed", `The ${what} isn't base64.`);
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let place = 0; place < binary.length; place++) bytes[place] = binary.charCodeAt(place);
  // Only the last four characters, of one, two or three bytes, can have spare bits.
  return printBase64(bytes.subarray(-(bytes.length % 3 || 3))) === text.slice(-4)
    ? bytes
    : refuse("malformed", `The ${what} has spare bits in its base64.`);
}

/** One hash, as the lines of checkpoints and proofs hold it. */
export function parseHash(text: string, what: string): Hash {
  return checkHash(parseBase64(text, what), what);
}
