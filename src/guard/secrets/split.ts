import type { Asked } from "./asked.ts";
import { findCues } from "./cues.ts";
import { findKeys } from "./keys.ts";
import { findCards } from "./payment.ts";
import { type Reading, read } from "./reading.ts";
import { asSeed, placeholderOf, type Secret } from "./secret.ts";
import { findSeedPhrases, hasOnlyWords } from "./seed-phrase.ts";

const messagesMax = 40;
const charactersMax = 8_000;
/** A phrase goes on within so many messages. */
const goesOnMessages = 3;
const blocks = /^(?:4-4-4-[1-7]|4-4-4-4-[1-3]|4-6-[45]|8-8|4-4-8|8-4-4|1(?:-1){12,18})$/;
const codeDigits = { least: 4, most: 8 };

/** Former messages that end in this one, as one text: `offsets` says where each begins. */
export type Thread = { text: string; offsets: readonly number[]; skipped: number };

/** What a message completes: where its part stands in it, and which former messages hold the others. */
export type Completed = { secrets: Secret[]; shred: number[] };

/** The former messages with this one behind them, a line each; of long ones only the last. */
export function threadOf(before: readonly string[], text: string): Thread {
  let length = 0;
  const recent: string[] = [];
  for (const message of before.slice(-messagesMax).toReversed()) {
    length += message.length + 1;
    if (length > charactersMax) break;
    recent.unshift(message);
  }
  const messages = [...recent, text];
  const offsets: number[] = [];
  let offset = 0;
  for (const message of messages) {
    offsets.push(offset);
    offset += message.length + 1;
  }
  return { text: messages.join("\n"), offsets, skipped: before.length - recent.length };
}

/** Secrets whose last part stands in the last message of a thread. */
export function findCompleted(
  thread: Thread,
  isNamed: boolean,
  isAsked: boolean,
  asked: Asked,
): Completed {
  const { text, offsets } = thread;
  if (offsets.length < 2) return { secrets: [], shred: [] };
  const reading = read(text);
  const cues = findCues(reading.folded);
  const spans = findSeedPhrases(reading, cues, isNamed, isAsked).map(asSeed);
  spans.push(
    ...findCards(reading).filter(({ start, end }) => isInBlocks(reading.folded.slice(start, end))),
  );
  const placed = spans.map((span) => inText(reading, span));
  const { secrets, shred } = partsOf(thread, [...placed, ...fragments(thread, asked)]);
  return { secrets: [...secrets, ...restOfPhrase(thread)], shred };
}

/** The message when it only goes on with a phrase that was taken out of one just before it. */
function restOfPhrase({ text, offsets }: Thread): Secret[] {
  const own = offsets.at(-1) ?? 0;
  const lately = text.slice(offsets.at(-1 - goesOnMessages) ?? 0, own);
  if (!lately.includes(placeholderOf("seed_phrase"))) return [];
  const message = text.slice(own);
  return hasOnlyWords(read(message).tokens) ? [asSeed({ start: 0, end: message.length })] : [];
}

/** Numbers of several messages that make a card only together must be blocks of one: any may have the right check digit. */
function isInBlocks(card: string): boolean {
  return blocks.test((card.match(/\d+/g) ?? []).map(({ length }) => length).join("-"));
}

/** A code or a key in pieces: messages that are nothing but letters and digits. */
function fragments({ text, offsets }: Thread, asked: Asked): Secret[] {
  const messages = text.split("\n");
  const pieces: string[] = [];
  let first = offsets.length;
  if (messages.length !== offsets.length) return [];
  while (first > 0 && /^[\dA-Za-z+/=_-]{1,100}$/.test(messages[first - 1]?.trim() ?? "")) {
    first -= 1;
    pieces.unshift(messages[first]?.trim() ?? "");
  }
  if (pieces.length < 2) return [];
  const cues = findCues(read(text).folded);
  const isOfCode = [
    ...asked.items,
    ...asked.mentioned,
    ...asked.pending,
    ...cues.map(({ about }) => about),
  ];
  for (let count = pieces.length; count >= 2; count--) {
    const start = offsets[offsets.length - count] ?? 0;
    const whole = pieces.slice(-count).join("");
    const isCode =
      /^\d+$/.test(whole) && whole.length >= codeDigits.least && whole.length <= codeDigits.most;
    const type = (["device_approval_code", "two_factor_code"] as const).find((item) =>
      isOfCode.includes(item),
    );
    if (isCode && type) return [{ type, start, end: text.length }];
    const reading = read(whole);
    const key = findKeys(reading, [], asked).find((found) => found.end === whole.length);
    if (key) return [{ type: key.type, start, end: text.length }];
  }
  return [];
}

function inText(reading: Reading, { type, start, end }: Secret): Secret {
  return { type, start: reading.placeOf(start), end: reading.placeOf(end) };
}

function partsOf({ offsets, skipped }: Thread, spans: readonly Secret[]): Completed {
  const own = offsets.at(-1) ?? 0;
  const secrets: Secret[] = [];
  const shred = new Set<number>();
  for (const { type, start, end } of spans) {
    if (end <= own || start >= own) continue;
    secrets.push({ type, start: 0, end: end - own });
    for (let message = 0; message < offsets.length - 1; message++) {
      const until = (offsets[message + 1] ?? 0) - 1;
      if (start < until && end > (offsets[message] ?? 0)) shred.add(message + skipped);
    }
  }
  return { secrets, shred: [...shred].toSorted((one, other) => one - other) };
}
