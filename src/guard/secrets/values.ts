import { findNumbers, type Value } from "./numbers.ts";
import type { Reading } from "./reading.ts";

/** A public account id of ours. */
const accountId = /^\d{4}-\d{4}-\d{4}$/;
/** Letters and digits mixed, in one piece or joined by dashes: a backup code, a device code, a passport. */
const mixed =
  /(?<![[\p{L}\p{N}_\/@:+.\-]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]])(?=[a-z\-]{0,14}\d)(?=[\d\-]{0,14}[a-z])[a-z0-9]{1,32}(?:-[a-z0-9]{1,12}){0,8}(?![[\p{L}\p{N}_@\/\-]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]]|\.\p{L})/gv;
/** An ordinal, a time, a duration, an amount: 1st, 9pm, 24h, 10k. */
const measure =
  /^0x|^(?:utf|iso|rfc|sha|md|base|ascii)-?\d|^\d+(?:st|nd|rd|th|am|pm|h|hr|hrs|min|mins|d|k|m|x|usd|eur|gbp|btc|eth)$|^2fa(?:-|$)|^\d{1,2}-\p{L}{3,}$/u;
/** Spreadsheets turn long card numbers into this. */
const spreadsheet = /(?<![\p{L}\p{N}])\d{1,4} ?e ?\+? ?\d{1,2}(?![\p{L}\p{N}])/gu;
const digit = /\d/g;

/** Every number, and every word of letters and digits, that could be a code; first to last, none inside another. */
export function findValues(reading: Reading): Value[] {
  const { folded } = reading;
  const patterned = [...folded.matchAll(spreadsheet), ...folded.matchAll(mixed)]
    .filter(([text]) => !measure.test(text))
    .map(({ 0: text, index }): Value => {
      const digits = text.match(digit)?.join("") ?? "";
      return { digits, groups: [text], start: index, end: index + text.length, kind: "mixed" };
    });
  const all = [...patterned, ...findNumbers(reading)].toSorted(
    (one, other) => one.start - other.start || other.end - one.end,
  );
  const kept: Value[] = [];
  for (const value of all) {
    const isOurs = accountId.test(folded.slice(value.start, value.end));
    if (isOurs || value.kind === "word_part" || value.start < (kept.at(-1)?.end ?? 0)) continue;
    kept.push(value);
  }
  return kept;
}
