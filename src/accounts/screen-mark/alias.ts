import { numberBits } from "./payload.ts";

/** Without letters that look like a figure (Crockford's base 32). */
const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const shownLetters = Math.ceil(numberBits / 5);

/** What a session's pages call it in the open: it names nobody, and says which session to whoever has the desk's rows. */
export function aliasOf(number: number): string {
  const shown = Array.from({ length: shownLetters }, (_, place) => {
    const letter = Math.floor(number / 32 ** (shownLetters - 1 - place)) % 32;
    return letters[letter] ?? "";
  });
  return `${shown.slice(0, 3).join("")}-${shown.slice(3).join("")}`;
}
