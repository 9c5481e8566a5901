import { type Lexicon, startLetters } from "./lexicon.ts";
import { joinSyllables } from "./syllables.ts";
import type { Token } from "./tokens.ts";

const shortenedLettersMin = 3;
const lookalikes = new Map(
  "аa вb еe ѕs іi јj кk мm нh оo рp сc тt уy хx һh ԁd ԛq ԝw гr пn зe ьb лn ɡg αa βb εe ιi κk νv οo ρp τt υu χx ηn ωw γy σo σo"
    .split(" ")
    .map((pair) => [pair.charAt(0), pair.charAt(1)] as const),
);
const cyrillic = new Map(
  "aа bв eе kк mм hн oо pр cс tт yу xх 3з 0о"
    .split(" ")
    .map((pair) => [pair.charAt(0), pair.charAt(1)] as const),
);
const leet: readonly ReadonlyMap<string, string>[] = ["i", "l"].map(
  (one) =>
    new Map([
      ..."0o 3e 4a 5s 7t 8b 9g 6g @a $s €e !i |i +t"
        .split(" ")
        .map((pair) => [pair.charAt(0), pair.charAt(1)] as const),
      ["1", one] as const,
    ]),
);
/** Letters that tell by themselves of which script they are, since no other one has any that looks so: 1 Latin, 2 Cyrillic. */
const ownScript = new Uint8Array(0x500);
for (const letter of "dfglqruvwz") ownScript[letter.charCodeAt(0)] = 1;
for (const letter of "бджийфцчшщъыэюя") ownScript[letter.charCodeAt(0)] = 2;
/** Words that are written in a hurry without their vowels: "snd ur psswrd". */
const shortened = new Map(
  `send show give your password passcode recovery phrase seed words verification confirmation please private share screen
  confirm wallet authenticator backup mnemonic computer desktop approve install download disable address`
    .split(/\s+/)
    .flatMap((word) => {
      const bare = word.charAt(0) + word.slice(1).replace(/[aeiou]/g, "");
      return [bare, bare.replace(/(.)\1+/g, "$1")].map((short) => [short, word] as const);
    })
    .filter(([short]) => short.length >= shortenedLettersMin),
);
const runLettersMax = 200;
const wordLettersMax = 24;
const halvesLettersMin = 6;
const spelledLettersMax = 14;
const drawnOut = /(\p{L})\1{2,}/gu;
const drawnOutMax = 3;
const beginningLettersMin = 3;
/** What a spelled word costs: fewer are likelier, and each letter behind a beginning and each lone letter is a guess. */
const [wordCost, endingCost, loneCost] = [1, 0.6, 1.4];
const endingLettersMax = 5;
const stemLettersMin = 4;
/** For each letter; what costs more spells nothing. */
const spelledCostMax = 0.7;

type Words = Pick<Lexicon, "vocabulary" | "beginnings" | "starts" | "spellings">;

/** Letters that only look right, digits for letters, words taken apart: put back where a known word comes out. */
export function unhide(tokens: readonly Token[], lexicon: Words): Token[] {
  const { vocabulary } = lexicon;
  const mostlyLatin = isMostlyLatin(tokens);
  const seen = new Map<string, string>();
  const letters = joinSyllables(tokens).map((token) => {
    let text = seen.get(token.text);
    if (text === undefined) {
      text = shrunk(unleet(oneScript(token.text, mostlyLatin), vocabulary), vocabulary);
      if (!vocabulary.has(text)) text = lexicon.spellings.meant(text) ?? text;
      seen.set(token.text, text);
    }
    return text === token.text ? token : { ...token, text };
  });
  return joinHalves(joinLetters(letters, lexicon), vocabulary);
}

function isMostlyLatin(tokens: readonly Token[]): boolean {
  let latin = 0;
  let cyrillic = 0;
  for (const { text } of tokens) {
    for (let place = 0; place < text.length; place++) {
      const script = ownScript[text.charCodeAt(place)];
      if (script === 1) latin += 1;
      else if (script === 2) cyrillic += 1;
    }
  }
  return latin >= cyrillic;
}

function oneScript(text: string, mostlyLatin: boolean): string {
  if (/^[\x20-\x7e]*$/.test(text) || !/[\u0370-\u052f]/.test(text)) return text;
  const mixed = /[a-z]/.test(text);
  if (!mixed && !mostlyLatin) return text;
  const toLatin = replaced(text, lookalikes);
  if (mostlyLatin) return /[\u0370-\u052f]/.test(toLatin) ? text : toLatin;
  return replaced(text, cyrillic);
}

function unleet(text: string, vocabulary: ReadonlySet<string>): string {
  const whole = vocabulary.has(text) ? undefined : shortened.get(text);
  if (whole !== undefined) return whole;
  if (!/[\d@$€!|+]/.test(text) || !/\p{L}|[@$€]/u.test(text) || vocabulary.has(text)) return text;
  for (const letters of leet) {
    const read = replaced(text, letters);
    if (isKnown(read, vocabulary)) return read;
  }
  return text.replace(/^[$€]+|[@$€!|+]+$/g, "");
}

/** "Seeend": each letter that was drawn out is one or two again, where that is a known word. */
function shrunk(text: string, vocabulary: ReadonlySet<string>): string {
  if (!/(\p{L})\1\1/u.test(text) || vocabulary.has(text)) return text;
  const ways = shrunkWays(text);
  const known = ways.find((way) => vocabulary.has(way));
  return known ?? ways.find((way) => isKnown(way, vocabulary)) ?? ways[0] ?? text;
}

/** With each drawn-out letter once or twice, the single ones first; behind the first few, once. */
function shrunkWays(text: string): string[] {
  let ways = [""];
  let end = 0;
  for (const { 0: run, 1: letter = "", index } of [...text.matchAll(drawnOut)].slice(
    0,
    drawnOutMax,
  )) {
    const before = text.slice(end, index);
    ways = ways.flatMap((way) => [way + before + letter, way + before + letter + letter]);
    end = index + run.length;
  }
  const rest = text.slice(end).replace(drawnOut, "$1");
  return ways.map((way) => way + rest);
}

function replaced(text: string, letters: ReadonlyMap<string, string>): string {
  return Array.from(text, (letter) => letters.get(letter) ?? letter).join("");
}

/** Known as it stands, or by its stem. */
function isKnown(word: string, vocabulary: ReadonlySet<string>): boolean {
  const least = Math.max(stemLettersMin, word.length - endingLettersMax);
  for (let length = word.length; length >= least; length--) {
    if (vocabulary.has(word.slice(0, length))) return true;
  }
  return vocabulary.has(word);
}

/** "s e n d  m e": runs of three or more lone letters become the words that they spell. */
function joinLetters(tokens: readonly Token[], lexicon: Words): Token[] {
  if (!tokens.some(isLone)) return [...tokens];
  const joined: Token[] = [];
  for (let place = 0; place < tokens.length; ) {
    const token = tokens[place];
    if (token !== undefined && !isLone(token)) {
      joined.push(token);
      place += 1;
      continue;
    }
    let end = place;
    while (end - place < runLettersMax && isLone(tokens[end])) end += 1;
    const run = tokens.slice(place, end);
    const words = run.length > 2 ? spelled(run, lexicon) : undefined;
    if (words === undefined) joined.push(...tokens.slice(place, Math.max(end, place + 1)));
    else joined.push(...words);
    place = Math.max(end, place + 1);
  }
  return joined;
}

function isLone(token: Token | undefined): boolean {
  if (token?.text.length !== 1) return false;
  const code = token.text.charCodeAt(0);
  if (code > 0x7a && code < 0x2e80)
    return /^[\p{Script=Latin}\p{Script=Cyrillic}]$/u.test(token.text);
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
}

/** The fewest known words that a run of letters spells; undefined when it spells none. */
function spelled(run: readonly Token[], lexicon: Words): Token[] | undefined {
  const text = run.map((token) => token.text).join("");
  const best: ({ cost: number; from: number } | undefined)[] = [{ cost: 0, from: 0 }];
  for (let from = 0; from < text.length; from++) {
    const before = best[from];
    if (before === undefined) continue;
    const isStart = lexicon.starts.has(text.slice(from, from + startLetters));
    const lettersMax = isStart ? spelledLettersMax : startLetters - 1;
    for (let end = from + 1; end <= Math.min(text.length, from + lettersMax); end++) {
      const cost = before.cost + costOf(text.slice(from, end), lexicon);
      if (cost < (best[end]?.cost ?? Number.POSITIVE_INFINITY)) best[end] = { cost, from };
    }
  }
  const cheapest = best[text.length]?.cost ?? Number.POSITIVE_INFINITY;
  if (cheapest > text.length * spelledCostMax) return undefined;
  const words: Token[] = [];
  for (let end = text.length; end > 0; ) {
    const from = best[end]?.from ?? 0;
    const [first, last] = [run[from], run[end - 1]];
    if (first === undefined || last === undefined) return undefined;
    words.unshift({ ...first, text: text.slice(from, end), end: last.end });
    end = from;
  }
  return words;
}

/** Infinite for what no word is. A word may go on behind a beginning that is known ("mand*": "mandeme"). */
function costOf(word: string, { vocabulary, beginnings }: Words): number {
  if (word.length < 2) return loneCost;
  if (vocabulary.has(word)) return wordCost;
  const least = Math.max(beginningLettersMin, word.length - endingLettersMax);
  for (let length = word.length - 1; length >= least; length--) {
    if (beginnings.has(word.slice(0, length)))
      return wordCost + endingCost * (word.length - length);
  }
  return Number.POSITIVE_INFINITY;
}

/** "pass word": two halves of a long known word. With a sign between them they may be those of any, and its stem is enough where one is no word. */
function joinHalves(tokens: readonly Token[], vocabulary: ReadonlySet<string>): Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const before = joined.at(-1);
    if (before !== undefined && areHalves(before.text, token, vocabulary)) {
      joined[joined.length - 1] = { ...before, text: before.text + token.text, end: token.end };
    } else joined.push(token);
  }
  return joined;
}

function areHalves(before: string, after: Token, vocabulary: ReadonlySet<string>): boolean {
  const both = before + after.text;
  if (both.length > wordLettersMax || !/^\p{L}+$/u.test(both)) return false;
  const isWhole = vocabulary.has(both);
  if (after.isGlued) {
    const areWords = [before, after.text].every((word) => isKnown(word, vocabulary));
    return isWhole || (!areWords && isKnown(both, vocabulary));
  }
  if (vocabulary.has(before) && vocabulary.has(after.text)) return false;
  return isWhole && both.length >= halvesLettersMin;
}
