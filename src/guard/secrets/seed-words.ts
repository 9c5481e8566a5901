import { createHash } from "node:crypto";
import { wordlist as czech } from "@scure/bip39/wordlists/czech.js";
import { wordlist as english } from "@scure/bip39/wordlists/english.js";
import { wordlist as french } from "@scure/bip39/wordlists/french.js";
import { wordlist as italian } from "@scure/bip39/wordlists/italian.js";
import { wordlist as japanese } from "@scure/bip39/wordlists/japanese.js";
import { wordlist as korean } from "@scure/bip39/wordlists/korean.js";
import { wordlist as portuguese } from "@scure/bip39/wordlists/portuguese.js";
import { wordlist as chinese } from "@scure/bip39/wordlists/simplified-chinese.js";
import { wordlist as spanish } from "@scure/bip39/wordlists/spanish.js";
import { wordlist as oldChinese } from "@scure/bip39/wordlists/traditional-chinese.js";
import everyday from "./words/everyday.json" with { type: "json" };

const prefixLetters = 4;
const startLetters = 3;
/** Words in Hangul have two syllables at least, others three letters. */
const hangulLetters = 2;
const bitsPerWord = 11;

/** The ten lists of BIP 39. A set of lists is a number with a bit for each. */
const lists = [
  english,
  spanish,
  french,
  italian,
  portuguese,
  czech,
  korean,
  japanese,
  chinese,
  oldChinese,
];
export const listCount: number = lists.length;

/** How many words a phrase has. */
export const phraseLengths = [12, 15, 18, 21, 24];

/** In the Chinese lists a character's place says how common it is: these lists are in the order of use. */
export const firstOfHan = 8;

const [firstHan, lastHan] = [0x4e00, 0x9fff];
const [firstHangul, lastHangul] = [0xac00, 0xd7a3];

/** What a word may be in a phrase: in which lists it is, or starts a word of four letters or more; whether people use it every day. */
export type Standing = { listed: number; shortened: number; isEveryday: boolean };

type Index = {
  standings: Map<string, Standing>;
  places: readonly Map<string, number>[];
  /** The first letters of all words. */
  starts: Set<string>;
  /** Words by list, and by how they begin and end: a mistyped word shares one of both. */
  alike: Map<string, string[]>;
};

let index: Index | undefined;

/** Built when it is first needed. */
function indexed(): Index {
  index ??= build();
  return index;
}

function build(): Index {
  const standings = new Map<string, Standing>();
  const places = lists.map((list) => new Map(list.map((word, place) => [folded(word), place])));
  const alike = new Map<string, string[]>();
  const standing = (text: string) => {
    const known = standings.get(text) ?? { listed: 0, shortened: 0, isEveryday: false };
    standings.set(text, known);
    return known;
  };
  for (const [list, words] of places.entries()) {
    for (const word of words.keys()) {
      standing(word).listed |= 1 << list;
      if (list >= firstOfHan) continue;
      for (const key of keysOf(list, word)) alike.set(key, [...(alike.get(key) ?? []), word]);
      if (word.length > prefixLetters) {
        standing(word.slice(0, prefixLetters)).shortened |= 1 << list;
      }
    }
  }
  for (const word of everyday.words.flatMap((row) => row.split(" ")))
    standing(word).isEveryday = true;
  const words = places.slice(0, firstOfHan).flatMap((list) => [...list.keys()]);
  return {
    standings,
    places,
    alike,
    starts: new Set(
      words.flatMap((word) => [word.slice(0, hangulLetters), word.slice(0, startLetters)]),
    ),
  };
}

function folded(word: string): string {
  return word
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC");
}

function keysOf(list: number, word: string): [string, string] {
  return [`${list}${word.slice(0, 2)}`, `${list}-${word.slice(-2)}`];
}

export function standingOf(word: string): Standing | undefined {
  return indexed().standings.get(word);
}

/** The fewest letters of a word that begins at this place of a text: 0 when none of a list does. Those of Han characters are not looked for. */
export function lettersOfWord(text: string, place: number): number {
  const code = text.charCodeAt(place);
  if (code >= firstHan && code <= lastHan) return 0;
  const letters = code >= firstHangul && code <= lastHangul ? hangulLetters : startLetters;
  return indexed().starts.has(text.slice(place, place + letters)) ? letters : 0;
}

/** The place of a word, or of the word that it shortens, in a list. */
export function placeIn(list: number, word: string): number | undefined {
  const places = indexed().places[list];
  return places?.get(word);
}

/** Is a character's list in the order of how common characters are? */
export function isHan(list: number): boolean {
  return list >= firstOfHan;
}

/** Is this a word of the list with one letter wrong, missing, doubled or swapped with its neighbour? */
export function isMistyped(list: number, word: string): boolean {
  if (isHan(list) || word.length < 2 || standingOf(word)?.isEveryday) return false;
  const { alike } = indexed();
  return keysOf(list, word).some((key) =>
    alike.get(key)?.some((listed) => isOneEditAway(word, listed)),
  );
}

function isOneEditAway(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  const rests = [one.slice(start), other.slice(start)] as const;
  const [left, right] = rests;
  return (
    left.slice(1) === right.slice(1) ||
    left.slice(1) === right ||
    left === right.slice(1) ||
    (left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2))
  );
}

/** Does the checksum of BIP 39 hold for these places of a list? */
export function hasChecksum(places: readonly number[]): boolean {
  if (!phraseLengths.includes(places.length)) return false;
  const bits = places.map((place) => place.toString(2).padStart(bitsPerWord, "0")).join("");
  const entropyBits = (bits.length * 32) / 33;
  const entropy = bits
    .slice(0, entropyBits)
    .match(/.{8}/g)
    ?.map((byte) => Number.parseInt(byte, 2));
  const digest = createHash("sha256")
    .update(Uint8Array.from(entropy ?? []))
    .digest();
  const sum = (digest[0] ?? 0).toString(2).padStart(8, "0");
  return sum.startsWith(bits.slice(entropyBits));
}
