import type { Claim } from "../claim/index.ts";
import type { Objection } from "./objection.ts";
import type { Place } from "./place.ts";

const negations =
  /\b(?:no|not|never|none|neither|nor|nobody|nothing|without|cannot|den(?:y|ies|ied|ying)|refus(?:e|es|ed|ing|al))\b|n[’']t\b/giu;
const negation = new RegExp(negations.source, "iu");
/** Answers that say that something isn't so. */
const negative =
  /^(?:no|not|none|never|nothing|nobody|neither|refus\w*|den(?:y|ies|ied)|without)(?:_|$)/;
/** What begins another statement within a sentence, of which another one's "not" or "may" says nothing. */
const breaks =
  /[;:–—]|[.!?]\s|,?\s(?:but|although|though|while|whereas|however|yet|except)\s|,\s(?:and|or|as|so|which|who)\s/giu;

/** The statement of a sentence in which a place stands. */
export function clauseAt(sentence: string, { start, end }: Place): string {
  let [from, to] = [0, sentence.length];
  for (const { 0: found, index } of sentence.matchAll(breaks)) {
    if (index + found.length <= start) from = index + found.length;
    else if (index >= end) {
      to = index;
      break;
    }
  }
  return sentence.slice(from, to);
}

export function isDenied(words: string): boolean {
  return negation.test(words);
}

/** Whether it, or a passage of it, says that something isn't so. */
export function deniesSomething(claim: Claim): boolean {
  return saysNo(claim) || claim.supports.some(({ quote }) => isDenied(quote.exact));
}

/** Whether it says no by itself or by its answer. */
export function saysNo({ denied, value }: Claim): boolean {
  if (denied) return true;
  if (value.is === "choice") return negative.test(value.option);
  return value.is === "text" && isDenied(value.text);
}

/**
 * That a sentence has a "not" for each thing that its claims deny, and no more of them than they have.
 * @param sentence without what of it says how exact a number is
 */
export function denialObjections(sentence: string, claims: readonly Claim[]): Objection[] {
  const found = [...sentence.matchAll(negations)].map(([word]) => word);
  const nos = claims.filter(saysNo);
  const missing = new Set(nos.map(({ slot, subject }) => `${subject} ${slot}`)).size > found.length;
  const allowed = claims.reduce((sum, claim) => sum + lent(claim), 0);
  const isMore = denialsIn(sentence) > allowed;
  return [
    ...(missing
      ? nos.map(({ number }): Objection => ({ code: "denial", what: String(number) }))
      : []),
    ...(isMore ? [{ code: "negation" as const, what: found.at(-1) ?? "" }] : []),
  ];
}

function lent(claim: Claim): number {
  const { supports, value } = claim;
  const texts = [
    ...supports.map(({ quote }) => quote.exact),
    value.is === "text" ? value.text : "",
  ];
  return Math.max(saysNo(claim) ? 1 : 0, ...texts.map(denialsIn));
}

/** How often a text denies something: "neither … nor" does so once. */
export function denialsIn(text: string): number {
  const words = [...text.matchAll(negations)].map(([word]) => word.toLowerCase());
  return words.includes("neither") ? words.filter((word) => word !== "nor").length : words.length;
}
