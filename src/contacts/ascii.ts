/**
 * Lower case of A-Z alone. The language's own also turns other letters into plain ones (the Kelvin sign becomes `k`),
 * and so would make two different names the same.
 */
export function lowerAscii(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** Upper case of a-z alone, for the same reason (`ſ` would become `S`). */
export function upperAscii(text: string): string {
  return text.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
}
