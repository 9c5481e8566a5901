import { dayMs, dayOf, startOf } from "#platform";
import type { Value } from "../claim/index.ts";
import { readEdtf } from "../edtf/index.ts";

/** A date as a sentence tells it, and what a person has to say before it is one. */
export type FoundDate = {
  value: Value;
  start: number;
  end: number;
  needs: readonly ("year" | "date")[];
};

const monthNames = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const weekdays = "sunday monday tuesday wednesday thursday friday saturday".split(" ");
const seasons: Readonly<Record<string, number>> = {
  spring: 21,
  summer: 22,
  autumn: 23,
  fall: 23,
  winter: 24,
};

const month =
  "(?<month>jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?|july?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?)";
const year = "(?<year>(?:19|20)\\d\\d|last year|this year)";
const day = "(?<day>[12]\\d|3[01]|0?[1-9])(?:st|nd|rd|th)?";

/** Ways to tell a date, the more exact first: what one has read, the next ones don't read again. */
const ways: readonly { pattern: RegExp; read(found: Groups, published: Known): Read }[] = [
  { pattern: /\b(?<iso>(?:19|20)\d\d-\d\d-\d\d)\b/g, read: ({ iso = "" }) => dated(iso) },
  { pattern: way(`${day}(?: of)? ${month},? ${year}`), read: dateOf },
  { pattern: way(`${month} ${day},? ${year}`), read: dateOf },
  { pattern: way(`(?<part>early|mid|late)[ -](?:in )?${year}`), read: partOf },
  { pattern: way(`(?<season>spring|summer|autumn|fall|winter)(?: of)? ${year}`), read: seasonOf },
  { pattern: way(`${month},?(?: of)? ${year}`), read: monthOf },
  { pattern: way(`${day}(?: of)? ${month}`), read: dateOf },
  { pattern: way(`${month} ${day}(?!\\d)`), read: dateOf },
  { pattern: way(`(?:in|since|during|early|late|mid|of) ${month}`), read: monthOf },
  {
    pattern: way(`since ${year}`),
    read: ({ year: told }, known) => ofYear(told, known, (is) => `${is}/..`),
  },
  {
    pattern: way(`(?:in|during|of|by|year) ${year}`),
    read: ({ year: told }, known) => ofYear(told, known, (is) => is),
  },
  { pattern: way("(?<unit>weeks|months) (?:later|after the first)"), read: laterOf },
  {
    pattern: way(
      "(?<relative>yesterday|today|last week|this week|last month|this month|last year|this year|(?:with)?in the (?:past|last) year)",
    ),
    read: relativeOf,
  },
  { pattern: way(`on (?<weekday>${weekdays.join("|")})`), read: weekdayOf },
];

type Groups = Readonly<Record<string, string | undefined>>;
type Read = { value: Value; needs?: FoundDate["needs"] } | undefined;
/** What is known of when the source was published. */
type Known = { year?: number; month?: number; day?: Date };

/** Dates that a sentence tells, told as its source was published. A year that nobody gave is never guessed. */
export function datesIn(sentence: string, published: string | undefined): FoundDate[] {
  const known = knownOf(published);
  const found: FoundDate[] = [];
  for (const { pattern, read } of ways) {
    for (const match of sentence.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (found.some((other) => start < other.end && other.start < end)) continue;
      const told = read(match.groups ?? {}, known) ?? { value: text(match[0]), needs: ["date"] };
      found.push({ value: told.value, needs: told.needs ?? [], start, end });
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

function way(pattern: string): RegExp {
  return new RegExp(`\\b${pattern}(?![\\w])`, "gi");
}

function knownOf(published: string | undefined): Known {
  const span = published === undefined ? undefined : readEdtf(published)?.span;
  if (!span || !Number.isFinite(span.from + span.to)) return {};
  const [from, last] = [new Date(span.from), new Date(span.to - 1)];
  if (from.getUTCFullYear() !== last.getUTCFullYear()) return {};
  const known: Known = { year: from.getUTCFullYear() };
  if (from.getUTCMonth() === last.getUTCMonth()) known.month = from.getUTCMonth() + 1;
  if (span.to - span.from <= dayMs) known.day = startOf(new Date(span.from), dayMs);
  return known;
}

function dateOf({ day: on = "", month: name = "", year: told }: Groups, known: Known): Read {
  const rest = `${two(monthOfName(name))}-${two(Number(on))}`;
  if (told === undefined) return dated(`XXXX-${rest}`, ["year"]);
  return ofYear(told, known, (is) => `${is}-${rest}`);
}

function monthOf({ month: name = "", year: told }: Groups, known: Known): Read {
  const rest = two(monthOfName(name));
  if (told === undefined) return dated(`XXXX-${rest}`, ["year"]);
  return ofYear(told, known, (is) => `${is}-${rest}`);
}

function partOf({ part = "", year: told }: Groups, known: Known): Read {
  const months = { early: ["01", "04"], mid: ["05", "08"], late: ["09", "12"] } as const;
  const [from, to] = months[part.toLowerCase() as keyof typeof months];
  return ofYear(told, known, (is) => `${is}-${from}/${is}-${to}`);
}

function seasonOf({ season = "", year: told }: Groups, known: Known): Read {
  return ofYear(told, known, (is) => `${is}-${seasons[season.toLowerCase()]}`);
}

function ofYear(told: string | undefined, known: Known, write: (year: string) => string): Read {
  if (told === undefined) return;
  if (/^\d/.test(told)) return dated(write(told));
  if (known.year === undefined) return;
  return dated(write(String(known.year - (/^last/i.test(told) ? 1 : 0))));
}

function laterOf({ unit }: Groups): Read {
  const days = /^weeks$/i.test(unit ?? "")
    ? { daysMin: 7, daysMax: 60 }
    : { daysMin: 30, daysMax: 364 };
  return { value: { is: "later", than: "first_incident", ...days } };
}

function relativeOf(
  { relative = "" }: Groups,
  { year: inYear, month: inMonth, day: on }: Known,
): Read {
  const word = relative.toLowerCase();
  if (word.endsWith("month") && inYear !== undefined && inMonth !== undefined) {
    const at = new Date(Date.UTC(inYear, inMonth - (word === "last month" ? 2 : 1)));
    return dated(at.toISOString().slice(0, 7));
  }
  if (/^(?:last|this) year$/.test(word))
    return ofYear(word, inYear === undefined ? {} : { year: inYear }, (is) => is);
  if (!on) return;
  if (word === "yesterday") return dated(iso(on, -1));
  if (word === "today") return dated(iso(on, 0));
  if (word.endsWith("week")) {
    const monday = -((on.getUTCDay() + 6) % 7) - (word === "last week" ? 7 : 0);
    return dated(`${iso(on, monday)}/${iso(on, monday + 6)}`);
  }
  return dated(`${iso(on, -366)}/${iso(on, 0)}`);
}

/** The last such day, the day of publication included. */
function weekdayOf({ weekday = "" }: Groups, { day: on }: Known): Read {
  if (!on) return;
  const back = (on.getUTCDay() - weekdays.indexOf(weekday.toLowerCase()) + 7) % 7;
  return dated(iso(on, -back));
}

function dated(edtf: string, needs: FoundDate["needs"] = []): Read {
  return readEdtf(edtf) ? { value: { is: "date", edtf }, needs } : undefined;
}

function text(words: string): Value {
  return { is: "text", text: words };
}

function monthOfName(name: string): number {
  return monthNames.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}

function iso(on: Date, days: number): string {
  return dayOf(new Date(on.getTime() + days * dayMs));
}
