import { datesIn, isPossible, speakerIn } from "../proposing/index.ts";
import { isYear, readDates, relativesIn, yearsIn } from "./dates.ts";
import { tellings } from "./deeds.ts";
import { after, before, find, matches, never } from "./pattern.ts";
import { deedsOf, denialCount, type Statements, statementsOf } from "./statements.ts";
import {
  type Measure,
  type Tongue,
  type TranslationLanguage,
  tongues,
  type Unit,
} from "./tongues.ts";

/** What a translation may not change, in a form that every language has. Statements stand in the text's order, other lists are sorted. */
export type Facts = {
  numbers: readonly string[];
  dates: readonly string[];
  statements: Statements;
  measures: readonly string[];
  isPossible: boolean;
  denials: number;
  isTheFirms: boolean;
};

const unitWords = 5;
const hedgeLetters = 30;

/** What an English sentence tells. */
export function factsOf(text: string, firm: string): Facts {
  const dates = datesIn(text, undefined);
  const rest = blanked(text, dates);
  return {
    ...readNumbers(rest, tongues.en),
    dates: dates
      .flatMap(({ value }) => (value.is === "date" ? value.edtf : []))
      .concat(...yearsIn(rest), ...relativesIn(text, tongues.en))
      .sort(),
    statements: statementsOf(rest, tellings.en),
    isPossible: isPossible(text),
    denials: denialCount(text, tellings.en),
    isTheFirms: speakerIn(text, firm) === "firm",
  };
}

/**
 * What a translated sentence tells.
 * @param original its sentence: a word that may tell either of two deeds tells the one that this has
 */
export function translatedFacts(
  { original, text }: { original: string; text: string },
  language: TranslationLanguage,
  firm: string,
): Facts {
  const tongue = tongues[language];
  const isEmphatic = find(tellings.en.emphatic).test(original);
  const telling = { ...tellings[language], ...(!isEmphatic && { emphatic: never }) };
  const told = deedsOf(original, tellings.en);
  const { dates, rest } = readDates(text, tongue.calendar);
  const isFirm = find(tongue.firm).test(text) || text.toLowerCase().includes(firm.toLowerCase());
  return {
    ...readNumbers(rest, tongue),
    dates: [...dates, ...yearsIn(rest), ...relativesIn(text, tongue)].sort(),
    statements: statementsOf(rest, telling, told),
    isPossible: find(telling.possibly).test(text),
    denials: denialCount(text, telling),
    isTheFirms: isFirm && find(tongue.saying).test(text),
  };
}

function readNumbers(text: string, tongue: Tongue): Pick<Facts, "numbers" | "measures"> {
  const scales = Object.keys(tongue.scales).join("|");
  const numbers: string[] = [];
  let rest = text;
  for (const match of text.matchAll(numberIn(tongue, scales))) {
    const end = match.index + match[0].length;
    const found = numberOf(match, text, tongue);
    if (found === undefined) continue;
    numbers.push(found);
    rest = rest.slice(0, match.index) + " ".repeat(match[0].length) + rest.slice(end);
  }
  const loose = matches(rest, `${tongue.loose}|${scales}`).map((found) => found.toLowerCase());
  const more = (rest.match(/\p{N}+/gu) ?? []).filter((found) => !isYear(found));
  const measures = (Object.keys(tongue.measures) as Measure[]).filter(
    (measure) => matches(rest, tongue.measures[measure]).length > 0,
  );
  return { numbers: [...numbers, ...loose, ...more].sort(), measures: measures.sort() };
}

function numberIn(tongue: Tongue, scales: string): RegExp {
  const [mark, decimal] = marksOf(tongue);
  const digits = `\\d{1,3}(?:${mark}\\d{3})+(?:${decimal}\\d+)?|\\d+(?:${decimal}\\d+)?`;
  const words = tongue.numbers.replaceAll(" ", "|");
  return new RegExp(
    `(?<![\\p{L}\\p{N}.,])(?<currency>[$€]?)\\s?(?:(?<digits>${digits})|(?<word>${words}))(?:[ -]?(?<scale>${scales}))?${after}`,
    "giu",
  );
}

function marksOf({ decimal }: Tongue): [group: string, decimal: string] {
  return decimal === "," ? ["[ .]", ","] : [",", "\\."];
}

/** How exact, how much, and of what; a year that nothing is counted by is none. */
function numberOf(match: RegExpExecArray, text: string, tongue: Tongue): string | undefined {
  const { currency = "", digits, word = "", scale = "" } = match.groups ?? {};
  const rest = text.slice(match.index + match[0].length);
  const signs: Readonly<Record<string, Unit>> = { $: "usd", "€": "eur" };
  const unit = signs[currency] ?? unitBehind(rest, tongue);
  if (digits !== undefined && scale === "" && isYear(digits) && !unit) return undefined;
  const [mark] = marksOf(tongue);
  const plain =
    digits === undefined
      ? tongue.numbers.split(" ").findIndex((one) => find(one).test(word)) + 2
      : Number(digits.replace(new RegExp(mark, "g"), "").replace(",", "."));
  const amount = Number((plain * (tongue.scales[scale.toLowerCase()] ?? 1)).toPrecision(15));
  const before = text.slice(Math.max(0, match.index - hedgeLetters), match.index);
  return [hedgeBefore(before, tongue), amount, unit ?? ""].join(" ").trim();
}

function hedgeBefore(words: string, { hedges }: Tongue): string {
  for (const [pattern, hedge] of hedges) {
    if (new RegExp(`${before}(?:${pattern})\\s*$`, "iu").test(words)) return hedge;
  }
  return "exactly";
}

/** The first thing that is counted within some words behind a number. */
function unitBehind(words: string, { units }: Tongue): Unit | undefined {
  const [clause = ""] = words.split(/[,.;:()“”"«»–—]/, 1);
  const [near = ""] = new RegExp(`^(?:\\s*\\S+){0,${unitWords}}`, "u").exec(clause) ?? [];
  if (new RegExp(`^\\s?(?:${units.percent})`, "iu").test(near)) return "percent";
  const found = (Object.entries(units) as [Unit, string][])
    .filter(([unit]) => unit !== "percent")
    .flatMap(([unit, pattern]) => {
      const at = near.search(new RegExp(`${before}(?:${pattern})${after}`, "iu"));
      return at < 0 ? [] : [{ unit, at }];
    })
    .sort((one, other) => one.at - other.at);
  return found[0]?.unit;
}

function blanked(text: string, places: readonly { start: number; end: number }[]): string {
  return places.reduce(
    (shown, { start, end }) => shown.slice(0, start) + " ".repeat(end - start) + shown.slice(end),
    text,
  );
}
