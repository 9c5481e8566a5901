import { type Brand, isHalf, lettersOf } from "./brand.ts";
import { type Edit, editBetween } from "./edit.ts";
import { judgeOccurrence } from "./glued.ts";
import { isWithoutVowels, soundOf, tooFar, unlikeness } from "./likeness.ts";
import { isLure, lureAtEnd, lureAtStart } from "./lures.ts";
import { isKnownWord } from "./words.ts";

/** How a piece of text carries a brand: the strongest reason, and the lure word beside it. */
export type Match = { code: MatchCode; word: string };

export type MatchCode =
  | "carries_our_name"
  | "our_name_with_lure_word"
  | "our_name_cut_apart"
  | "digits_for_letters"
  | "looks_like_ours"
  | Edit
  | "nearly_our_name";

/** A label of a host or a word of a name, cut at its hyphens once for all brands. */
export type Label = {
  text: string;
  words: readonly Word[];
  /** It came from other letters or marks: no accident, so it may differ a little more. */
  isForeign: boolean;
  /** Something beside it lures: then a name inside a longer word isn't taken for that word. */
  isLuring: boolean;
};

type Word = { text: string; letters: number };

/** Up to this length the first letter must be ours, or a wrong one makes another name: `gonzo` isn't monzo. */
const firstLetterLengthMax = 5;
const occurrencesMax = 6;
/** More than fit into a label of 63 characters. */
const wordsMax = 64;
/** Words that are also read as one. */
const joinedWordsMax = 4;
const foreignAllowance = 2;
/** Costs up to here are letters that look alike; from here on a key was missed. */
const typedCostMin = 3;
const oneKeyCost = 4;

/** Prepares a label, a skeleton in small letters, for comparing with brands. */
export function readLabel(text: string, isForeign: boolean, isLured: boolean): Label {
  const words = text
    .split(/[-_]+/, wordsMax)
    .map((word) => ({ text: word, letters: lettersOf(word) }));
  const isLuring = isLured || (words.length > 1 && words.some((word) => isLure(word.text)));
  return { text, words, isForeign, isLuring };
}

/** Looks for a brand in one label. */
export function matchLabel(label: Label, brand: Brand): Match | undefined {
  let at = label.text.indexOf(brand.key);
  if (at >= 0) {
    for (let tries = 0; at >= 0 && tries < occurrencesMax; tries += 1) {
      const match = judgeOccurrence(label, at, brand);
      if (match) return match;
      at = label.text.indexOf(brand.key, at + 1);
    }
    return undefined;
  }
  for (const word of label.words) {
    const match = matchWord(word, brand, label);
    if (match) return match;
  }
  if (label.words.length === 1) return undefined;
  if (isJoined(label.words, brand)) return { code: "our_name_cut_apart", word: "" };
  return matchJoined(label, brand);
}

/** Cut apart and misspelled at once: only letters that look alike count then. */
function matchJoined(label: Label, brand: Brand): Match | undefined {
  if (label.words.length > joinedWordsMax || brand.isShort) return undefined;
  const text = label.words.map((word) => word.text).join("");
  const longer = text.length - brand.key.length;
  if (longer > 4 || longer < -1 || missing({ text, letters: lettersOf(text) }, brand) > 3) {
    return undefined;
  }
  const cost = unlikeness(text, brand.key, typedCostMin - 1);
  return cost === tooFar ? undefined : { code: "our_name_cut_apart", word: "" };
}

/** Do some pieces in a row, put together, spell the brand: `kra-ken`, `k r a k e n`? */
export function isJoined(pieces: readonly { text: string }[], brand: Brand): boolean {
  if (brand.isShort) return false;
  for (let first = 0; first < pieces.length; first += 1) {
    let joined = pieces[first]?.text ?? "";
    if (joined === "" || !brand.key.startsWith(joined)) continue;
    for (let next = first + 1; next < pieces.length; next += 1) {
      joined += pieces[next]?.text;
      if (joined === brand.key) return true;
      if (!brand.key.startsWith(joined)) break;
    }
  }
  return false;
}

function matchWord(word: Word, brand: Brand, label: Label): Match | undefined {
  const lacking = missing(word, brand);
  if (lacking > 3) return undefined;
  const { text } = word;
  const whole = matchWhole(text, brand, label, label.isLuring);
  if (whole || text.length <= brand.key.length) return whole;
  const bare = text.replace(/^\d+|\d+$/g, "");
  if (bare !== text) {
    const match = matchWhole(bare, brand, label, label.isLuring);
    if (match) return match;
  }
  const isLongEnough = bare.length >= brand.key.length + 2;
  if (lacking > 2 || !isLongEnough || brand.isShort) return undefined;
  return matchBesideLure(bare, brand, label);
}

function matchBesideLure(word: string, brand: Brand, label: Label): Match | undefined {
  const start = lureAtStart(word);
  const end = lureAtEnd(word);
  if (start === "" && end === "") return undefined;
  const withoutStart = word.slice(start.length);
  const candidates = [withoutStart, word.slice(0, word.length - end.length)];
  if (end.length < withoutStart.length) {
    candidates.push(withoutStart.slice(0, withoutStart.length - end.length));
  }
  return candidates
    .map((candidate) => matchWhole(candidate, brand, label, true))
    .find((match) => match !== undefined);
}

function matchWhole(word: string, brand: Brand, label: Label, isLured: boolean): Match | undefined {
  const { key } = brand;
  if (word === key) return { code: "looks_like_ours", word: "" };
  const longer = word.length - key.length;
  if (longer > 4 || longer < -2) return undefined;
  const cost = unlikeness(word, key, brand.most + (label.isForeign ? foreignAllowance : 0));
  if (cost === tooFar) return matchSpelling(word, brand, isLured);
  if (!label.isForeign && isKnownWord(word)) return undefined;
  if (cost < typedCostMin) return { code: likenessCode(word, brand, label), word: "" };
  if (!label.isForeign && !isLured && isOtherCompound(word, brand)) return undefined;
  const isTelling = word[0] === key[0] && (isLured || label.words.length === 1);
  if (key.length <= firstLetterLengthMax && !isTelling) return undefined;
  return { code: typedCode(word, brand, cost), word: "" };
}

/** Spelled another way: its vowels left out as in `krkn`, or beside a lure as it sounds, `fantom` for phantom. */
function matchSpelling(word: string, brand: Brand, isLured: boolean): Match | undefined {
  if (brand.isShort || isKnownWord(word)) return undefined;
  const [sound, ours] = [soundOf(word), soundOf(brand.key)];
  const isShortened = isWithoutVowels(word, brand.key) || isWithoutVowels(sound, ours);
  const isSame = isShortened || (isLured && sound === ours);
  return isSame ? { code: "nearly_our_name", word: "" } : undefined;
}

/** What the eye passes over: digits, letters that look the same, or a letter more or less. */
function likenessCode(word: string, brand: Brand, label: Label): MatchCode {
  if (/\d/.test(word)) return "digits_for_letters";
  const edit = label.isForeign ? undefined : editBetween(word, brand.key);
  return edit === undefined || edit === "one_letter_off" ? "looks_like_ours" : edit;
}

function typedCode(word: string, brand: Brand, cost: number): MatchCode {
  if (cost > oneKeyCost) return "nearly_our_name";
  return editBetween(word, brand.key) ?? "nearly_our_name";
}

/** Another compound that shares a half with ours: `metatask` beside metamask, `openset` beside opensea. */
function isOtherCompound(word: string, brand: Brand): boolean {
  return brand.halves.some(
    ([first, second]) =>
      (word.startsWith(first) && isHalf(word.slice(first.length))) ||
      (word.endsWith(second) && isHalf(word.slice(0, -second.length))),
  );
}

/** How many of the brand's letters a word lacks: a cheap test before the dear one. */
function missing(word: Word, brand: Brand): number {
  let rest = brand.letters & ~word.letters;
  let count = 0;
  for (; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
