import type { Value } from "../claim/index.ts";

/** What is denied in every such case, and what its question is called. */
const denials: readonly { pattern: RegExp; slot: string; option: string }[] = [
  {
    pattern:
      /\b(?:no|never|not|n't)\b[^.]{0,40}\b(?:system )?(?:breach(?:ed)?|hack(?:ed)?|compromised)\b|\bden(?:y|ies|ied)\b[^.]{0,40}\bbreach/i,
    slot: "systems_breached",
    option: "no",
  },
  {
    pattern: /\bno\b[^.]{0,30}\bfunds\b|\bfunds\b[^.]{0,30}\b(?:never|not|n't|safe|secure)\b/i,
    slot: "funds_at_risk",
    option: "no",
  },
  {
    pattern: /\b(?:not|never|won't|refus(?:e|es|ed|ing) to)\b[^.]{0,20}\b(?:pay|negotiate)\b/i,
    slot: "payment_stance",
    option: "refuses",
  },
];

export type FoundDenial = { slot: string; value: Value };

export function denialsIn(sentence: string): FoundDenial[] {
  return denials
    .filter(({ pattern }) => pattern.test(sentence))
    .map(({ slot, option }) => ({ slot, value: { is: "choice", option } }));
}
