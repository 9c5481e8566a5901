/** What counts as a letter: `\b` knows those of English alone. */
export const [before, after] = ["(?<![\\p{L}\\p{N}])", "(?![\\p{L}\\p{N}])"];

/** Stands nowhere. */
export const never = "(?!)";

/** A part of an expression as a whole word. */
export function find(pattern: string): RegExp {
  return new RegExp(`${before}(?:${pattern})${after}`, "iu");
}

export function placesOf(text: string, pattern: string): { at: number; found: string }[] {
  return [...text.matchAll(new RegExp(find(pattern), "giu"))].map(({ 0: found, index: at }) => ({
    ...{ at, found },
  }));
}

export function matches(text: string, pattern: string): string[] {
  return placesOf(text, pattern).map(({ found }) => found);
}
