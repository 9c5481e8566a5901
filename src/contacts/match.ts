import { type Brand, isHalf, lettersOf } from "./brand.ts";
import { type Edit, editBetween } from "./edit.ts";
import { tooFar, unlikeness } from "./likeness.ts";
import { isAllLures, isLure, lureAtEnd, lureAtStart, lureIn } from "./lures.ts";
import { cutsIntoWords, isEnglishWord, isInsideWord } from "./words.ts";

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
/** A few stray letters beside a lure are how generated names look: `krakenwalletx`. */
const strayLettersMax = 2;
const foreignAllowance = 2;
/** Costs up to here are letters that look alike; from here on a key was missed. */
const typedCostMin = 3;
const oneKeyCost = 4;

/** Endings with which developers name a tool after something: `krakend` is a gateway, not Kraken. */
const toolEndings: ReadonlySet<string> = new Set(["js", "jl", "ql", "db", "py", "rs"]);
const wordEndings: ReadonlySet<string> = new Set(
  "ed er ers ing ings ion ions ism ist ists ish ite ites ian ians esque ary ness".split(" "),
);
/** Prefixes that make one word with what follows. */
const wordPrefixes: ReadonlySet<string> = new Set(
  "hyper un re pre non anti sub super multi trans inter cyber".split(" "),
);

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

function judgeOccurrence(label: Label, at: number, brand: Brand): Match | undefined {
  const end = at + brand.key.length;
  const before = lettersBefore(label.text, at);
  const after = lettersAfter(label.text, end);
  if (before === "" && after === "") return { code: "carries_our_name", word: "" };
  const isPlural = before === "" && after === "s";
  if (!isPlural && isEnglishWord(before + brand.key + after)) return undefined;
  const word = lureIn(before) || lureIn(after);
  const lured: Match = { code: "our_name_with_lure_word", word };
  const stray = brand.isShort ? 0 : strayLettersMax;
  if (isAllLures(before, stray) && isAllLures(after, stray)) return lured;
  if (brand.isShort) return undefined;
  if (isPlural) return { code: "carries_our_name", word: "" };
  if (isLongerWord(before, brand, after, label)) return undefined;
  return word.length > 2 ? lured : { code: "carries_our_name", word: "" };
}

function lettersBefore(text: string, end: number): string {
  let start = end;
  while (start > 0 && isLetter(text.charCodeAt(start - 1))) start -= 1;
  return text.slice(start, end);
}

function lettersAfter(text: string, start: number): string {
  let end = start;
  while (end < text.length && isLetter(text.charCodeAt(end))) end += 1;
  return text.slice(start, end);
}

function isLetter(code: number): boolean {
  return code >= 97 && code <= 122;
}

/** Is the name only a part of a real word or of a tool's name, such as `hyperledger`, `opensearch`, `krakend`? */
function isLongerWord(before: string, brand: Brand, after: string, label: Label): boolean {
  const whole = before + brand.key + after;
  const start = before.length;
  const end = start + brand.key.length;
  if (isInsideWord(whole, start, end)) return true;
  if (after === "" && wordPrefixes.has(before)) return true;
  if (before === "" && (toolEndings.has(after) || wordEndings.has(after))) return true;
  if (before === "" && after === "d" && brand.isOrdinary) return true;
  if (label.isLuring) return false;
  if (cutsIntoWords(whole).some((cut) => cut > start && cut < end)) return true;
  if (!brand.isOrdinary || whole !== label.text) return false;
  if (lureIn(before).length > 2 || lureIn(after).length > 2) return false;
  const isWordOrNone = (text: string) => text === "" || isEnglishWord(text);
  return isWordOrNone(before) && isWordOrNone(after);
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
  if (cost === tooFar) return undefined;
  if (!label.isForeign && isEnglishWord(word)) return undefined;
  if (cost < typedCostMin) return { code: likenessCode(word, brand, label), word: "" };
  if (!label.isForeign && !isLured && isOtherCompound(word, brand)) return undefined;
  const isTelling = word[0] === key[0] && (isLured || label.words.length === 1);
  if (key.length <= firstLetterLengthMax && !isTelling) return undefined;
  return { code: typedCode(word, brand, cost), word: "" };
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
