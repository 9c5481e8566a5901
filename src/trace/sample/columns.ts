import type { DecimalSign } from "./amounts.ts";
import { readAmount } from "./amounts.ts";
import { type DateOrder, readDate } from "./dates.ts";
import { meaningOfHeader } from "./header-words.ts";
import { formOf, type Look, lookOf } from "./look.ts";
import type { Meaning } from "./meaning.ts";
import { countryOf } from "./phones.ts";

const examplesMax = 3;
const mostly = 0.8;
const partly = 0.5;
const numbersOfOneCountryMin = 3;
/** So many numbers say where a column's are. */
const numbersMax = 60;

/** A column of a sample, for a person to look at and correct. */
export type Column = {
  name: string;
  meaning: Meaning;
  /** Its name and its values say the same, or a person does. */
  sure: boolean;
  /** The forms of its first values, without a letter or digit of them. */
  examples: readonly string[];
  /** In so many records something stands in it. */
  filled: number;
};

/** What a column's own values say of how to read those that could be read in two ways. */
export type Conventions = {
  dateOrder: DateOrder | undefined;
  decimalSign: DecimalSign | undefined;
  /** ISO 3166-1 alpha-2, where nearly all numbers that name their country are of one. */
  country: string | undefined;
};

/** What is seen of a column in the first pass: counts, and no value. */
export class ColumnSurvey {
  readonly #looks = new Map<Look, number>();
  readonly #countries = new Map<string, number>();
  readonly #orders = { day_first: 0, month_first: 0 };
  readonly #signs = { ".": 0, ",": 0 };
  readonly #surveyedMax: number;
  #numbers = 0;
  readonly examples: string[] = [];
  filled = 0;

  constructor(surveyedMax: number) {
    this.#surveyedMax = surveyedMax;
  }

  /** @param text as `plain` gives it, not empty */
  see(text: string): void {
    this.filled += 1;
    if (this.filled > this.#surveyedMax) return;
    const look = lookOf(text);
    this.#looks.set(look, (this.#looks.get(look) ?? 0) + 1);
    if (this.examples.length < examplesMax) this.examples.push(formOf(text));
    if (look === "date") this.#seeDate(text);
    if (look === "amount") this.#seeAmount(text);
    if (look === "phone") this.#seeCountry(text);
  }

  /** Which part of what was surveyed looks like one of these. */
  share(...looks: readonly Look[]): number {
    const seen = Math.min(this.filled, this.#surveyedMax);
    const found = looks.reduce((sum, look) => sum + (this.#looks.get(look) ?? 0), 0);
    return seen === 0 ? 0 : found / seen;
  }

  get conventions(): Conventions {
    const { day_first: day, month_first: month } = this.#orders;
    const { ".": point, ",": comma } = this.#signs;
    return {
      dateOrder:
        day === 0 && month === 0 ? undefined : more("day_first", day, "month_first", month),
      decimalSign: point === 0 && comma === 0 ? undefined : more(".", point, ",", comma),
      country: this.#country(),
    };
  }

  #seeDate(text: string): void {
    const read = readDate(text);
    if (read?.isCertain && read.order) this.#orders[read.order] += 1;
  }

  #seeAmount(text: string): void {
    const sign = readAmount(text)?.sign;
    if (sign) this.#signs[sign] += 1;
  }

  #seeCountry(text: string): void {
    if (this.#numbers >= numbersMax) return;
    this.#numbers += 1;
    const country = countryOf(text);
    if (country) this.#countries.set(country, (this.#countries.get(country) ?? 0) + 1);
  }

  #country(): string | undefined {
    const all = [...this.#countries.values()].reduce((sum, count) => sum + count, 0);
    const [first] = [...this.#countries].sort(([, one], [, other]) => other - one);
    const isOne = first && first[1] >= numbersOfOneCountryMin && first[1] >= all * 0.9;
    return isOne ? first[0] : undefined;
  }
}

/** The one that is seen far more often; undefined where a column says both. */
function more<Sign>(one: Sign, times: number, other: Sign, otherTimes: number): Sign | undefined {
  if (times >= 9 * otherTimes && times > 0) return one;
  return otherTimes >= 9 * times && otherTimes > 0 ? other : undefined;
}

/** A look that hardly anything else has, and what it means. */
const definite: readonly (readonly [Look, Meaning])[] = [
  ["email", { is: "field", field: "email" }],
  ["account", { is: "account" }],
  ["ip", { is: "foreign", what: "ip" }],
  ["iban", { is: "foreign", what: "iban" }],
  ["card", { is: "foreign", what: "card" }],
  ["seed", { is: "foreign", what: "seed" }],
  ["wallet", { is: "foreign", what: "wallet" }],
  ["hash", { is: "foreign", what: "password" }],
  ["ssn", { is: "foreign", what: "ssn" }],
];

/** A look that says something whatever the column is called, in a language that isn't known. */
const telling: readonly (readonly [Look, Meaning])[] = [
  ["phone", { is: "field", field: "phone" }],
  ["masked_email", { is: "field", field: "email" }],
];

/** What a column without a name says, less surely than its look would under a fitting name. */
const likely: readonly (readonly [Look, Meaning])[] = [
  ...telling,
  ["digits", { is: "field", field: "phone" }],
  ["date", { is: "field", field: "date_of_birth" }],
  ["last_four", { is: "field", field: "bank_last_four" }],
  ["words", { is: "field", field: "name" }],
];

/** A column's meaning by its name and by its values; where the two differ, neither is sure. */
export function guessMeaning(
  name: string | undefined,
  survey: ColumnSurvey,
): { meaning: Meaning; sure: boolean } {
  const named = name === undefined ? undefined : meaningOfHeader(name);
  if (survey.filled === 0)
    return { meaning: named ?? { is: "ignored" }, sure: named !== undefined };
  const look = definite.find(([one]) => survey.share(one) >= mostly);
  if (named) return fittingName(named, look, survey);
  if (look) return { meaning: look[1], sure: true };
  const isNameless = name === undefined;
  const guess = (isNameless ? likely : telling).find(([one]) => survey.share(one) >= mostly);
  if (!guess) return { meaning: { is: "unknown" }, sure: false };
  return { meaning: guess[1], sure: isNameless && guess[0] === "phone" };
}

function fittingName(
  named: Meaning,
  look: readonly [Look, Meaning] | undefined,
  survey: ColumnSurvey,
): { meaning: Meaning; sure: boolean } {
  if (named.is === "account") return fittingAccount(look, survey);
  if (named.is === "foreign") {
    const isEnd = named.what === "card" || named.what === "iban";
    if (isEnd && survey.share("last_four") >= mostly) {
      return { meaning: { is: "field", field: "bank_last_four" }, sure: true };
    }
    return { meaning: named, sure: true };
  }
  const isOther = look && isStrange(named, look[0]);
  if (isOther) return { meaning: look[1], sure: false };
  const isFree = named.is !== "field" || named.part !== undefined;
  return { meaning: named, sure: isFree || survey.share(...looksOf(named.field)) >= partly };
}

/** "Account" is the public id, the firm's own id, or the last digits of one at a bank. */
function fittingAccount(
  look: readonly [Look, Meaning] | undefined,
  survey: ColumnSurvey,
): { meaning: Meaning; sure: boolean } {
  if (look) return { meaning: look[1], sure: true };
  if (survey.share("last_four") >= mostly) {
    return { meaning: { is: "field", field: "bank_last_four" }, sure: false };
  }
  const isAccount = survey.share("digits", "card", "account") >= mostly;
  return { meaning: isAccount ? { is: "account" } : { is: "reference" }, sure: false };
}

/** Numbers of documents and ids of firms may look like anything. */
function isStrange(named: Meaning, look: Look): boolean {
  if (named.is === "reference" || named.is === "ignored") return look === "email";
  if (named.is !== "field") return true;
  if (named.field === "id_number" || named.field === "phone")
    return look === "email" || look === "ip";
  return !looksOf(named.field).includes(look);
}

function looksOf(field: Extract<Meaning, { is: "field" }>["field"]): readonly Look[] {
  switch (field) {
    case "email":
      return ["email", "masked_email"];
    case "phone":
      return ["phone", "digits", "masked", "last_four", "account"];
    case "date_of_birth":
      return ["date", "masked"];
    case "bank_last_four":
      return ["last_four", "masked"];
    case "balance":
      return ["amount", "last_four", "digits"];
    case "name":
      return ["words", "masked", "text"];
    case "nationality":
      return ["words"];
    case "address":
    case "id_number":
    case "holdings_tier":
    case "flags":
      return ["words", "text", "masked", "digits", "last_four", "amount", "date", "ssn"];
  }
}
