import { spokenDigits, spokenRepeats } from "./cues.ts";
import type { Reading, Token } from "./reading.ts";

const joinMax = 3;
const digitsMax = 19;
const spokenMin = 3;
/** Marks and repeats between two spoken digits. */
const idleMax = 2;

/** Digits as one group, typed or spoken. */
type Group = { digits: string; start: number; end: number; isSpoken: boolean };

/** A number of a text: its digits without what separates them. `kind` is what its form says it is. */
export type Value = {
  digits: string;
  groups: readonly string[];
  start: number;
  end: number;
  kind: "number" | "mixed" | "amount" | "date" | "time" | "word_part";
};

const joiner = /^(?:[ \t]{0,2}[-.\u2010-\u2015][ \t]{0,2}|[ \t]{1,3}|, ?)$/;
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
const asciiLetter = /^[a-z]/;
const currency = /[$\u20ac\u00a3\u00a5\u20b9\u20bd\u20a9\u20ba%]/u;
const date =
  /^(?:19|20)\d\d[-.]\d\d?[-.]\d\d?$|^(?:(?:0?[1-9]|[12]\d|3[01])[-.](?:0?[1-9]|1[0-2])|(?:0?[1-9]|1[0-2])[-.](?:0?[1-9]|[12]\d|3[01]))[-.](?:\d\d){1,2}$/;
const amountAfter =
  /^ ?(?:[$\u20ac\u00a3\u00a5\u20bd\u20a9\u20ba%]|(?:usd|eur|gbp|euros?|dollars?|bucks|btc|eth|usdt|pounds?|percent|days?|hours?|minutes?|weeks?|months?|years?|times|pm|am|k|st|nd|rd|th)(?![a-z]))/;

/** Every number of a text, first to last: groups that belong together are one. */
export function findNumbers(reading: Reading): Value[] {
  const groups = groupsOf(reading);
  const values: Value[] = [];
  for (let at = 0; at < groups.length; ) {
    const joined = joinedFrom(groups, at, reading.folded);
    values.push(asValue(joined, reading));
    at += joined.length;
  }
  return values;
}

/** Rows of digit groups with no more than a separator between them, for what has a checksum. */
export function rowsOfDigits(reading: Reading): Group[][] {
  const rows: Group[][] = [];
  for (const group of groupsOf(reading)) {
    const before = rows.at(-1)?.at(-1);
    const between = before && reading.folded.slice(before.end, group.start);
    if (between !== undefined && /^[\s.\-\u2010-\u2015,/]{0,3}$/.test(between))
      rows.at(-1)?.push(group);
    else rows.push([group]);
  }
  return rows;
}

/** Two detectors ask for the groups of one text. */
const read = new WeakMap<Reading, readonly Group[]>();

/** Digits right before a letter are of a word, or a measure: neither is a number of its own. */
function groupsOf(reading: Reading): readonly Group[] {
  const before = read.get(reading);
  if (before) return before;
  const groups = groupsIn(reading);
  read.set(reading, groups);
  return groups;
}

function groupsIn({ tokens, folded }: Reading): Group[] {
  const groups: Group[] = [];
  for (let place = 0; place < tokens.length; place++) {
    const token = tokens[place] as Token;
    if (token.is === "number") {
      if (asciiLetter.test(folded.charAt(token.end))) continue;
      groups.push({ digits: token.text, start: token.start, end: token.end, isSpoken: false });
    } else if (token.is === "word") {
      const last = spokenUntil(tokens, place);
      if (last === undefined) continue;
      groups.push(spokenGroup(tokens.slice(place, last + 1)));
      place = last;
    }
  }
  return groups;
}

/** The last of a row of spoken digits that begins here; undefined when there are too few. */
function spokenUntil(tokens: readonly Token[], from: number): number | undefined {
  let [count, last] = [0, from];
  for (let place = from; place < tokens.length && place - last <= idleMax; place++) {
    const { is, text } = tokens[place] as Token;
    if (is === "word" && spokenDigits.has(text)) {
      count += 1;
      last = place;
    } else if (is === "mark" ? !/^[-,.]$/.test(text) : !spokenRepeats.has(text)) break;
  }
  return count >= spokenMin ? last : undefined;
}

function spokenGroup(tokens: readonly Token[]): Group {
  let [digits, times] = ["", 1];
  for (const { text } of tokens) {
    digits += (spokenDigits.get(text) ?? "").repeat(times);
    times = Number(spokenRepeats.get(text) ?? 1);
  }
  return { digits, start: tokens[0]?.start ?? 0, end: tokens.at(-1)?.end ?? 0, isSpoken: true };
}

function joinedFrom(groups: readonly Group[], from: number, folded: string): Group[] {
  const row = [groups[from] as Group];
  let length = row[0]?.digits.length ?? 0;
  for (let at = from + 1; at < groups.length; at++) {
    const [before, group] = [row.at(-1) as Group, groups[at] as Group];
    const between = folded.slice(before.end, Math.min(group.start, before.end + joinMax + 2));
    length += group.digits.length;
    if (length > digitsMax || group.start - before.end > joinMax || !joiner.test(between)) break;
    row.push(group);
  }
  while (row.length > 1 && !belongTogether(row, folded)) row.pop();
  return row;
}

function belongTogether(row: readonly Group[], folded: string): boolean {
  const lengths = row.map(({ digits }) => digits.length);
  const [first = 0] = lengths;
  const between = folded.slice(row[0]?.end, row[1]?.start);
  const form = lengths.join("-");
  if (row.length === 3 && date.test(folded.slice(row[0]?.start, row[2]?.end))) return true;
  if (/^(?:4-2|2-4|2-7|4-6|2-2-6|3-2-4|4-6-5|4-6-4|3-3-4|4-4-4-[1-7]|4-4-4-4-[1-3])$/.test(form))
    return true;
  if (/[.,]/.test(between)) return lengths.every((length) => length === 1);
  return first <= 4 && lengths.every((length) => length === first) && (first > 1 || row.length > 2);
}

function asValue(row: readonly Group[], { folded }: Reading): Value {
  const [start, end] = [row[0]?.start ?? 0, row.at(-1)?.end ?? 0];
  const groups = row.map(({ digits }) => digits);
  return { digits: groups.join(""), groups, start, end, kind: kindOf(folded, start, end, groups) };
}

function kindOf(
  folded: string,
  start: number,
  end: number,
  groups: readonly string[],
): Value["kind"] {
  if (groups.length === 1 && standsAlone(folded, start, end)) return "number";
  const [before, after] = [
    folded.slice(Math.max(0, start - 2), start),
    folded.slice(end, end + 10),
  ];
  const text = folded.slice(start, end);
  if (currency.test(before) || amountAfter.test(after)) return "amount";
  if (/\d[.,]$/.test(before) || /^[.,]\d{1,3}(?!\d)/.test(after)) return "amount";
  if (date.test(text)) return "date";
  if (/\d\/$/.test(before) || /^\/\d/.test(after)) return "date";
  if (/\d:$/.test(before) || /^:\d/.test(after)) return "time";
  const [ahead, behind] = [before.replace(unspaced, " "), after.replace(unspaced, " ")];
  if (/[\p{L}_]$/u.test(ahead) || /^[\p{L}_]/u.test(behind)) {
    return groups.length === 1 && !/^[\p{L}_]/u.test(behind) && /\p{L}{2}$/u.test(ahead)
      ? "number"
      : "word_part";
  }
  return "number";
}

/** The way of most numbers: blanks around, and neither a currency nor a word behind. */
function standsAlone(folded: string, start: number, end: number): boolean {
  const isBlank = (place: number) => (folded[place] ?? " ") <= " ";
  const isPlain = (place: number) => /^[\d\s]?$/.test(folded.charAt(place));
  return isBlank(start - 1) && isBlank(end) && isPlain(start - 2) && isPlain(end + 1);
}
