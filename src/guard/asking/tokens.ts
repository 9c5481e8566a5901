import { foldCharacter } from "./fold.ts";

/** A word, or a mark that parts: `,` a clause, `.` and `?` a sentence. A glued one has only a sign between itself and the one before. */
export type Token = {
  text: string;
  start: number;
  end: number;
  quoted: boolean;
  isGlued?: true;
};

const wordCharacter = /^[\p{L}\p{N}]$/u;
/** Scripts without blanks between words, and Korean, whose blanks are loose: each character is a token. */
const singleCharacter =
  /^[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}\p{Script=Hangul}ー]$/u;
const clauseMarks = new Set(",、;:—–()[]/…‧·|");
const sentenceMarks = new Set(".!。\n\r");
const openingQuotes = new Set("“„«「『‹‟‚");
const closingQuotes = new Set("”»」』›");
const quotes = new Set([...openingQuotes, ...closingQuotes, ...`"'‘’`]);
/** Between letters these stand for letters ("p@$$word") or part them ("p.a.s.s"). */
const leetMarks = new Set("@$€!|+");
/** Of these some also stand for the first letter of a word ("$end"), or its last one ("contraseñ@"). */
const [firstMarks, lastMarks] = [new Set("$€"), new Set("@$€")];
const letter = /^\p{L}$/u;
const wordsFirst = /^[@$€]{0,2}\p{L}/u;
const wordsFirstMax = 4;
const symbol = /^\p{So}$/u;

const places =
  /(?:https?:\/\/[^\s"<>]{1,2000}|(?:[\p{L}\p{N}_-]{1,63}\.){1,127}(?:com|net|org|io|app|me|info|xyz|site|online|co|dev|top|link|click|support|help|example|invalid|test|de|fr|es|pt|it|nl|tr|ru|kr|jp|cn|uk|eu|br)(?:\/[^\s"<>]{0,2000})?(?![\p{L}\p{N}]))/iuy;
const handle = /@[A-Za-z]\w{2,40}(?![\w.@$])/y;
const mail = /[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[a-z]{2,20}(?!\w)/iuy;

const space = 0x20;
const blank = /\s/g;
const sign = /[.:@]/g;

type Kind = "single" | "word" | "mark";

/** Of each code unit what it is; filled as they come. */
const kinds: (Kind | undefined)[] = new Array(0x10000);

function kindOf(character: string): Kind {
  if (character.length !== 1) return kindIn(character);
  const code = character.charCodeAt(0);
  const kind = kinds[code] ?? kindIn(character);
  kinds[code] = kind;
  return kind;
}

function kindIn(character: string): Kind {
  if (singleCharacter.test(character)) return "single";
  return wordCharacter.test(character) ? "word" : "mark";
}

/** A character that is compared as one: a letter of a word, or a token by itself. */
type Plain = { text: string; isSingle: boolean };

/** Of each code what it is, null when it isn't plain; filled as they come. */
const plains: (Plain | null | undefined)[] = new Array(0x10000);

function plainOf(code: number): Plain | null {
  const before = plains[code];
  if (before !== undefined) return before;
  const text = foldCharacter(String.fromCharCode(code));
  const isPlain = text.length === 1 && kindOf(text) !== "mark";
  const plain = isPlain ? { text, isSingle: kindOf(text) === "single" } : null;
  plains[code] = plain;
  return plain;
}

/** Tokens that stand for what they name. */
export const link = "<link>";
export const ownLink = "<own>";
export const handleToken = "<handle>";

const named = [
  { pattern: mail, name: "<mail>" },
  { pattern: places, name: link },
  { pattern: handle, name: handleToken },
];

/** The tokens of a text, folded for comparing, with their places in it. Time is linear in its length. */
export function tokensOf(text: string, ownHosts: readonly string[] = []): Token[] {
  return new Tokeniser(text, ownHosts).run();
}

class Tokeniser {
  readonly #text: string;
  readonly #ownHosts: readonly string[];
  readonly #tokens: Token[] = [];
  #word = "";
  #start = 0;
  /** The mark that opened the quotation we are in. */
  #quote = "";
  #blank = 0;
  #sign = -1;

  constructor(text: string, ownHosts: readonly string[]) {
    this.#text = text;
    this.#ownHosts = ownHosts;
  }

  run(): Token[] {
    for (let place = 0; place < this.#text.length; ) place = this.#next(place);
    this.#endWord(this.#text.length);
    return this.#tokens;
  }

  /** Reads what begins at a place, and says where it ends. */
  #next(place: number): number {
    const code = this.#text.charCodeAt(place);
    if (code === space) {
      this.#endWord(place);
      return place + 1;
    }
    if (this.#word === "" && code > space && this.#mayName(place)) {
      const named = namedPlace(this.#text, place, this.#ownHosts);
      if (named !== undefined) {
        this.#add(named.text, place, named.end);
        return named.end;
      }
    }
    const run = asciiWordEnd(this.#text, place);
    if (run > place) return this.#extend(this.#text.slice(place, run).toLowerCase(), place, run);
    const plain = plainOf(code);
    if (plain?.isSingle) {
      this.#endWord(place);
      this.#add(plain.text, place, place + 1);
      return place + 1;
    }
    if (plain) return this.#extend(plain.text, place, place + 1);
    const character = String.fromCodePoint(this.#text.codePointAt(place) ?? 0);
    const end = place + character.length;
    for (const part of foldCharacter(character)) this.#read(part, place, end);
    return end;
  }

  #extend(letters: string, place: number, end: number): number {
    if (this.#word === "") this.#start = place;
    this.#word += letters;
    return end;
  }

  /** Is there a point, colon or at sign before the next blank? Without one no place is named here. */
  #mayName(place: number): boolean {
    if (place >= this.#blank) this.#blank = indexFrom(blank, this.#text, place);
    if (place > this.#sign) this.#sign = indexFrom(sign, this.#text, place);
    return this.#sign < this.#blank;
  }

  #add(text: string, start: number, end: number): void {
    const before = this.#tokens.at(-1);
    if (
      before?.text === "e" &&
      text.startsWith("mail") &&
      isHyphen(this.#text, before.end, start)
    ) {
      this.#tokens[this.#tokens.length - 1] = { ...before, text: `e${text}`, end };
      return;
    }
    const token: Token = { text, start, end, quoted: this.#quote !== "" };
    if (before && isSign(this.#text, before.end, start)) token.isGlued = true;
    this.#tokens.push(token);
  }

  #endWord(end: number): void {
    if (this.#word !== "") this.#add(this.#word, this.#start, end);
    this.#word = "";
  }

  #read(part: string, place: number, end: number): void {
    const kind = kindOf(part);
    const isPart = kind === "word" || (leetMarks.has(part) && standsForLetter(this.#text, place));
    if (kind !== "single" && isPart) {
      if (this.#word === "") this.#start = place;
      this.#word += part;
      return;
    }
    this.#endWord(place);
    if (kind === "single") this.#add(part, place, end);
    else this.#mark(part, place, end);
  }

  #mark(part: string, place: number, end: number): void {
    const quote = quoteAfter(this.#quote, part, this.#text, place);
    if (quote !== undefined) {
      this.#quote = quote;
      return;
    }
    const kind = markKind(part, this.#text, place);
    if (kind !== undefined) this.#add(kind, place, end);
  }
}

/** Where the letters and digits of ASCII that begin at `place` end: nothing of them needs folding but capitals. */
function asciiWordEnd(text: string, place: number): number {
  let end = place;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    const small = code | 0x20;
    if (!((small >= 0x61 && small <= 0x7a) || (code >= 0x30 && code <= 0x39))) break;
  }
  return end;
}

/** "E-mail" is one word, however it is written. */
function isHyphen(text: string, from: number, to: number): boolean {
  return to === from + 1 && "-‐‑".includes(text.charAt(from));
}

/** One sign that is no mark of writing, such as an emoji. */
function isSign(text: string, from: number, to: number): boolean {
  if (to === from || to > from + 2 || text.charCodeAt(from) === space) return false;
  return symbol.test(text.slice(from, to));
}

/** Where the pattern, of one character, is next. */
function indexFrom(pattern: RegExp, text: string, place: number): number {
  pattern.lastIndex = place;
  return pattern.test(text) ? pattern.lastIndex - 1 : text.length;
}

function namedPlace(
  text: string,
  place: number,
  ownHosts: readonly string[],
): { text: string; end: number } | undefined {
  if (isInsideName(text, place)) return undefined;
  for (const { pattern, name } of named) {
    pattern.lastIndex = place;
    if (!pattern.test(text)) continue;
    const end = pattern.lastIndex;
    const own = pattern === places && isOwn(text.slice(place, end), ownHosts);
    return { text: own ? ownLink : name, end };
  }
  return undefined;
}

/** A name that could begin here would have begun before: so each is looked at once, however many parts it has. */
function isInsideName(text: string, place: number): boolean {
  if (place === 0) return false;
  const before = text.charAt(place - 1);
  return "-_+".includes(before) || isWord(text, place - (before === "." ? 2 : 1));
}

function isOwn(address: string, ownHosts: readonly string[]): boolean {
  if (ownHosts.length === 0) return false;
  const url = URL.parse(address.includes("://") ? address : `https://${address}`);
  if (url === null) return false;
  return ownHosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`));
}

function isWord(text: string, place: number): boolean {
  return kindOf(text.charAt(place)) !== "mark";
}

/** Between letters or such marks, and some at the edge of a word. */
function standsForLetter(text: string, place: number): boolean {
  const [mark, before, after] = [
    text.charAt(place),
    text.charAt(place - 1),
    text.charAt(place + 1),
  ];
  const isBehind = isWord(text, place - 1) || leetMarks.has(before);
  if (isBehind && (isWord(text, place + 1) || leetMarks.has(after))) return true;
  return (
    (lastMarks.has(mark) && letter.test(before)) ||
    (firstMarks.has(mark) && wordsFirst.test(text.slice(place + 1, place + 1 + wordsFirstMax)))
  );
}

/** The quotation that is open after this mark, `""` for none; undefined when the mark is no quotation mark. */
function quoteAfter(quote: string, part: string, text: string, place: number): string | undefined {
  if (!quotes.has(part)) return undefined;
  if (part === '"') return quote === "" ? part : "";
  if (openingQuotes.has(part)) return quote === "" ? part : "";
  if (closingQuotes.has(part)) return quote === "" && part === "»" ? part : "";
  return singleQuoteAfter(quote, text, place);
}

/** An apostrophe stands inside a word, a quotation mark at its edge. */
function singleQuoteAfter(quote: string, text: string, place: number): string | undefined {
  const isBefore = place > 0 && isWord(text, place - 1);
  const isAfter = isWord(text, place + 1);
  if (quote === "'" && !isAfter) return "";
  return quote === "" && !isBefore && isAfter ? "'" : undefined;
}

function markKind(part: string, text: string, place: number): string | undefined {
  const isBetween = isWord(text, place - 1) && isWord(text, place + 1);
  if (part === "?") return "?";
  if (part === "\r" && text.charAt(place + 1) === "\n") return undefined;
  if (part === "\n" && isLetterByLetter(text, place)) return undefined;
  if (sentenceMarks.has(part)) return part === "." && isBetween ? undefined : ".";
  const isSpaced = text.charAt(place - 1) === " " && text.charAt(place + 1) === " ";
  if ("-‐‑−*".includes(part)) return isSpaced ? "," : undefined;
  if (!clauseMarks.has(part)) return undefined;
  return isBetween && part !== "," && part !== "、" ? undefined : ",";
}

/** A new line between two letters each of which has a line of its own. */
function isLetterByLetter(text: string, place: number): boolean {
  const before = text.charAt(place - 1) === "\r" ? place - 2 : place - 1;
  return isAlone(text, before) && isAlone(text, place + 1);
}

function isAlone(text: string, place: number): boolean {
  return isWord(text, place) && !isWord(text, place - 1) && !isWord(text, place + 1);
}
