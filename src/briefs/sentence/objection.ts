/** Why a sentence can't be published as it stands. */
export type ObjectionCode =
  | "no_claim"
  | "claim_internal"
  | "claim_status"
  | "number"
  | "date"
  | "relative_date"
  | "name"
  | "word"
  | "verb"
  | "certainty"
  | "denial"
  | "negation"
  | "quotation"
  | "attribution"
  | "speech"
  | "hidden_characters"
  | "secret";

/** `what` is the part of the sentence, or the number of the claim, that it is about. */
export type Objection = { code: ObjectionCode; what: string };

const sentences: Readonly<Record<ObjectionCode, (what: string) => string>> = {
  no_claim: () => "It stands on no claim. Name the claims that say so.",
  claim_internal: (what) =>
    `Claim ${what} is internal. Somebody makes it public first, or it goes.`,
  claim_status: (what) => `Claim ${what} doesn't have a status that may stand in this section.`,
  number: (what) => `“${what}” isn't a number of its claims, with how exact it is and of what.`,
  date: (what) => `“${what}” isn't a date of its claims, or is more exact than they are.`,
  relative_date: (what) => `“${what}” means another day to each reader. Write the date.`,
  name: (what) => `“${what}” is in none of the passages behind its claims.`,
  word: (what) =>
    `“${what}” is in none of the passages behind its claims, and says something. Use their words.`,
  verb: (what) =>
    `“${what}” says more than its claims say. Where a “not” stands beside it, write the passage's whole sentence.`,
  certainty: (what) =>
    `Claim ${what} says that it may be so; the sentence says that it is. Write “potentially” before it.`,
  denial: (what) =>
    `Claim ${what} says that it isn't so; the sentence has no clear “not” or “no” for that. Write it beside the verb, or write the passage's whole sentence.`,
  negation: (what) =>
    `“${what}” denies what its claims don't deny. Leave it out, or write the passage's whole sentence.`,
  quotation: (what) => `“${what}” stands in no passage so. Quote letter by letter.`,
  attribution: (what) => `Claim ${what} is the firm's word. Write that the firm says so.`,
  speech: (what) => `Claim ${what} isn't the firm's word. Write who says so.`,
  hidden_characters: () => "It has characters that nobody sees or that turn text around.",
  secret: () =>
    "It has something like a seed phrase, a password, or an address or number of a person.",
};

/** What an objection says to who writes. */
export function wordsOfObjection({ code, what }: Objection): string {
  return sentences[code](what);
}
