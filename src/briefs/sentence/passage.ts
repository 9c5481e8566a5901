import type { Claim, Quote } from "../claim/index.ts";
import { sentencesOf } from "../proposing/index.ts";
import { isDenied } from "./statement.ts";

/** Claims that have a sentence with a "not" whole, word for word, as a sentence of a passage. */
export function claimsQuoted(sentence: string, claims: readonly Claim[]): Claim[] {
  if (!isDenied(sentence)) return [];
  return claims.filter(({ supports }) => supports.some(({ quote }) => hasWhole(quote, sentence)));
}

function hasWhole({ prefix, exact, suffix }: Quote, sentence: string): boolean {
  const end = prefix.length + exact.length;
  return [...sentencesOf(prefix + exact + suffix)]
    .filter(({ start, text }) => start >= prefix.length && start + bare(text).length <= end)
    .some(({ text }) => bare(text) === bare(sentence.trim()));
}

function bare(sentence: string): string {
  return sentence.replace(/\.$/, "");
}
