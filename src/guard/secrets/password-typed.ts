import { isThing, looksMade, plainMin, withoutMarks } from "./chunks.ts";
import { type Cue, links, replies, unlike } from "./cues.ts";
import { languages, type Typing, typings } from "./languages.ts";
import { findPhrases, type Phrase, type PhraseTree, treeOf } from "./phrase-tree.ts";
import type { Reading } from "./reading.ts";

/** How far the name of a password may stand from what was typed, in characters. */
const reach = 140;
/** How many words may stand between two things that belong together, and how many characters. */
const stepsMax = 8;
const gapMax = 80;

type Span = { start: number; end: number };
type Password = Span & { type: "password" | "master_key" };
type Item = Span & {
  is: Typing | "name" | "other" | "value" | "stranger" | "end";
  type?: Password["type"];
};

const chunk =
  /[^\s\u3001-\u303f\u30fb\u30fc\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+/gu;
const candidate = /[\d@#$%^&*_+~!|\\<>]/;
const unspaced = "[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}]";
const strangers = new RegExp(
  `[[\\p{L}\\p{N}]--${unspaced}]+|${unspaced}|[.!?](?=\\s|$)|[\\u3002\\uff01\\uff1f\\n]`,
  "gv",
);
const spacedWord = new RegExp(`[\\p{L}--${unspaced}]{4}`, "v");
/** A word in small Latin letters among others that have no blanks is as good as one with digits. */
const foreign = new RegExp(
  `(?:(?<=${unspaced} ?)|(?<![\\w.@/-])(?=[a-z]{5,40} ?${unspaced}))[a-z]{5,40}(?![\\w.@/-])`,
  "gu",
);
const sentenceEnd = /[.!?\u3002\uff01\uff1f\n]/;
const passable: ReadonlySet<Item["is"]> = new Set(["as", "is", "in", "turn", "beside"]);
/** What may stand between two passwords. */
const leading: ReadonlySet<Item["is"]> = new Set([...passable, "typed"]);
const joining: ReadonlySet<Item["is"]> = new Set(["as", "is", "in"]);

let tree: PhraseTree<Typing> | undefined;

/** Words around what somebody typed. Those that lead to a value may stand beside it. */
function typingTree(): PhraseTree<Typing> {
  tree ??= treeOf([
    ...typings.flatMap((typing) =>
      languages.flatMap((words) => words.typing[typing].map((phrase) => [phrase, typing] as const)),
    ),
    ...[...links].map((link) => [link, "beside"] as const),
  ]);
  return tree;
}

/**
 * Passwords by what somebody says he did with them: `I typed X as my password`, `X is what I always use`, `from X to Y`. `known` are
 * those found already: what stands beside one is one too.
 */
export function findTyped(
  reading: Reading,
  cues: readonly Cue[],
  known: readonly Password[],
): Password[] {
  if (known.length === 0 && !cues.some(isName)) return [];
  const values = [
    ...known.map((password): Item => ({ ...password, is: "value" })),
    ...valuesOf(reading.plain),
  ];
  if (values.length === 0 && !spacedWord.test(reading.folded)) return [];
  const said = findPhrases(typingTree(), reading.folded);
  // An ordinary word is one only before `as`.
  if (values.length === 0 && !said.some(({ about }) => about === "as")) return [];
  const items = itemsOf(reading.folded, cues, values, said);
  const names = nearestNames(items);
  for (const [place, item] of items.entries()) {
    const type = names[place];
    if (item.is === "value" && type && !isOfOther(items, place) && isTyped(items, place))
      item.type ??= type;
    else if (item.is === "stranger" && type && isPlain(items, place, reading)) item.type = type;
  }
  spread(items, reading);
  return items.flatMap(({ start, end, type, is }) =>
    type && is !== "name" ? [{ start, end, type }] : [],
  );
}

function isName(cue: Cue): cue is Cue & { about: Password["type"] } {
  return cue.about === "password" || cue.about === "master_key";
}

/** What may be a password by its letters. */
function valuesOf(plain: string): Item[] {
  const values: Item[] = [];
  for (const { 0: raw, index } of plain.matchAll(chunk)) {
    if (raw.length < plainMin || !candidate.test(raw)) continue;
    const { text, start, end } = withoutMarks(raw, index);
    if (looksMade(text) && !isThing(text)) values.push({ is: "value", start, end });
  }
  for (const { 0: text, index: start } of plain.matchAll(foreign))
    if (!isThing(text)) values.push({ is: "value", start, end: start + text.length });
  return values;
}

/** A text as a row of what may be a password and the words between. */
function itemsOf(
  folded: string,
  cues: readonly Cue[],
  values: readonly Item[],
  said: readonly Phrase<Typing>[],
): Item[] {
  const named = cues.map((cue): Item => {
    const { start, end } = cue;
    if (isName(cue)) return { is: "name", start, end, type: cue.about };
    return { is: cue.about === "never" ? "beside" : "other", start, end };
  });
  const hints = said.map(({ about, start, end }): Item => ({ is: about, start, end }));
  const rest = [...folded.matchAll(strangers)].map(
    ({ 0: text, index }): Item => ({
      is: sentenceEnd.test(text) ? "end" : "stranger",
      start: index,
      end: index + text.length,
    }),
  );
  return apart([values, named, hints, rest]);
}

/** In order; where two overlap, that of the former row stays. */
function apart(rows: readonly (readonly Item[])[]): Item[] {
  return rows.reduce<Item[]>((kept, row) => {
    const all: Item[] = [];
    let at = 0;
    for (const item of row.toSorted((one, other) => one.start - other.start)) {
      while (at < kept.length && (kept[at] as Item).end <= item.start) all.push(kept[at++] as Item);
      const isFree = (kept[at]?.start ?? Number.POSITIVE_INFINITY) >= item.end;
      if (isFree && item.start >= (all.at(-1)?.end ?? 0)) all.push(item);
    }
    return [...all, ...kept.slice(at)];
  }, []);
}

/** For each item what the nearest name within reach says that it is. */
function nearestNames(items: readonly Item[]): (Password["type"] | undefined)[] {
  const found = new Array<Password["type"] | undefined>(items.length);
  let last: Item | undefined;
  for (const [place, item] of items.entries()) {
    if (item.is === "name" || item.type) last = item;
    if (last && item.start - last.end <= reach) found[place] = last.type;
  }
  last = undefined;
  for (let place = items.length - 1; place >= 0; place--) {
    const item = items[place] as Item;
    if (item.is === "name" || item.type) last = item;
    if (last && last.start - item.end <= reach) found[place] ??= last.type;
  }
  return found;
}

/** `user name: ada77`, `order AB-1234x`. */
function isOfOther(items: readonly Item[], place: number): boolean {
  const before = items[place - 1]?.is === "is" ? items[place - 2] : items[place - 1];
  return before?.is === "other" || before?.is === "user";
}

/** Beside a word for typing, or before the name with `as` or `is` between. */
function isTyped(items: readonly Item[], place: number): boolean {
  const isLed = items[place - 1]?.is === "turn" || items[place - 1]?.is === "in";
  let strangersLeft = isLed ? 1 : 0;
  for (const item of around(items, place, -1)) {
    if (item.is === "typed") return true;
    if (item.is === "stranger" && strangersLeft-- > 0) continue;
    if (item.is !== "name" && !passable.has(item.is)) break;
  }
  let isJoined = false;
  for (const item of around(items, place, 1)) {
    if (item.is === "typed" || (item.is === "name" && isJoined)) return true;
    if (item.is !== "name" && !passable.has(item.is)) return false;
    isJoined ||= joining.has(item.is);
  }
  return false;
}

/** An ordinary word: `I typed banana as my password`. */
function isPlain(items: readonly Item[], place: number, reading: Reading): boolean {
  if (items[place - 1]?.is !== "typed" || items[place + 1]?.is !== "as") return false;
  const next = [...around(items, place, 1)].find(({ is }) => is !== "as" && is !== "beside");
  return next?.is === "name" && isWord(items[place] as Item, reading);
}

function isWord({ start, end }: Item, { folded }: Reading): boolean {
  const word = folded.slice(start, end);
  const isLong = /^[\p{L}\d]+$/u.test(word) && /\p{L}{4}|\d{4}/u.test(word);
  return isLong && !(unlike.has(word) || replies.has(word) || isThing(word));
}

/** What stands beside a password and is joined to it by `to`, `or`, `new` is one too. */
function spread(items: Item[], reading: Reading): void {
  for (const way of [1, -1] as const) {
    const places = [...items.keys()];
    for (const place of way === 1 ? places : places.toReversed()) {
      const type = items[place]?.is === "name" ? undefined : items[place]?.type;
      const other = type && joinedTo(items, place, way, reading);
      if (other) other.type ??= type;
    }
  }
}

function joinedTo(
  items: readonly Item[],
  place: number,
  way: 1 | -1,
  reading: Reading,
): Item | undefined {
  let isTurn = false;
  let at = place;
  for (const item of around(items, place, way)) {
    at += way;
    if (item.is === "value") return isOfOther(items, at) ? undefined : item;
    if (item.is === "stranger" && isTurn && isMade(items[place], reading)) {
      const isAlone = way === 1 ? isAtEnd(items, at) : isLedTo(items, at);
      return isAlone && isWord(item, reading) ? item : undefined;
    }
    if (!leading.has(item.is)) return undefined;
    isTurn ||= item.is === "turn" || (way === -1 && item.is === "in");
  }
  return undefined;
}

function isMade(item: Item | undefined, { plain }: Reading): boolean {
  return looksMade(plain.slice(item?.start, item?.end));
}

function isAtEnd(items: readonly Item[], place: number): boolean {
  const next = items[place + 1];
  return !next || next.is === "end";
}

/** `password from banana`. */
function isLedTo(items: readonly Item[], place: number): boolean {
  return items[place - 2]?.is === "name" && passable.has(items[place - 1]?.is ?? "end");
}

/** What stands around an item, one way, as far as it may belong to it. */
function* around(items: readonly Item[], place: number, way: 1 | -1): Generator<Item> {
  for (let steps = 1; steps <= stepsMax; steps++) {
    const before = items[place + (steps - 1) * way];
    const item = items[place + steps * way];
    if (!before || !item) return;
    const gap = way === 1 ? item.start - before.end : before.start - item.end;
    if (gap > gapMax) return;
    yield item;
  }
}
