import { withoutQuotations } from "#guard";
import type { Sentence } from "./material.ts";

const scamWords =
  /\b(?:scam|scams|scammers?|fraud|fraudsters?|criminals?|thie(?:f|ves)|impostors?|attackers?|fake|fakes|false|phish\w*|impersonat\w*|pretend\w*|claiming|look ?alikes?|imitat\w*|not ours|not from us|is not us)\b/;
const refusalWords =
  /\b(?:never|not|no|nobody|none|nothing|neither|nor|cannot|can't|don't|doesn't|won't|isn't|aren't|without|even if|even when|however much|anyone can|stolen|leaked)\b/;
/** "And nothing else" stresses; it denies nothing. */
const stress = /\b(?:nothing|nowhere|nobody|no one|none) (?:else|other)\b/g;
const openings = /^(?:if|when|to|for|before|once|after|while)\b/;

/** Lower case, one kind of quote and dash, `email` in one spelling: what the rules compare. */
export function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d\u00ab\u00bb]/g, '"')
    .replace(/[\u2010-\u2015]/g, "-")
    .replace(/\be-mail/g, "email")
    .replace(/sign-in/g, "sign in");
}

/** The sentence as `plain` gives it, without the passages that it quotes: those are somebody else's words. */
export function ownWords({ text }: Sentence): string {
  return withoutQuotations(plain(text))
    .replace(/[\s—]+/g, " ")
    .trim();
}

/** Is the text about somebody who passes for us? */
export function isAboutScams(text: string): boolean {
  return scamWords.test(plain(text));
}

/** Does the text deny or forbid something, or say that it proves nothing? */
export function isRefusing(text: string): boolean {
  return refusalWords.test(plain(text).replace(stress, ""));
}

/**
 * The ways to read a sentence with what introduces it. "We never ask you to:" governs its list; "To get help, send us:"
 * is one half of a sentence; a list of what a scammer says is not ours at all.
 */
export function readingsOf({ text, leadIn }: Sentence): string[] {
  if (leadIn === "") return [text];
  if (isAboutScams(leadIn)) return [];
  const joined = `${leadIn.replace(/:\s*$/, "")} ${text}`;
  return isRefusing(leadIn) && !openings.test(plain(leadIn)) ? [joined] : [text, joined];
}
