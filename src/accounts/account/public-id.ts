import { randomBytes } from "node:crypto";

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford's base 32
const letters = 8;

/**
 * A new public account id, such as `4K7Q-2M9X`: what a client tells support. It opens nothing, and nobody signs in
 * with it. 40 random bits: guessing one tells no more than that the account exists, to nobody who isn't signed in.
 */
export function newPublicId(): string {
  const text = Array.from(randomBytes(letters), (byte) => alphabet[byte & 31]).join("");
  return `${text.slice(0, 4)}-${text.slice(4)}`;
}

/** The id as it is kept, from what a person typed; undefined when it is none. Letters that look alike are one. */
export function publicIdIn(typed: string): string | undefined {
  const text = typed
    .toUpperCase()
    .replace(/[\s–-]/g, "")
    .replace(/[IL]/g, "1")
    .replace(/O/g, "0");
  const isOne = text.length === letters && [...text].every((letter) => alphabet.includes(letter));
  return isOne ? `${text.slice(0, 4)}-${text.slice(4)}` : undefined;
}
