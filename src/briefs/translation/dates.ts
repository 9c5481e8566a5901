import { type Calendar, relativesOf } from "./calendars.ts";
import { after, before, find } from "./pattern.ts";
import type { Tongue } from "./tongues.ts";

/** Dates as the language writes them, and the text without them. */
export function readDates(text: string, calendar: Calendar): { dates: string[]; rest: string } {
  const months = calendar.months.split(" ");
  const seasons = calendar.seasons.split(" ");
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
    [`(?:${calendar.since})\\s${year}`, ({ year: of }) => `${of}/..`],
    [`(?:${calendar.early})[\\s-]${year}`, ({ year: of }) => `${of}-01/${of}-04`],
    [`(?:${calendar.mid})[\\s-]${year}`, ({ year: of }) => `${of}-05/${of}-08`],
    [`(?:${calendar.late})[\\s-]${year}`, ({ year: of }) => `${of}-09/${of}-12`],
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

/** What is another day to each reader, or how often something is, by a name that every language has. */
export function relativesIn(text: string, { calendar, hedges }: Tongue): string[] {
  const exactness = hedges.map(([pattern]) => pattern).join("|");
  const number = `(?:(?:(?:${exactness})\\s)?(?:\\d[\\d.,]*|\\p{L}+)\\s)?`;
  const found: string[] = [];
  let rest = text;
  for (const [name, pattern] of relativesOf(calendar, number)) {
    rest = rest.replace(new RegExp(find(pattern), "giu"), (words) => {
      found.push(name);
      return " ".repeat(words.length);
    });
  }
  return found;
}

/** A year that stands alone is a date. */
export function yearsIn(text: string): string[] {
  return (text.match(/(?<![\p{L}\p{N}.,])(?:19|20)\d\d(?![\p{L}\p{N}]|[.,]\d)/gu) ?? []).filter(
    isYear,
  );
}

export function isYear(text: string): boolean {
  return /^(?:19|20)\d\d$/.test(text);
}
