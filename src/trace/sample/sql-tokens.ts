import type { SampleText } from "./sample-text.ts";

const [tab, lineFeed, blank, quote, doubleQuote] = [0x09, 0x0a, 0x20, 0x27, 0x22];
const [dash, slash, star, backslash, backtick] = [0x2d, 0x2f, 0x2a, 0x5c, 0x60];
const inWords = /[\w$\x80-\xff]/;
const isOfWord = Uint8Array.from({ length: 256 }, (_, byte) =>
  inWords.test(String.fromCharCode(byte)) ? 1 : 0,
);
const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: " ", 0: "" };

/** A word or a number; what stands between quotation marks; one sign. `at`: its first byte. */
export type SqlToken = { is: "word" | "quoted" | "sign"; text: string; at: number };

/** What SQL is written with, one after the other, in time that is linear in what is read. Comments aren't told. */
export class SqlTokens {
  /** The byte behind what was read. */
  at = 0;
  /** Whether a backslash hides the letter behind it in each string, as MySQL has it; else in PostgreSQL's `E'…'` alone. */
  isHiding: boolean;
  readonly #text: SampleText;
  readonly #linesMax: number;
  readonly #lettersMax: number;
  #comment = { from: 0, end: 0 };

  /** @param linesMax how many lines, and `lettersMax` how many bytes, a string may go over */
  constructor(text: SampleText, linesMax: number, lettersMax: number) {
    this.#text = text;
    this.#linesMax = linesMax;
    this.#lettersMax = lettersMax;
    this.isHiding = false;
  }

  get isOver(): boolean {
    return this.at >= this.#text.bytes.length;
  }

  /** Undefined at the end, and where a string begins that doesn't end. */
  next(): SqlToken | undefined {
    this.#skipBlanks();
    const { bytes } = this.#text;
    const at = this.at;
    const byte = bytes[at];
    if (byte === undefined) return undefined;
    if (byte === quote || byte === doubleQuote || byte === backtick) {
      return this.#quoted(byte, this.isHiding && byte !== backtick);
    }
    let end = at + 1;
    if (isOfWord[byte]) while (isOfWord[bytes[end] ?? 0]) end += 1;
    const text = this.#text.decode(at, end);
    this.at = end;
    if (/^e$/i.test(text) && bytes[end] === quote) return this.#quoted(quote, true);
    return { is: isOfWord[byte] ? "word" : "sign", text, at };
  }

  /** What comes next, without taking it. */
  peek(): SqlToken | undefined {
    const { at } = this;
    const token = this.next();
    this.at = at;
    return token;
  }

  skipLine(): void {
    const end = this.#text.bytes.indexOf(lineFeed, this.at);
    this.at = end < 0 ? this.#text.bytes.length : end + 1;
  }

  #skipBlanks(): void {
    const { bytes } = this.#text;
    for (;;) {
      const byte = bytes[this.at];
      if (byte === undefined) return;
      if (byte <= blank) this.at += 1;
      else if (byte === dash && bytes[this.at + 1] === dash) this.skipLine();
      else if (byte !== slash || bytes[this.at + 1] !== star || !this.#skipComment()) return;
    }
  }

  /** @returns whether it ends. Where it does is kept: reading that goes back to a damaged row asks again. */
  #skipComment(): boolean {
    const { from, end } = this.#comment;
    if (this.at < from || this.at + 2 > end) {
      const found = this.#text.bytes.indexOf("*/", this.at + 2);
      this.#comment = { from: this.at, end: found < 0 ? Number.POSITIVE_INFINITY : found };
    }
    if (!Number.isFinite(this.#comment.end)) return false;
    this.at = this.#comment.end + 2;
    return true;
  }

  #quoted(mark: number, isHiding: boolean): SqlToken | undefined {
    const { bytes } = this.#text;
    const from = this.at + 1;
    const until = Math.min(bytes.length, from + this.#lettersMax);
    let lines = 1;
    for (let at = from; at < until && lines <= this.#linesMax; at += 1) {
      const byte = bytes[at];
      if (byte === lineFeed) lines += 1;
      else if (byte === backslash && isHiding) at += 1;
      else if (byte === mark && bytes[at + 1] === mark) at += 1;
      else if (byte === mark) {
        this.at = at + 1;
        const sign = String.fromCharCode(mark);
        const doubled = this.#text.decode(from, at).replaceAll(sign + sign, sign);
        return { is: "quoted", text: isHiding ? unescaped(doubled) : doubled, at: from - 1 };
      }
    }
    return undefined;
  }
}

/** `\n` is the end of a line, and `\'` an apostrophe. */
function unescaped(text: string): string {
  if (!text.includes("\\")) return text;
  return text.replace(/\\(.)/gs, (_, letter: string) => escapes[letter] ?? letter);
}

/** The cells of a line of PostgreSQL's `copy`, where `\N` is nothing. */
export function copiedCells(line: string): (string | undefined)[] {
  const cells = line.split(String.fromCharCode(tab));
  return cells.map((cell) => (cell === "\\N" ? undefined : unescaped(cell)));
}
