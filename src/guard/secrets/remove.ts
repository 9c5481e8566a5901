import { type Asked, type Pending, readAsked, withNamed } from "./asked.ts";
import { findCodes } from "./codes.ts";
import { findCues } from "./cues.ts";
import { findKeys } from "./keys.ts";
import { findNationalNumbers } from "./national-number.ts";
import { findPasswords } from "./password.ts";
import { findCards, findIbans, findSocialNumbers } from "./payment.ts";
import { type Reading, read } from "./reading.ts";
import { asSeed, placeholderOf, type Secret, type SecretType } from "./secret.ts";
import { findSeedPhrases } from "./seed-phrase.ts";
import { findCompleted, threadOf } from "./split.ts";

/** What is known beside the text itself. */
export type SecretContext = {
  /** What the other side said last, one message a line: what was just asked. */
  after?: string;
  /** Former messages of this side, oldest first, as they stand now. */
  before?: readonly string[];
  /** Challenges that wait for this client's answer now. */
  pending?: readonly Pending[];
};

export type Removal = {
  /** `hold`: it couldn't be read, nothing of it may be kept. */
  decision: "allow" | "hold";
  /** In order, none touching another, in UTF-16 units of the text given. */
  secrets: Secret[];
  /** The text with a placeholder for every secret. */
  redacted: string;
  /** Which of the former messages (by their place in `before`) hold a part of a secret that this one completes. */
  shred: number[];
};

const charactersMax = 2_000_000;
const roundsMax = 3;
const heldText = "[message held]";
const repeatedMin = 5;

/** What has a form of its own is surer than what only stands beside a word. */
const surest: readonly SecretType[] = [
  "seed_phrase",
  "private_key",
  "master_key",
  "api_key",
  "card_number",
  "iban",
  "passport_number",
  "ssn",
  "device_approval_code",
  "two_factor_code",
  "password",
];

/**
 * Finds the secrets of a message and takes them out. It reads forms, checksums, words of twelve languages and what was just
 * asked; what it can't read is held. Time is linear in the length of the text.
 */
export function removeSecrets(text: string, context: SecretContext = {}): Removal {
  try {
    return removed(text, context);
  } catch {
    return held();
  }
}

function held(): Removal {
  return { decision: "hold", secrets: [], redacted: heldText, shred: [] };
}

function removed(text: string, { after = "", before = [], pending = [] }: SecretContext): Removal {
  if (text.length > charactersMax) return held();
  const asked = withNamed(readAsked(after, pending), before.at(-1) ?? "");
  const { secrets, shred } = found(text, before, asked);
  const all = merged(secrets, text);
  // What stands behind a long secret may only come near its words when the secret is gone.
  for (let round = 0; all.length > 0; round++) {
    const { redacted, placeOf } = redact(text, all);
    const more = found(redacted, [], asked).secrets;
    if (more.length === 0) return { decision: "allow", secrets: all, redacted, shred };
    if (round === roundsMax) return held();
    const again = more.map(({ type, start, end }) => ({
      type,
      start: placeOf(start),
      end: placeOf(end),
    }));
    all.splice(0, all.length, ...merged([...all, ...again], text));
  }
  return { decision: "allow", secrets: [], redacted: text, shred: [] };
}

function found(text: string, before: readonly string[], asked: Asked) {
  const reading = read(text);
  const cues = findCues(reading.folded);
  const heard = cues.filter(({ about }) => about !== "never");
  const thread = threadOf(before, text);
  const spokenOf = [
    ...asked.items,
    ...asked.named,
    ...asked.mentioned,
    ...cues.map(({ about }) => about),
  ];
  const isAsked = asked.items.includes("seed_phrase");
  const isNamed = spokenOf.includes("seed_phrase") || namesSeed(thread.text, before.length > 0);
  const completed = findCompleted(thread, isNamed, isAsked, asked);
  const spans = [
    ...findSeedPhrases(reading, cues, isNamed, isAsked).map(asSeed),
    ...findKeys(reading, heard, asked),
    ...findCards(reading),
    ...findIbans(reading, heard, asked),
    ...findSocialNumbers(reading),
    ...findNationalNumbers(reading, heard, asked),
    ...findCodes(reading, heard, asked),
    ...findPasswords(reading, heard, asked),
  ];
  const everywhere = [...spans, ...repeated(reading, merged(spans, reading.plain))];
  const placed = everywhere.map(({ type, start, end }) => ({
    type,
    start: reading.placeOf(start),
    end: reading.placeOf(end),
  }));
  return { secrets: [...placed, ...completed.secrets], shred: completed.shred };
}

function namesSeed(thread: string, hasBefore: boolean): boolean {
  return hasBefore && findCues(read(thread).folded).some(({ about }) => about === "seed_phrase");
}

/** The same values where they stand a second time. */
function repeated({ plain }: Reading, secrets: readonly Secret[]): Secret[] {
  const types = new Map<string, SecretType>();
  for (const { type, start, end } of secrets) {
    const value = plain.slice(start, end);
    if (value.length >= repeatedMin && !/\s/.test(value)) types.set(value, type);
  }
  if (types.size === 0) return [];
  const again: Secret[] = [];
  for (const { 0: text, index } of plain.matchAll(/[^\s"'(),;<>]+/g)) {
    const value = types.has(text) ? text : text.replace(/[.:!?\]]+$/, "");
    const type = types.get(value);
    if (type) again.push({ type, start: index, end: index + value.length });
  }
  return again;
}

/** In order and apart. A seed phrase gives way to another secret that begins or ends it: its words may be those of a password. */
function merged(secrets: readonly Secret[], text: string): Secret[] {
  const phrases = joined(secrets.filter(isSeed));
  const others = joined(secrets.filter((secret) => !isSeed(secret)));
  let next = 0;
  const apart = phrases.map(({ type, start, end }) => {
    while ((others[next]?.end ?? end) <= start) next += 1;
    const first = others[next];
    while ((others[next + 1]?.start ?? end) < end) next += 1;
    const last = others[next];
    const isBegun = first && first.start <= start;
    const isEnded = last && last.start > start && last.start < end && last.end >= end;
    return {
      type,
      ...withoutBlanks(text, isBegun ? first.end : start, isEnded ? last.start : end),
    };
  });
  return joined([...apart, ...others]);
}

function isSeed({ type }: Secret): boolean {
  return type === "seed_phrase";
}

function withoutBlanks(text: string, start: number, end: number) {
  const words = text.slice(start, end);
  const lead = words.length - words.trimStart().length;
  return { start: start + lead, end: start + lead + words.trim().length };
}

/** What overlaps is one, by its surest type. */
function joined(secrets: readonly Secret[]): Secret[] {
  const all: Secret[] = [];
  for (const { type, start, end } of secrets.toSorted((one, other) => one.start - other.start)) {
    const last = all.at(-1);
    if (end <= start) continue;
    if (!last || start >= last.end) all.push({ type, start, end });
    else {
      last.end = Math.max(last.end, end);
      if (surest.indexOf(type) < surest.indexOf(last.type)) last.type = type;
    }
  }
  return all;
}

function redact(text: string, secrets: readonly Secret[]) {
  const parts: string[] = [];
  const pieces: { redacted: number; given: number; length: number }[] = [];
  let [given, redacted] = [0, 0];
  for (const { type, start, end } of secrets) {
    const kept = text.slice(given, start);
    const placeholder = placeholderOf(type);
    parts.push(kept, placeholder);
    pieces.push({ redacted, given, length: kept.length });
    redacted += kept.length + placeholder.length;
    given = end;
  }
  parts.push(text.slice(given));
  pieces.push({ redacted, given, length: text.length - given });
  const placeOf = (place: number) => {
    const piece = pieces.findLast((each) => each.redacted <= place) ?? {
      redacted: 0,
      given: 0,
      length: 0,
    };
    return piece.given + Math.min(place - piece.redacted, piece.length);
  };
  return { redacted: parts.join(""), placeOf };
}
