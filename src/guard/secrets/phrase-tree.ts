import { read } from "./reading.ts";

const inflectionMax = 6;
const star = "*".charCodeAt(0);
const letter = /[\p{L}\p{M}]/u;
/** Hiragana and katakana, Han, Hangul: words stand side by side, or carry what other languages write apart. */
const unspaced = [
  [0x3040, 0x30ff],
  [0x3400, 0x9fff],
  [0xac00, 0xd7af],
] as const;

/** Phrases as a tree of their characters; a longer one hides what stands in it, as `post code` hides `code`. */
export type PhraseTree<About> = {
  next: Map<number, PhraseTree<About>>;
  about?: About;
  isOpen?: boolean;
};

/** Where a phrase stands in a read text, and what it is about. */
export type Phrase<About> = { about: About; start: number; end: number };

/** Of the same phrase given twice the first counts. One with a star at its end takes an ending, one with stars inside endings there. */
export function treeOf<About>(phrases: Iterable<readonly [string, About]>): PhraseTree<About> {
  const root: PhraseTree<About> = { next: new Map() };
  for (const [phrase, about] of phrases) insert(root, phrase, about);
  return root;
}

function insert<About>(from: PhraseTree<About>, phrase: string, about: About): void {
  let node = from;
  const isOpen = phrase.endsWith("*");
  for (const character of read(isOpen ? phrase.slice(0, -1) : phrase).folded) {
    const code = character.charCodeAt(0);
    const next: PhraseTree<About> = node.next.get(code) ?? {
      next: new Map<number, PhraseTree<About>>(),
    };
    node.next.set(code, next);
    node = next;
  }
  node.about ??= about;
  node.isOpen ??= isOpen;
}

/** Every phrase of a text, first to last. */
export function findPhrases<About>(tree: PhraseTree<About>, folded: string): Phrase<About>[] {
  const phrases: Phrase<About>[] = [];
  for (let start = 0; start < folded.length; start++) {
    if (!startsWord(folded, start)) continue;
    const found = longest(tree, folded, start);
    if (!found) continue;
    phrases.push(found);
    start = found.end - 1;
  }
  return phrases;
}

/** A digit before a letter is of the same word, as in an address: `4pw5`. */
function startsWord(folded: string, place: number): boolean {
  if (place === 0 || isUnspaced(folded, place) || isUnspaced(folded, place - 1)) return true;
  if (isLetter(folded, place - 1)) return false;
  return !(isDigit(folded, place - 1) && isLetter(folded, place));
}

function isDigit(text: string, place: number): boolean {
  return text.charAt(place) >= "0" && text.charAt(place) <= "9";
}

function longest<About>(
  tree: PhraseTree<About>,
  folded: string,
  start: number,
): Phrase<About> | undefined {
  let node: PhraseTree<About> | undefined = tree;
  let found: Phrase<About> | undefined;
  for (let place = start; place < folded.length; ) {
    const exact: PhraseTree<About> | undefined = node.next.get(folded.charCodeAt(place));
    const next: PhraseTree<About> | undefined = exact ?? afterStem(node, folded, place);
    if (!next) break;
    place = exact ? place + 1 : wordEnd(folded, place);
    node = next;
    const end = node.about !== undefined && endOf(node, folded, place);
    if (node.about !== undefined && end) found = { about: node.about, start, end };
  }
  return found;
}

/** An inflected word inside a phrase: its ending is passed over. */
function afterStem<About>(
  node: PhraseTree<About>,
  folded: string,
  place: number,
): PhraseTree<About> | undefined {
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

function endOf<About>(node: PhraseTree<About>, folded: string, place: number): number | undefined {
  const next = folded[place];
  if (next === "_" || (next === "-" && isLetter(folded, place + 1))) return undefined;
  if (!isLetter(folded, place) || isUnspaced(folded, place)) return place;
  if (isUnspaced(folded, place - 1)) return place;
  if (node.isOpen !== true) return undefined;
  const end = wordEnd(folded, place);
  return end - place <= inflectionMax ? end : undefined;
}

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
