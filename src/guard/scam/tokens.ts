/** A word, number or stand-in of a text: folded for comparing, with its place in UTF-16 units of the text as given. */
export type Token = { text: string; start: number; end: number; after: Pause };

/** What stands between a token and the next: the end of a clause, of a sentence, or neither. */
export type Pause = "none" | "clause" | "sentence";

/** A span that counts as one token of this name, such as a phone number as `<phone>`. */
export type Mark = { name: string; start: number; end: number };

const wordCharacter = /[\p{L}\p{N}\p{M}]/u;
const invisible = /\p{Cf}|\p{Variation_Selector}|\u115f|\u034f/u;
const written = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const currency = /\p{Sc}/u;
const clauseEnd = /[,;:()\u3001\uff0c\uff1b\uff1a]/;
const sentenceEnd = /[.!?\n\u3002\uff01\uff1f\u2026]/;
const apostrophe = /['\u2019\u02bc\u2018]/;
/** What English puts behind an apostrophe; anything else there begins a word ("l'argent"). */
const contractions = new Set(["t", "s", "m", "d", "re", "ve", "ll"]);
const contractionMax = 3;
const spacedMin = 4;

/** Letters of other alphabets that stand in for Latin ones, where a word mixes them. */
const standIns: Readonly<Record<string, string>> = {
  а: "a",
  в: "b",
  с: "c",
  е: "e",
  н: "h",
  і: "i",
  ј: "j",
  к: "k",
  м: "m",
  о: "o",
  р: "p",
  ѕ: "s",
  т: "t",
  у: "y",
  х: "x",
  α: "a",
  β: "b",
  ε: "e",
  ι: "i",
  κ: "k",
  ν: "v",
  ο: "o",
  ρ: "p",
  τ: "t",
};
const foreign = /[\u0370-\u03ff\u0400-\u04ff]/;
const latin = /[a-z]/;

/**
 * The tokens of a text in one pass: lower case, without marks and invisible characters, letters of languages that
 * write without blanks one by one, letters that stand apart ("A n y D e s k") put together.
 * @param marks spans that count as one token, in order and apart
 */
export function tokensOf(text: string, marks: readonly Mark[] = []): Token[] {
  const reader = new Reader(text);
  for (const { name, start, end } of marks) {
    reader.readTo(start);
    reader.push(name, start, end);
  }
  reader.readTo(text.length);
  return joinSpaced(reader.tokens);
}

class Reader {
  readonly tokens: Token[] = [];
  readonly #text: string;
  readonly #known = new Map<string, Character>();
  readonly #latin = new Map<string, string>();
  #place = 0;
  /** Where a number would stand behind the sign of a currency. */
  #paidAt = -1;

  constructor(text: string) {
    this.#text = text;
  }

  push(text: string, start: number, end: number): void {
    this.tokens.push({ text, start, end, after: "none" });
    this.#place = end;
  }

  readTo(end: number): void {
    let word = "";
    let start = this.#place;
    const finish = (at: number) => {
      if (word !== "") this.#finish(word, start, at);
      word = "";
    };
    for (let place = this.#place; place < end; ) {
      const run = asciiRunEnd(this.#text, place, end);
      if (run > place) {
        if (word === "") start = place;
        word += this.#text.slice(place, run).toLowerCase();
        place = run;
        continue;
      }
      const character = this.#characterAt(place);
      const next = place + character.length;
      const { kind, folded } = this.#know(character);
      if (kind === "letter") {
        if (word === "") start = place;
        word += folded;
      } else if (kind === "sign") {
        finish(place);
        this.#finish(folded, place, next);
      } else if (word === "" || !this.#isInside(character, kind, next, end)) {
        finish(place);
        this.#pause(character, place, next);
      }
      place = next;
    }
    finish(end);
    this.#place = end;
  }

  #characterAt(place: number): string {
    const code = this.#text.charCodeAt(place);
    if (code < 0xd800 || code > 0xdbff) return this.#text.charAt(place);
    return String.fromCodePoint(this.#text.codePointAt(place) ?? 0);
  }

  /** Does a word go on behind this character: an invisible one, a contraction's apostrophe, a number's point? */
  #isInside(character: string, kind: Character["kind"], next: number, end: number): boolean {
    if (kind === "invisible") return true;
    if (next >= end) return false;
    if (character === "." || character === ",") {
      return isDigit(this.#text.charCodeAt(next - 2)) && isDigit(this.#text.charCodeAt(next));
    }
    if (!apostrophe.test(character)) return false;
    let letters = next;
    while (letters < next + contractionMax && isAsciiLetter(this.#text.charCodeAt(letters)))
      letters++;
    return letters > next && contractions.has(this.#text.slice(next, letters).toLowerCase());
  }

  #know(character: string): Character {
    if (character < "\u0080") return asciiMark;
    const known = this.#known.get(character);
    if (known !== undefined) return known;
    const read = readCharacter(character);
    this.#known.set(character, read);
    return read;
  }

  #finish(word: string, start: number, end: number): void {
    const isPaid = start === this.#paidAt && isDigit(word.charCodeAt(0));
    const text = isPaid ? "<amount>" : this.#asLatin(word);
    this.push(text, start, end);
  }

  /** A text that is made to be slow says the same again and again. */
  #asLatin(word: string): string {
    const known = this.#latin.get(word);
    if (known !== undefined) return known;
    const latin = asLatin(word);
    this.#latin.set(word, latin);
    return latin;
  }

  #pause(character: string, place: number, next: number): void {
    const isPaid = character === " " ? place === this.#paidAt : isCurrency(character);
    if (isPaid) this.#paidAt = next;
    if (character === " ") return;
    const last = this.tokens.at(-1);
    if (!last || last.after === "sentence") return;
    if (sentenceEnd.test(character)) last.after = "sentence";
    else if (clauseEnd.test(character)) last.after = "clause";
  }
}

/** Where the letters and digits of ASCII that begin at `place` end. */
function asciiRunEnd(text: string, place: number, end: number): number {
  let at = place;
  while (at < end && isAsciiWord(text.charCodeAt(at))) at++;
  return at;
}

function isAsciiWord(code: number): boolean {
  return isAsciiLetter(code) || isDigit(code);
}

function isAsciiLetter(code: number): boolean {
  return (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isCurrency(character: string): boolean {
  return character === "$" || (character > "\u007f" && currency.test(character));
}

/** What isn't a letter or digit of ASCII; a `sign` is a word of its own, as in languages that write without blanks. */
type Character = { kind: "letter" | "sign" | "invisible" | "other"; folded: string };

/** Whatever of ASCII is no letter and no digit. */
const asciiMark: Character = { kind: "other", folded: "" };

function readCharacter(character: string): Character {
  if (invisible.test(character)) return { kind: "invisible", folded: "" };
  if (!wordCharacter.test(character)) return { kind: "other", folded: "" };
  if (written.test(character)) return { kind: "sign", folded: character.normalize("NFKC") };
  return { kind: "letter", folded: foldCharacter(character) };
}

function foldCharacter(character: string): string {
  return character
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace("ı", "i")
    .replace("ß", "ss")
    .replace("ø", "o")
    .replace("ł", "l");
}

function asLatin(word: string): string {
  if (!foreign.test(word) || !latin.test(word)) return word;
  return Array.from(word, (letter) => standIns[letter] ?? letter).join("");
}

/** Four or more single letters in a row are one word that was spaced out to hide it. */
function joinSpaced(tokens: Token[]): Token[] {
  const joined: Token[] = [];
  for (let place = 0; place < tokens.length; ) {
    let end = place;
    while (isSingle(tokens[end]) && (end === place || touches(tokens[end - 1], tokens[end]))) end++;
    const first = tokens[place];
    const last = tokens[end - 1];
    if (end - place >= spacedMin && first && last) {
      const text = tokens.slice(place, end).map((token) => token.text);
      joined.push({ ...last, text: text.join(""), start: first.start });
      place = end;
    } else if (first) {
      joined.push(first);
      place += 1;
    }
  }
  return joined;
}

function isSingle(token: Token | undefined): boolean {
  return token !== undefined && token.text.length === 1 && latin.test(token.text);
}

function touches(before: Token | undefined, token: Token | undefined): boolean {
  return before !== undefined && token !== undefined && token.start - before.end <= 1;
}
