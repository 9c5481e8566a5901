import type { Brand } from "./brand.ts";
import { isAllLures, isLure, lureIn } from "./lures.ts";
import type { Label, Match } from "./match.ts";
import { isCutInside, isDerivation, isEnglishWord, isInsideWord, isPhrase } from "./words.ts";

/** A lure that shares its first letter with our last one: `ledgereward`. */
const sharedLureMin = 4;

/** Endings with which developers name a tool after something: `krakend` is a gateway, not Kraken. */
const toolEndings: ReadonlySet<string> = new Set("js jl ql db py rs lang smb map wiki".split(" "));
/** Prefixes that make one word with any name behind them. */
const wordPrefixes: ReadonlySet<string> = new Set(
  "hyper un re pre non anti sub super multi trans inter cyber en".split(" "),
);
/** Prefixes that make a compound with an everyday word. */
const compoundPrefixes: ReadonlySet<string> = new Set(
  "octo mono poly mega mini proto pseudo neo git".split(" "),
);

/**
 * Judges the brand where it stands in a label, by the letters glued to it: none, and it is a word of its own; lures, and
 * it is bait; letters that make another word with it, and it is no imitation. Letters that make nothing are a misspelling.
 */
export function judgeOccurrence(label: Label, at: number, brand: Brand): Match | undefined {
  const end = at + brand.key.length;
  const before = lettersBefore(label.text, at);
  const after = lettersAfter(label.text, end);
  if (before === "" && after === "") return { code: "carries_our_name", word: "" };
  const isPlural = before === "" && after === "s";
  if (!isPlural && isPartOfWord(before, brand, after)) return undefined;
  const shared = brand.key.slice(-1) + after;
  const isShared = shared.length >= sharedLureMin && isLure(shared);
  const word = lureIn(before) || (isShared ? shared : lureIn(after));
  const lured: Match = { code: "our_name_with_lure_word", word };
  if (isAllLures(before) && (isShared || isAllLures(after))) return lured;
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

/** A dictionary word over the whole name, as `pledger`, `revolution`, `purchase`: no lure beside it brings ours back. */
function isPartOfWord(before: string, brand: Brand, after: string): boolean {
  const whole = before + brand.key + after;
  if (isEnglishWord(whole)) return true;
  return isInsideWord(whole, before.length, before.length + brand.key.length);
}

/** Is the name only a part of another word or of a tool's name, such as `hyperledger`, `opensearch`, `krakend`? */
function isLongerWord(before: string, brand: Brand, after: string, label: Label): boolean {
  const { key } = brand;
  if (after === "" && wordPrefixes.has(before)) return true;
  if (before === "" && toolEndings.has(after)) return true;
  if (before === "" && after === "d" && brand.isOrdinary) return true;
  if (label.isLuring) return false;
  if (before === "" && isDerivation(key, after)) return true;
  const whole = before + key + after;
  if (isCutInside(whole, before.length, before.length + key.length)) return true;
  return brand.isOrdinary && whole === label.text && isCompound(before, brand, after);
}

/** An everyday word with others of its kind and no lure: `ledgerwood`, `spokaneledger`, `stormchaser`, `hledger`. */
function isCompound(before: string, brand: Brand, after: string): boolean {
  const { key } = brand;
  if (holdsLure(before) || holdsLure(after)) return false;
  if (after === "" && before.length === 1) return brand.isNoun && isToolLetter(before, key);
  const isPrefix = wordPrefixes.has(before) || compoundPrefixes.has(before);
  const isRest = isPhrase(after) || isEnglishWord(key + after) || isDerivation(key, after);
  return isRest && (isPrefix || isPhrase(before));
}

/** Tools are named with a letter before a noun (`hledger`); a doubled letter is a slip, and `e` and `i` say online. */
function isToolLetter(letter: string, key: string): boolean {
  return letter !== key[0] && letter !== "e" && letter !== "i";
}

/** A lure in a phrase, or one that is most of a word: `supporters`, but not the `rob` of `robotics`. */
function holdsLure(text: string): boolean {
  const { length } = lureIn(text);
  return length > 2 && (3 * length > 2 * text.length || !isEnglishWord(text));
}
