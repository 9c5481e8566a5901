import { randomInt } from "node:crypto";

const letters = "23456789BCDFGHJKMNPQRSTVWXYZ"; // no vowels, no look-alikes: no words, nothing to misread
const groupLetters = 4;

/** A new name for a ticket, such as `K7QM-4D2X`. There are 3.7e11, so two of one desk are the same about never. */
export function newReference(): string {
  const group = () =>
    Array.from({ length: groupLetters }, () => letters[randomInt(letters.length)]).join("");
  return `${group()}-${group()}`;
}
