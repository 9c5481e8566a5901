import { read } from "./reading.ts";
import german from "./words/de.json" with { type: "json" };
import english from "./words/en.json" with { type: "json" };
import spanish from "./words/es.json" with { type: "json" };
import french from "./words/fr.json" with { type: "json" };
import italian from "./words/it.json" with { type: "json" };
import japanese from "./words/ja.json" with { type: "json" };
import korean from "./words/ko.json" with { type: "json" };
import dutch from "./words/nl.json" with { type: "json" };
import portuguese from "./words/pt.json" with { type: "json" };
import russian from "./words/ru.json" with { type: "json" };
import turkish from "./words/tr.json" with { type: "json" };
import chinese from "./words/zh.json" with { type: "json" };

const inflectionMax = 6;
const named = [
  "seed_phrase",
  "private_key",
  "master_key",
  "password",
  "api_key",
  "device_approval_code",
  "two_factor_code",
  "card_number",
  "card",
  "ssn",
  "passport_number",
  "harmless",
  "never",
] as const;

/** What a word of a message is about. `card` names a card but not its number; `harmless` is a number that is no secret. */
export type About = (typeof named)[number];

/** Words that say what stands beside them, in the read text. */
export type Cue = { about: About; start: number; end: number };

type Words = Record<Exclude<About, "card">, string[]> &
  Record<"card" | "links" | "digits" | "reply" | "unlike", string[]> & { repeats?: string[] };

/** English first: where a word means different things, the first language that has it decides. */
const languages: readonly Words[] = [
  english,
  german,
  french,
  spanish,
  portuguese,
  italian,
  dutch,
  turkish,
  russian,
  korean,
  japanese,
  chinese,
];

type Node = { next: Map<number, Node>; about?: About; isOpen?: boolean };

const letter = /[\p{L}\p{M}]/u;
/** Hiragana and katakana, Han, Hangul: words stand side by side, or carry what other languages write apart. */
const unspaced = [
  [0x3040, 0x30ff],
  [0x3400, 0x9fff],
  [0xac00, 0xd7af],
] as const;

/** For each code unit beyond ASCII: 1 a letter, 2 none, 0 not yet known. */
const lettersKnown = new Uint8Array(2 ** 16);

function isLetter(text: string, place: number): boolean {
  const code = text.charCodeAt(place);
  if (code < 128) return code >= 97 && code <= 122;
  if (lettersKnown[code] === 0) lettersKnown[code] = letter.test(text.charAt(place)) ? 1 : 2;
  return lettersKnown[code] === 1;
}

function isUnspaced(text: string, place: number): boolean {
  const code = text.charCodeAt(place);
  return code > 128 && unspaced.some(([first, last]) => code >= first && code <= last);
}

const star = "*".charCodeAt(0);
let root: Node | undefined;

/** All phrases of all languages; a longer one hides what stands in it, as `post code` hides `code`. */
function phrases(): Node {
  if (root) return root;
  root = { next: new Map() };
  for (const words of languages) {
    for (const about of named) for (const phrase of words[about]) insert(root, phrase, about);
  }
  return root;
}

function insert(from: Node, phrase: string, about: About): void {
  let node = from;
  const isOpen = phrase.endsWith("*");
  for (const character of read(isOpen ? phrase.slice(0, -1) : phrase).folded) {
    const code = character.charCodeAt(0);
    const next = node.next.get(code) ?? { next: new Map<number, Node>() };
    node.next.set(code, next);
    node = next;
  }
  node.about ??= about;
  node.isOpen ??= isOpen;
}

/** Every cue of a text, first to last. */
export function findCues(folded: string): Cue[] {
  const cues: Cue[] = [];
  for (let start = 0; start < folded.length; start++) {
    if (!startsWord(folded, start)) continue;
    const found = longest(folded, start);
    if (!found) continue;
    cues.push(found);
    start = found.end - 1;
  }
  return cues;
}

function startsWord(folded: string, place: number): boolean {
  return place === 0 || !isLetter(folded, place - 1) || isUnspaced(folded, place);
}

function longest(folded: string, start: number): Cue | undefined {
  let node: Node | undefined = phrases();
  let found: Cue | undefined;
  for (let place = start; place < folded.length; ) {
    const exact: Node | undefined = node.next.get(folded.charCodeAt(place));
    const next: Node | undefined = exact ?? afterStem(node, folded, place);
    if (!next) break;
    place = exact ? place + 1 : wordEnd(folded, place);
    node = next;
    const end = node.about && endOf(node, folded, place);
    if (node.about && end) found = { about: node.about, start, end };
  }
  return found;
}

/** An inflected word inside a phrase: its ending is passed over. */
function afterStem(node: Node, folded: string, place: number): Node | undefined {
  const stem = node.next.get(star);
  if (!stem || stem.next.has(folded.charCodeAt(place))) return stem;
  const isEnding = isLetter(folded, place) && wordEnd(folded, place) - place <= inflectionMax;
  return isEnding ? stem : undefined;
}

function wordEnd(folded: string, from: number): number {
  let end = from;
  while (end < folded.length && end - from <= inflectionMax && isLetter(folded, end)) {
    end += 1;
  }
  return end;
}

function endOf(node: Node, folded: string, place: number): number | undefined {
  const next = folded[place];
  if (next === "_" || (next === "-" && isLetter(folded, place + 1))) return undefined;
  if (!isLetter(folded, place) || isUnspaced(folded, place - 1)) return place;
  if (node.isOpen !== true) return undefined;
  const end = wordEnd(folded, place);
  return end - place <= inflectionMax ? end : undefined;
}

function setOf(kind: "links" | "reply" | "unlike"): ReadonlySet<string> {
  return new Set(languages.flatMap((words) => words[kind].map((word) => read(word).folded)));
}

/** Words that lead from a cue to its value: `is`, `:`. */
export const links: ReadonlySet<string> = setOf("links");
/** Words of an answer that are no password. */
export const replies: ReadonlySet<string> = setOf("reply");
/** Words that say something about a password and are none. */
export const unlike: ReadonlySet<string> = setOf("unlike");

/** Spoken digits, and how often the next one counts. */
export const spokenDigits: ReadonlyMap<string, string> = spoken("digits");
export const spokenRepeats: ReadonlyMap<string, string> = spoken("repeats");

function spoken(kind: "digits" | "repeats"): Map<string, string> {
  const found = new Map<string, string>();
  for (const row of languages.flatMap((words) => words[kind] ?? [])) {
    const [words = "", value = ""] = row.split("=");
    for (const word of words.split(" ")) {
      const folded = read(word).folded;
      if (!found.has(folded)) found.set(folded, value);
    }
  }
  return found;
}
