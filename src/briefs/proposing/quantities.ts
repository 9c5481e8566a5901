import type { Hedge, Quantity } from "../claim/index.ts";

/** A number of something, and where it stands in its sentence: `from` is where its hedge begins. */
export type FoundQuantity = { value: Quantity; from: number; start: number; end: number };

const words = "one two three four five six seven eight nine ten eleven twelve".split(" ");
const scales: Readonly<Record<string, number>> = {
  ...{ thousand: 1e3, k: 1e3, million: 1e6, m: 1e6, billion: 1e9, bn: 1e9 },
};
const currencies: Readonly<Record<string, string>> = { $: "usd", "€": "eur", "£": "gbp" };

const number = new RegExp(
  `(?<![\\w.,:/-])(?<sign>~?)(?<currency>[$€£]?)\\s?(?<digits>\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,6})?|\\d{1,12}(?:\\.\\d{1,6})?|\\b(?:${words.join("|")})\\b)` +
    "(?:[\\s-]?(?<scale>thousand|million|billion|bn|[km]))?(?<plus>\\+?)(?:\\s?(?<percent>%|percent\\b|per cent\\b))?(?![\\w%/])",
  "giu",
);

/** What stands before a number and says how exact it is; the longer ones first. */
const hedgeWords: readonly (readonly [RegExp, Hedge])[] = [
  [/\b(?:fewer|less|lower) than\s*$|\b(?:under|below)\s*$/i, "fewer_than"],
  [/\b(?:no|not) more than\s*$|\bup to\s*$|\bat most\s*$/i, "at_most"],
  [/\b(?:more|higher|greater) than\s*$|\b(?:over|above|exceeding)\s*$/i, "more_than"],
  [/\bat least\s*$/i, "at_least"],
  [/\b(?:about|around|roughly|approximately|approx\.|circa|ca\.|some|nearly|almost)\s*$/i, "about"],
];
const hedgeLetters = 24;

/** Account, user, client and customer are one thing; employees are another. */
const units: readonly (readonly [RegExp, string])[] = [
  [/^(?:accounts?|users?|clients?|customers?)$/i, "client"],
  [/^(?:employees?|staff|staffers?|workers?|agents?|insiders?|contractors?)$/i, "staff"],
  [/^(?:records?|rows?|entries)$/i, "record"],
  [/^(?:incidents?|cases|breaches)$/i, "incident"],
  [/^(?:people|persons|individuals)$/i, "person"],
  [/^(?:dollars|usd)$/i, "usd"],
];
const wordsBetweenMax = 4;

/** Numbers of something that is counted here: a number alone, a year and a day of a month say nothing. */
export function quantitiesIn(sentence: string): FoundQuantity[] {
  const found: FoundQuantity[] = [];
  for (const match of sentence.matchAll(number)) {
    const { sign, currency = "", digits = "", scale, plus, percent } = match.groups ?? {};
    const end = match.index + match[0].length;
    const unit = unitOf(currency, percent !== undefined, sentence.slice(end));
    if (unit === undefined) continue;
    const plain = amountOf(digits);
    const amount = Number((plain * (scales[scale?.toLowerCase() ?? ""] ?? 1)).toPrecision(15));
    const before = sentence.slice(Math.max(0, match.index - hedgeLetters), match.index);
    const said = hedgeBehind(before);
    const hedge = said?.hedge ?? (sign ? "about" : plus ? "at_least" : "exactly");
    const from = match.index - (said?.letters ?? 0);
    found.push({ value: { is: "quantity", amount, hedge, unit }, from, start: match.index, end });
  }
  return found;
}

function hedgeBehind(before: string): { hedge: Hedge; letters: number } | undefined {
  for (const [pattern, hedge] of hedgeWords) {
    const at = before.search(pattern);
    if (at >= 0) return { hedge, letters: before.length - at };
  }
  return undefined;
}

function amountOf(digits: string): number {
  const word = words.indexOf(digits.toLowerCase());
  return word >= 0 ? word + 1 : Number(digits.replaceAll(",", ""));
}

function unitOf(currency: string, isPercent: boolean, after: string): string | undefined {
  if (currency !== "") return currencies[currency];
  const [clause = ""] = after.split(/[,.;:()“”"–—]/, 1);
  const following = clause.trim().split(/\s+/).slice(0, wordsBetweenMax);
  const noun = following.flatMap((word) => units.find(([one]) => one.test(word))?.[1] ?? [])[0];
  if (!isPercent) return noun;
  const isMonthly = following.some((word) => /^monthly$/i.test(word));
  return noun === undefined ? "percent" : `percent_of_${isMonthly ? "monthly_" : ""}${noun}s`;
}
