import english from "./words.generated.json" with { type: "json" };

const wordLengthMax = 24;
/** Shorter halves are found in any text, so they would explain every name away. */
const halfLengthMin = 4;
/** A half of three letters is believed before a word this long. */
const longMateMin = 6;
const reachMax = 8;

let listed: Set<string> | undefined;
let named: Set<string> | undefined;

/** Built when it is first needed: most inputs come nowhere near a name. */
function isListed(word: string): boolean {
  listed ??= new Set(english.words.flatMap((row) => row.split(" ")));
  return listed.has(word);
}

/** Is this a person's, a place's or a maker's name, as `spokane` and `trevor`? */
function isProperName(word: string): boolean {
  named ??= new Set(english.names.flatMap((row) => row.split(" ")));
  return named.has(word);
}

/** Endings of English words, what their stem may have lost before them, and the letters it must keep. */
const endings: readonly (readonly [
  ending: string,
  restored: readonly string[],
  stemMin: number,
])[] = [
  ["ings", ["", "e"], 3],
  ["ing", ["", "e"], 3],
  ["ers", ["", "e"], 3],
  ["er", ["", "e"], 3],
  ["ed", ["", "e"], 3],
  ["es", ["", "e"], 3],
  ["ies", ["y"], 3],
  ["ly", [""], 3],
  ["s", [""], 3],
  ["ance", ["", "e"], 4],
  ["able", ["", "e"], 4],
  ["ation", ["", "e"], 4],
  ["ment", [""], 4],
  ["ness", [""], 4],
  ["less", [""], 4],
];

/** Is this an ordinary English word, in one of its common forms? */
export function isEnglishWord(word: string): boolean {
  if (word.length < 3 || word.length > wordLengthMax) return false;
  if (isListed(word)) return true;
  for (const [ending, restored, stemMin] of endings) {
    if (word.length - ending.length < stemMin || !word.endsWith(ending)) continue;
    const stem = word.slice(0, -ending.length);
    if (restored.some((lost) => isListed(stem + lost))) return true;
  }
  return false;
}

/** Is this an ordinary English word or a proper name? */
export function isKnownWord(word: string): boolean {
  return isEnglishWord(word) || isProperName(word);
}

/**
 * Does a listed word reach over both or either edge of the part between `start` and `end`, as `revolution` does over
 * `revolut`? It must be longer by two letters at least.
 */
export function isInsideWord(text: string, start: number, end: number): boolean {
  for (let from = Math.max(0, start - reachMax); from <= start; from += 1) {
    for (let to = end; to <= Math.min(text.length, end + reachMax); to += 1) {
      if (to - from >= end - start + 2 && isListed(text.slice(from, to))) return true;
    }
  }
  return false;
}

const joiningWords: ReadonlySet<string> = new Set(["the", "of", "and", "for"]);
const phraseWordsMax = 3;

/** Can the whole text be read as up to three English words, `antelopevalley` or `ofthesea`? Nothing is a phrase too. */
export function isPhrase(text: string, wordsMost = phraseWordsMax): boolean {
  if (text === "" || isKnownWord(text)) return true;
  if (wordsMost === 1) return false;
  for (let cut = 2; cut <= Math.min(text.length - 2, wordLengthMax); cut += 1) {
    const word = text.slice(0, cut);
    if (!joiningWords.has(word) && (cut < halfLengthMin || !isKnownWord(word))) continue;
    const rest = text.slice(cut);
    const isLong = rest.length >= halfLengthMin || joiningWords.has(rest);
    if (isLong && isPhrase(rest, wordsMost - 1)) return true;
  }
  return joiningWords.has(text);
}

/**
 * Does another word begin inside the part from `start` to `end`: `baseball` in `silvercoinbaseball`, `palace` in
 * `paypalace`? What stands before and behind it must be words as well.
 */
export function isCutInside(text: string, start: number, end: number): boolean {
  if (text.length > 2 * wordLengthMax) return false;
  for (let cut = start + 1; cut < end; cut += 1) {
    const first = text.slice(0, cut);
    for (let to = text.length; to >= Math.min(text.length, end + 2); to -= 1) {
      if (!areMates(first.length, to - cut) || !isEnglishWord(text.slice(cut, to))) continue;
      const isFirstRead = isKnownWord(first) || (text.length > end && isPhrase(first));
      if (isFirstRead && isPhrase(text.slice(to))) return true;
    }
  }
  return false;
}

/** A first half of three letters is believed before a long word alone. */
function areMates(first: number, second: number): boolean {
  return second >= (first < halfLengthMin ? longMateMin : halfLengthMin) && first >= 3;
}

/** With what English makes new words out of names. Two letters count only where nobody would add them by a slip. */
const derivations: ReadonlySet<string> = new Set(
  "able ade age ance ara ary ate ated ates atic atics ation ative dom ed eer ence ent eous er erade ery ese esque ess ette ettes etta ful hood ia ial ian iana ible ic ical ids ie ify ina ine ing ino ion ious ise ised ish ism ist ite ites itic itis itive ity ium ive ize ized less like ling ment ness oid ologist ology opolis ous ship some ster tion ular".split(
    " ",
  ),
);

/** Do these letters after a name derive a new word from it: `trezoria`, `monzonite`, `uniswapped`, `geminids`? */
export function isDerivation(name: string, after: string): boolean {
  if (after.length < 2) return false;
  const last = name.at(-1) ?? "";
  const isVowel = "aeiou".includes(last);
  const read = [after];
  if (isVowel) read.push(last + after);
  if (after.startsWith(isVowel ? "n" : last)) read.push(after.slice(1));
  return read.some(
    (ending) => derivations.has(ending) || derivations.has(ending.replace(/s$/, "")),
  );
}
