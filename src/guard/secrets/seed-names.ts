import type { Cue } from "./cues.ts";
import type { Reading, Token } from "./reading.ts";

/** `seed:`, `my seed phrase (12 words) =`. */
const naming = /^(?: \p{L}{1,12})? ?(?:\([^()\n]{1,40}\) ?)?[:=]/u;
const namingMax = 60;
/** A value of letters and digits has so few words; more in a row may be a phrase. */
const wordsMax = 4;
/** So many words with a number behind each are counted. */
const countedMin = 4;
const countDigitsMax = 2;
/** What parts, rather than joins. */
const parting = new Set([...`,;.:()[]{}|/"<>`]);
const letters = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u;

/** A text's tokens, those as names that are no words of a phrase: what names something, and what is joined to digits, as in `Sunny-Orange44`. */
export function withNames({ tokens, folded }: Reading, cues: readonly Cue[]): readonly Token[] {
  const names = new Set([...wordsNaming(tokens, folded, cues), ...joinedToDigits(tokens)]);
  if (names.size === 0) return tokens;
  return tokens.map((token, place) => (names.has(place) ? { ...token, is: "name" } : token));
}

/** The places of the words before a colon that say what stands behind it. */
function wordsNaming(tokens: readonly Token[], folded: string, cues: readonly Cue[]): number[] {
  const found: number[] = [];
  let place = 0;
  for (const cue of cues) {
    const behind = naming.exec(folded.slice(cue.end, cue.end + namingMax))?.[0];
    if (behind === undefined) continue;
    const end = cue.end + behind.length;
    while ((tokens[place]?.start ?? end) < cue.start) place += 1;
    for (; (tokens[place]?.start ?? end) < end; place += 1) found.push(place);
  }
  return found;
}

/** The places of words in values that begin with one and hold a digit. Where several words are counted so, they are no values. */
function joinedToDigits(tokens: readonly Token[]): number[] {
  const found: number[] = [];
  const counted: number[] = [];
  let first = 0;
  for (let place = 0; place < tokens.length; place++) {
    if (isJoined(tokens[place], tokens[place + 1])) continue;
    // Alone it is joined to nothing.
    const row = place > first ? rowOf(tokens, first, place) : [];
    const words = row.filter((at) => tokens[at]?.is === "word");
    if (isValue(tokens, row, words)) (isCounted(tokens, row) ? counted : found).push(...words);
    first = place + 1;
  }
  return counted.length < countedMin ? [...found, ...counted] : found;
}

function isJoined(one: Token | undefined, other: Token | undefined): boolean {
  return one?.end === other?.start && joins(one) && joins(other);
}

function joins(token: Token | undefined): boolean {
  const isText = token?.is === "word" || token?.is === "number" || token?.is === "mark";
  return isText && !parting.has(token.text);
}

/** Without the marks around it. */
function rowOf(tokens: readonly Token[], first: number, last: number): number[] {
  const row = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const isText = (place: number) => tokens[place]?.is !== "mark";
  return row.slice(row.findIndex(isText), row.findLastIndex(isText) + 1);
}

function isValue(
  tokens: readonly Token[],
  row: readonly number[],
  words: readonly number[],
): boolean {
  const hasDigit = words.length < row.length && row.some((at) => tokens[at]?.is === "number");
  const isFew = words[0] === row[0] && words.length > 0 && words.length <= wordsMax;
  return hasDigit && isFew && words.every((at) => letters.test(tokens[at]?.text ?? ""));
}

/** `legal12`, `legal-12`. */
function isCounted(tokens: readonly Token[], row: readonly number[]): boolean {
  const [, ...behind] = row.filter((at) => tokens[at]?.is !== "mark");
  const digits = tokens[behind[0] ?? 0];
  return behind.length === 1 && digits?.is === "number" && digits.text.length <= countDigitsMax;
}
