import { verbs } from "../claim/index.ts";
import { datesIn, isPossible, speakerIn, verbsIn } from "../proposing/index.ts";
import { denialsIn } from "../sentence/index.ts";
import {
  type Measure,
  type Tongue,
  type TranslationLanguage,
  tongues,
  type Unit,
} from "./tongues.ts";

/** What a translation may not change, in a form that every language has. Each list is sorted. */
export type Facts = {
  numbers: readonly string[];
  dates: readonly string[];
  verbs: readonly string[];
  measures: readonly string[];
  isPossible: boolean;
  denials: number;
  isTheFirms: boolean;
};

/** What counts as a letter: `\b` knows those of English alone. */
const [before, after] = ["(?<![\\p{L}\\p{N}])", "(?![\\p{L}\\p{N}])"];
const unitWords = 5;
const hedgeLetters = 30;

/** What an English sentence tells. */
export function factsOf(text: string, firm: string): Facts {
  const dates = datesIn(text, undefined);
  const rest = blanked(text, dates);
  return {
    ...readNumbers(rest, tongues.en),
    dates: dates
      .map(({ value }) => (value.is === "date" ? value.edtf : value.is))
      .concat(...yearsIn(rest))
      .sort(),
    verbs: verbsIn(text)
      .map(({ verb }) => verb)
      .sort(),
    isPossible: isPossible(text),
    denials: denialsIn(text),
    isTheFirms: speakerIn(text, firm) === "firm",
  };
}

/** What a translated sentence tells. */
export function translatedFacts(text: string, language: TranslationLanguage, firm: string): Facts {
  const tongue = tongues[language];
  const { dates, rest } = readDates(text, tongue);
  const isFirm = find(tongue.firm).test(text) || text.toLowerCase().includes(firm.toLowerCase());
  return {
    ...readNumbers(rest, tongue),
    dates: [...dates, ...yearsIn(rest)].sort(),
    verbs: verbs.flatMap((verb) => matches(text, tongue.verbs[verb]).map(() => verb)).sort(),
    isPossible: find(tongue.possibly).test(text),
    denials: denialsOf(text, tongue),
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
      ? tongue.numbers.split(" ").indexOf(word.toLowerCase()) + 2
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

function readDates(text: string, tongue: Tongue): { dates: string[]; rest: string } {
  const months = tongue.months.split(" ");
  const seasons = tongue.seasons.split(" ");
  const [month, season] = [months.join("|"), seasons.join("|")];
  const join = "(?:\\s(?:de|del|des|du))?\\s";
  const year = "(?<year>(?:19|20)\\d\\d)";
  const place = (all: readonly string[], name = "") =>
    all.findIndex((one) => new RegExp(`^(?:${one})$`, "iu").test(name)) + 1;
  const two = (number: number) => String(number).padStart(2, "0");
  const ways: [string, (groups: Record<string, string | undefined>) => string][] = [
    ["(?<iso>(?:19|20)\\d\\d-\\d\\d-\\d\\d)", ({ iso = "" }) => iso],
    [
      `(?<day>\\d{1,2})(?:\\.|er|º)?(?:\\sde)?\\s(?<month>${month})(?:${join}${year})?`,
      ({ day, month: name, year: of = "XXXX" }) =>
        `${of}-${two(place(months, name))}-${two(Number(day))}`,
    ],
    [
      `(?<month>${month})(?:${join}${year})`,
      ({ month: name, year: of }) => `${of}-${two(place(months, name))}`,
    ],
    [
      `(?<season>${season})${join}${year}`,
      ({ season: of, year: in_ }) => `${in_}-${place(seasons, of) + 20}`,
    ],
    [`(?:${tongue.early})[\\s-]${year}`, ({ year: of }) => `${of}-01/${of}-04`],
    [`(?:${tongue.mid})[\\s-]${year}`, ({ year: of }) => `${of}-05/${of}-08`],
    [`(?:${tongue.late})[\\s-]${year}`, ({ year: of }) => `${of}-09/${of}-12`],
    [`(?<month>${month})`, ({ month: name }) => `XXXX-${two(place(months, name))}`],
  ];
  const dates: string[] = [];
  let rest = text;
  for (const [pattern, write] of ways) {
    rest = rest.replace(new RegExp(`${before}${pattern}${after}`, "giu"), (found, ...more) => {
      dates.push(write(more.at(-1) as Record<string, string | undefined>));
      return " ".repeat(found.length);
    });
  }
  return { dates, rest };
}

function denialsOf(text: string, { denials, within }: Tongue): number {
  const found = matches(text, denials).length;
  return found > 0 ? found : matches(text, within).length;
}

/** A year that stands alone is a date. */
function yearsIn(text: string): string[] {
  return (text.match(/(?<![\p{L}\p{N}.,])(?:19|20)\d\d(?![\p{L}\p{N}]|[.,]\d)/gu) ?? []).filter(
    isYear,
  );
}

function isYear(text: string): boolean {
  return /^(?:19|20)\d\d$/.test(text);
}

function find(pattern: string): RegExp {
  return new RegExp(`${before}(?:${pattern})${after}`, "iu");
}

function matches(text: string, pattern: string): string[] {
  return [...text.matchAll(new RegExp(`${before}(?:${pattern})${after}`, "giu"))].map(
    ([found]) => found,
  );
}

function blanked(text: string, places: readonly { start: number; end: number }[]): string {
  return places.reduce(
    (shown, { start, end }) => shown.slice(0, start) + " ".repeat(end - start) + shown.slice(end),
    text,
  );
}
