import type { Asked } from "./asked.ts";
import { type About, bareCode, type Cue, cardCode, isHarmless, links, says } from "./cues.ts";
import type { Value } from "./numbers.ts";
import { blank, type Reading } from "./reading.ts";
import type { Secret } from "./secret.ts";
import { findValues } from "./values.ts";

/** How far a cue may stand from its value: in characters, and in words that don't lead to one. */
const reachBefore = 60;
const strangersBefore = 3;
const reachAfter = 32;
const strangersAfter = 2;
const generalMin = 6;
const errorMax = 5;
const ofMax = 20;
const shortWords = 4;
const shortMax = 100;

type Kind = "two_factor_code" | "device_approval_code" | "card_number" | "ssn" | "passport_number";
const kinds: readonly About[] = [
  "two_factor_code",
  "device_approval_code",
  "card_number",
  "card",
  "ssn",
  "passport_number",
];

const sentenceEnd = /[.!?\u3002\uff01\uff1f](?:\s|$)|\n\s*\n/;
/** `no.`: this point ends no sentence. */
const shortened = /(?:no|nr|num)$/;
const otherValue = new RegExp(
  `^[^\\p{L}\\p{N}${blank}]{0,3}(?:(?:is|no|num|nr|number|:|=|#)[^\\p{L}\\p{N}${blank}]{0,3}){0,2}[\\d${blank}]`,
  "u",
);
const messageCode = /^[0-9a-z]{4}-[0-9a-z]{4}$/;
/** A word with a number at its end is a name as often as a code. */
const technical = /^[a-z]{4,}\d{1,2}[a-z]?$/;
const lastFour =
  /(?:end(?:s|ing)?(?: in| with)?|last (?:four|4)(?: digits)?(?: (?:is|are|of it))?|not)[ :]{1,2}$/;
const of =
  /^ (?:for|of|on|from|to|by|in|auf|sur|sulla|op|na|f\u00fcr|fur|para|pour|per|voor) [^.!?\n\d]*$/;
const newItem = /^[\s,;]*(?:and|or|&|und|et|y|e|en|ve|\u0438)\s/;
const words = /[\p{L}\p{N}']+/gu;
/** `G-482913`, as some firms send their codes. */
const lettered = /^[a-z]-\d{4,8}$/;
const between = /^[\s,;/&+]*(?:and|or|then|und|et|y|e|o|i|en|ve|\u0438)?[\s,;/&+]*$/;
const yearBefore = /(?:in|since|from|until|till|year|during|of|seit|desde|depuis|dal) $/;

/** Codes and numbers that are secret by what they are said to be, or by what was just asked. */
export function findCodes(reading: Reading, cues: readonly Cue[], asked: Asked): Secret[] {
  const isAbout = cues.length + asked.items.length + asked.mentioned.size + asked.pending.size > 0;
  if (!isAbout) return [];
  const { folded } = reading;
  const found: Secret[] = [];
  const unclaimed: Value[] = [];
  let cue = 0;
  let last: { end: number; about: About } | undefined;
  for (const value of findValues(reading)) {
    while (endOf(cues[cue]) <= value.start) cue += 1;
    if (isInside(value, cues[cue])) continue;
    const beside = cueBeside(folded, value, cues, cue);
    if (isOfOther(folded, value, beside)) continue;
    const about = aboutOf(folded, value, beside, last);
    const type = about && namedType(folded, value, about, beside);
    if (about) last = { end: value.end, about };
    if (type) found.push({ type, start: value.start, end: value.end });
    else if (!isHarmless(about)) unclaimed.push(value);
  }
  return [...found, ...answers(reading, unclaimed, asked)];
}

function endOf(cue: Cue | undefined): number {
  return cue?.end ?? Number.POSITIVE_INFINITY;
}

/** What the word beside says, or the value before in `the codes are 482913 and 482914`. */
function aboutOf(
  folded: string,
  value: Value,
  beside: Cue | undefined,
  last: { end: number; about: About } | undefined,
): About | undefined {
  const isNext =
    last !== undefined &&
    value.start - last.end <= 8 &&
    between.test(folded.slice(last.end, value.start));
  const about = beside?.about ?? (isNext ? last.about : undefined);
  return about && isEnd(about, folded, value) ? undefined : about;
}

function namedType(
  folded: string,
  value: Value,
  about: About,
  beside: Cue | undefined,
): Kind | undefined {
  return isOfCard(folded, value, beside) ? "card_number" : typeOf(about, value, false);
}

/** What the words beside a value say that it is: those right before it first, then those right behind. */
function cueBeside(
  folded: string,
  value: Value,
  cues: readonly Cue[],
  next: number,
): Cue | undefined {
  const before = namedBy(folded, cues[next - 2], cues[next - 1]);
  const isWithin = (cues[next]?.start ?? value.end) < value.end;
  const after = cues[isWithin ? next + 1 : next];
  const ahead =
    before &&
    folded
      .slice(Math.max(before.end, value.start - reachBefore - 1), value.start)
      .replace(/^\.(?= )/, shortened.test(folded.slice(before.start, before.end)) ? " " : ".")
      .replace(/^( ?(?:no|nr|num))\.(?= )/, "$1 ");
  const behind =
    after && folded.slice(value.end, Math.min(after.start, value.end + reachAfter + 1));
  const far = Number.POSITIVE_INFINITY;
  const strangersAhead =
    before && ahead !== undefined && ahead.length <= reachBefore ? strangersIn(ahead) : far;
  const isOthers =
    after &&
    (newItem.test(behind ?? "") || otherValue.test(folded.slice(after.end, after.end + 24)));
  const strangersBehind =
    after && behind !== undefined && behind.length <= reachAfter && !isOthers
      ? strangersIn(behind)
      : far;
  if (strangersAhead === 0) return before;
  if (strangersBehind === 0) return after;
  if (strangersAhead <= strangersBefore) return before;
  return strangersBehind <= strangersAfter ? after : undefined;
}

function isOfOther(folded: string, value: Value, beside: Cue | undefined): boolean {
  return beside !== undefined && [isOfMessage, isOfError].some((is) => is(folded, value, beside));
}

/** The code of one of our messages is no secret: people ask with it whether we sent it. Nor is `SCORE5`. */
function isOfMessage(folded: string, { kind, start, end }: Value, cue: Cue): boolean {
  const isGeneral = !/[ -]/.test(folded.slice(cue.start, cue.end).replace(/^(?:the|my) /, ""));
  const text = folded.slice(start, end);
  const isBrief = kind === "mixed" && (text.length < generalMin || /^\d+-\p{L}+$/u.test(text));
  return isGeneral && (messageCode.test(text) || technical.test(text) || isBrief);
}

/** `6-digit code` is itself the name of one. */
function isInside({ start, end }: Value, cue: Cue | undefined): boolean {
  return cue !== undefined && cue.start <= start && end <= cue.end;
}

/** `declined with code 5105`: a short number after a bare `code`, beside a word for failing. */
function isOfError(folded: string, { start, end, digits }: Value, cue: Cue): boolean {
  if (cue.about !== "two_factor_code" || digits.length > errorMax) return false;
  if (!bareCode.has(folded.slice(cue.start, cue.end))) return false;
  const around = folded.slice(Math.max(0, cue.start - reachAfter), end + reachAfter);
  return start >= cue.end && says("failing", around);
}

/** A security code of three digits stands on a card. */
function isOfCard(folded: string, { digits, kind }: Value, beside: Cue | undefined): boolean {
  const isThree = kind === "number" && digits.length === 3;
  return isThree && beside !== undefined && cardCode.has(folded.slice(beside.start, beside.end));
}

/** By its last four digits everybody names a card; they are no secret unless they were asked for. */
function isEnd(about: About, folded: string, { digits, start }: Value): boolean {
  return (
    about === "card_number" &&
    digits.length <= 4 &&
    lastFour.test(folded.slice(Math.max(0, start - 40), start))
  );
}

/** In `the code for my phone` the code is what is named. */
function namedBy(folded: string, first: Cue | undefined, second: Cue | undefined): Cue | undefined {
  const isOfIt = isHarmless(second?.about) || second?.about === "card";
  if (!first || !second || !isOfIt || isHarmless(first.about) || first.about === "card")
    return second;
  const isOf = second.start - first.end <= ofMax && of.test(folded.slice(first.end, second.start));
  return isOf ? { ...first, end: second.end } : second;
}

/** How many words stand there that lead to no value; none may be a number or end a sentence. */
function strangersIn(text: string): number {
  if (sentenceEnd.test(text) || /\d/.test(text) || text.includes(blank))
    return Number.POSITIVE_INFINITY;
  return (text.match(words) ?? []).filter((word) => !links.has(word)).length;
}

type Form = (value: Value, isStrict: boolean) => boolean;

const isPlain = ({ kind }: Value, least: number, most: number, length: number) =>
  kind === "number" && length >= least && length <= most;

/** The forms that a value of a kind has. Where several things were asked at once they are narrower. */
const forms: Readonly<Partial<Record<About, Form>>> = {
  two_factor_code: (value, isStrict) =>
    isPlain(value, isStrict ? 6 : 4, 8, value.digits.length) || isCode(value),
  device_approval_code: (value) => isPlain(value, 4, 12, value.digits.length) || isCode(value),
  card: (value) => isPlain(value, 12, 19, value.digits.length),
  card_number: (value, isStrict) => {
    const { length } = value.digits;
    if (isStrict) return value.kind === "number" && (length >= 12 || length === 4);
    return length >= 3 && value.kind !== "amount" && value.kind !== "time";
  },
  ssn: (value, isStrict) => {
    const { length } = value.digits;
    if (isStrict) return value.kind === "number" && (length === 4 || length === 9);
    const isMasked = /^x{3,5}-?x{0,2}-?\d{4}$/.test(value.groups[0] ?? "");
    const isDigits = value.kind === "number" || value.kind === "date";
    return (isDigits || isMasked) && length >= 3 && length <= 12;
  },
  passport_number: ({ kind, digits, groups: [text = ""] }) =>
    digits.length <= 12 &&
    (kind === "mixed"
      ? digits.length >= 4 || (digits.length >= 2 && /^\w{8,9}$/.test(text))
      : kind === "number" && digits.length >= 6),
};

/** What a value is when it has the form of what is said or asked. */
function typeOf(about: About, value: Value, isStrict: boolean): Kind | undefined {
  const isIt = forms[about]?.(value, isStrict) === true;
  return isIt ? ((about === "card" ? "card_number" : about) as Kind) : undefined;
}

function isCode({ groups: [text = ""], kind, digits }: Value): boolean {
  const isLong = text.length >= 4 && text.length <= 40 && digits.length >= 1;
  return kind === "mixed" && isLong && !text.includes(" ");
}

/** Values that nothing in the message explains, as answers to what was asked or to a challenge that waits. */
function answers(reading: Reading, values: readonly Value[], asked: Asked): Secret[] {
  const open = values.filter((value) => !isYear(reading.folded, value));
  const secret = asked.items.filter((about) => kinds.includes(about));
  const all = asked.items.filter((about) => kinds.includes(about) || isHarmless(about));
  const isStrict = all.length > 1;
  if (open.length === 0) return [];
  const isShort =
    (reading.folded.slice(0, shortMax + 1).match(words) ?? []).length <= shortWords &&
    reading.folded.length <= shortMax;
  const found: Secret[] = [];
  for (const [place, value] of open.entries()) {
    const inOrder = all.length === open.length ? all[place] : undefined;
    const wanted = inOrder === undefined ? secret : [inOrder];
    const type =
      wanted
        .map((about) => typeOf(about, value, isStrict && inOrder === undefined))
        .find(Boolean) ?? awaited(value, asked, isShort);
    if (type) found.push({ type, start: value.start, end: value.end });
  }
  return found;
}

/** The answer to a challenge that waits, or to a warning that spoke of codes. */
function awaited(value: Value, asked: Asked, isShort: boolean): Kind | undefined {
  const { length } = value.digits;
  const isNumber = value.kind === "number";
  const isLikely =
    (isNumber || lettered.test(value.groups[0] ?? "")) &&
    (length === 6 || length === 8 || (isShort && length >= 4 && length <= 8));
  const isMixed = isCode(value) && length >= 2 && isShort;
  const isNeeded = (about: Kind) => asked.pending.has(about as "two_factor_code");
  if (isNeeded("two_factor_code") && isLikely) return "two_factor_code";
  if (isNeeded("device_approval_code") && (isLikely || isMixed)) return "device_approval_code";
  if (asked.mentioned.has("device_approval_code") && isNumber && length === 6)
    return "device_approval_code";
  return asked.mentioned.has("two_factor_code") && isNumber && length === 6
    ? "two_factor_code"
    : undefined;
}

function isYear(folded: string, { digits, start }: Value): boolean {
  return (
    /^(?:19|20)\d\d$/.test(digits) && yearBefore.test(folded.slice(Math.max(0, start - 8), start))
  );
}
