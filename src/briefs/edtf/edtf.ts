import { dayMs } from "#platform";

/** From when to when, in milliseconds since 1970, the end not included. An open end is infinite. */
export type Span = { from: number; to: number };

/** A date as people give one. Without a year it has no span: which one was meant is never guessed. */
export type Moment = { span: Span | undefined; quality: "given" | "approximate" | "uncertain" };

/** By how much "about" widens a day, a month or a season, and a year, to each side. */
const marginDays = { day: 3, month: 15, year: 90 } as const;

type Unit = keyof typeof marginDays;

/** The months of a season or a part of a year: first one, and the first after it. EDTF level 1 §Seasons, level 2 §Sub-year groupings. */
const parts: Readonly<Record<number, readonly [number, number]>> = {
  // The winter of a year can be its first months or its last ones.
  ...{ 21: [3, 6], 22: [6, 9], 23: [9, 12], 24: [0, 15] },
  ...{ 25: [3, 6], 26: [6, 9], 27: [9, 12], 28: [0, 15] },
  ...{ 33: [1, 4], 34: [4, 7], 35: [7, 10], 36: [10, 13] },
  ...{ 37: [1, 5], 38: [5, 9], 39: [9, 13], 40: [1, 7], 41: [7, 13] },
};

/**
 * Reads a date in EDTF (ISO 8601-2): `2026`, `2026-02`, `2026-02-03`, a moment with its zone, `2026-21` (spring), `2026-XX`,
 * `XXXX-02` (no year), with `?` (uncertain), `~` (approximate) or `%` (both), and two of them as an interval, `..` for an open end.
 * @returns undefined for what is no such date
 */
export function readEdtf(text: string): Moment | undefined {
  const ends = text.split("/");
  if (ends.length === 1) return readDate(text);
  if (ends.length > 2) return;
  const [from, to] = ends.map((end) => (end === ".." || end === "" ? open : readDate(end)));
  if (!(from && to) || (from === open && to === open)) return;
  const quality = [from.quality, to.quality].find((one) => one !== "given") ?? "given";
  if (!(from.span && to.span)) return { span: undefined, quality };
  const span = { from: from.span.from, to: to.span.to };
  return span.from < span.to ? { span, quality } : undefined;
}

/** Whether both can be true of one thing. */
export function overlap(one: Span, other: Span): boolean {
  return one.from < other.to && other.from < one.to;
}

const open: Moment = { span: { from: -Infinity, to: Infinity }, quality: "given" };

const date =
  /^(?:(?<year>\d{4})(?:-(?<month>\d{2}|XX)(?:-(?<day>\d{2}|XX)(?<time>T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2}))?)?)?|XXXX-(?<yearless>\d{2})(?:-(?<on>\d{2}))?)(?<mark>[?~%])?$/;

function readDate(text: string): Moment | undefined {
  const read = date.exec(text)?.groups;
  if (!read) return;
  const quality =
    read.mark === undefined ? "given" : read.mark === "?" ? "uncertain" : "approximate";
  if (read.yearless !== undefined) {
    const isDay = dayIn(2024, Number(read.yearless), Number(read.on ?? 1)) !== undefined;
    return isDay ? { span: undefined, quality } : undefined;
  }
  if (read.time !== undefined) {
    const at = Date.parse(text.replace(/[?~%]$/, ""));
    const isDay = dayIn(Number(read.year), Number(read.month), Number(read.day)) !== undefined;
    return Number.isNaN(at) || !isDay ? undefined : { span: { from: at, to: at + 1 }, quality };
  }
  const known = spanIn(Number(read.year), read.month, read.day);
  if (!known) return;
  const margin = quality === "approximate" ? marginDays[known.unit] * dayMs : 0;
  return { span: { from: known.from - margin, to: known.to + margin }, quality };
}

function spanIn(year: number, month = "XX", day = "XX"): (Span & { unit: Unit }) | undefined {
  if (month === "XX") {
    return day === "XX" ? { ...months(year, 1, 13), unit: "year" } : undefined;
  }
  const [number, part] = [Number(month), parts[Number(month)]];
  if (part) return day === "XX" ? { ...months(year, ...part), unit: "month" } : undefined;
  if (number < 1 || number > 12) return;
  if (day === "XX") return { ...months(year, number, number + 1), unit: "month" };
  const from = dayIn(year, number, Number(day));
  return from === undefined ? undefined : { from, to: from + dayMs, unit: "day" };
}

function months(year: number, first: number, end: number): Span {
  return { from: firstOf(year, first), to: firstOf(year, end) };
}

/** `Date.UTC` takes the years 0 to 99 for those of the last century. */
function firstOf(year: number, month: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, 1);
}

function dayIn(year: number, month: number, day: number): number | undefined {
  const at = new Date(new Date(0).setUTCFullYear(year, month - 1, day));
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day ? at.getTime() : undefined;
}
