import type { Token } from "./reading.ts";
import { standingOf } from "./seed-words.ts";

/** A word counts when it stands beside so many different numbers: "1번 … 2번", "word 3:", "第4个". */
const countedMin = 4;
const sides = [
  { step: -1, reach: 2 },
  { step: 1, reach: 6 },
];
const numberDigitsMax = 2;
/** What is written to a number: "1st", "2ème", "3-е", "4'üncü". */
const suffixLettersMax = 4;
const suffixMarks = new Set(["-", "'", "’", "°", "ª", "º"]);

const hanNumerals: ReadonlySet<string> = new Set("一二三四五六七八九十");
/** "iv." and "c)". */
const labelMarks = new Set([".", ")", ":", "]"]);
const romanNumerals: ReadonlySet<string> = new Set(
  (
    "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx " +
    "xxi xxii xxiii xxiv"
  ).split(" "),
);

/** Letters of Latin, and behind or before them letters of a script that sets no blanks between words or particles. */
const scripts = /[\p{Script=Latin}\p{M}'’]+|[^\p{Script=Latin}]+/gu;
const eastern = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const latin = /\p{Script=Latin}{3}/u;
const letter = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u;

/** Tokens as a phrase is looked for in them: words of two scripts apart, and what only numbers the words as marks. */
export function seedTokens(tokens: readonly Token[]): readonly Token[] {
  const apart = tokens.some(isMixed) ? tokens.flatMap(byScript) : tokens;
  const numbering = numberingIn(apart);
  if (numbering.size === 0) return apart;
  return apart.map((token, place) => (numbering.has(place) ? { ...token, is: "mark" } : token));
}

function isMixed({ is, text }: Token): boolean {
  return is === "word" && text.length > 1 && eastern.test(text) && latin.test(text);
}

function byScript(token: Token): Token[] {
  if (!isMixed(token)) return [token];
  return Array.from(token.text.matchAll(scripts), ({ 0: text, index }) => {
    const start = token.start + index;
    return { is: "word", text, start, end: start + text.length };
  });
}

/** The places of tokens that number others. */
function numberingIn(tokens: readonly Token[]): ReadonlySet<number> {
  return new Set([...counting(tokens), ...suffixes(tokens), ...labels(tokens)]);
}

/** Words beside many different numbers, and numbers in Han characters that stand beside them. */
function counting(tokens: readonly Token[]): number[] {
  const numbersBeside = new Map<string, Set<string>>();
  const near: { place: number; text: string; numeral: number }[] = [];
  for (let numeral = 0; numeral < tokens.length; numeral++) {
    const token = tokens[numeral] as Token;
    if (!isNumeral(token)) continue;
    for (const place of placesBeside(tokens, numeral)) {
      const text = tokens[place]?.text ?? "";
      const numbers = numbersBeside.get(text) ?? new Set();
      numbersBeside.set(text, numbers.add(token.text));
      near.push({ place, text, numeral });
    }
  }
  const found = near.filter(({ text }) => (numbersBeside.get(text)?.size ?? 0) >= countedMin);
  return found.flatMap(({ place, numeral }) =>
    tokens[numeral]?.is === "word" ? [place, numeral] : [place],
  );
}

/** Where words stand that may count with a number, up to the next one. */
function placesBeside(tokens: readonly Token[], numeral: number): number[] {
  const places: number[] = [];
  for (const { step, reach } of sides) {
    for (let away = 1; away <= reach; away++) {
      const place = numeral + step * away;
      const token = tokens[place];
      if (!token || isNumeral(token)) break;
      if (mayCount(token)) places.push(place);
    }
  }
  return places;
}

function isNumeral({ is, text }: Token): boolean {
  return is === "number" ? text.length <= numberDigitsMax : hanNumerals.has(text);
}

/** A rare word of a list is a word of a phrase, though one may stand there twelve times. */
function mayCount(token: Token): boolean {
  if (token.is !== "word") return false;
  const standing = standingOf(token.text);
  return !standing?.listed || standing.isEveryday || token.text.length === 1;
}

function suffixes(tokens: readonly Token[]): number[] {
  const numbers = new Set<string>();
  const found: number[] = [];
  for (let place = 0; place < tokens.length; place++) {
    const { is, text, end } = tokens[place] as Token;
    if (is !== "number" || text.length > numberDigitsMax) continue;
    const hasMark = suffixMarks.has(tokens[place + 1]?.text ?? "");
    const behind = tokens[place + (hasMark ? 2 : 1)];
    const isGlued = behind?.start === end + (hasMark ? 1 : 0);
    if (!behind || !isGlued || !mayBeSuffix(behind)) continue;
    numbers.add(text);
    found.push(place + (hasMark ? 2 : 1));
  }
  return numbers.size >= countedMin ? found : [];
}

function mayBeSuffix(token: Token): boolean {
  return mayCount(token) && letter.test(token.text) && token.text.length <= suffixLettersMax;
}

/** Roman numerals, and letters with a mark behind each: so many different ones that they are no words. */
function labels(tokens: readonly Token[]): number[] {
  const found: number[] = [];
  for (let place = 0; place < tokens.length; place++) {
    const { is, text } = tokens[place] as Token;
    if (is !== "word") continue;
    const isLabel =
      text.length === 1 && letter.test(text) && labelMarks.has(tokens[place + 1]?.text ?? "");
    if (isLabel || romanNumerals.has(text)) found.push(place);
  }
  const different = new Set(found.map((place) => tokens[place]?.text));
  return different.size >= countedMin ? found : [];
}
