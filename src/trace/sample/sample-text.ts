import { isUtf8 } from "node:buffer";
import { setImmediate } from "node:timers/promises";
import type { GivenBytes } from "./given-bytes.ts";
import type { Limits } from "./limits.ts";
import { BinarySample, EmptySample } from "./refusals.ts";

const pieceBytes = 1 << 19;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
/** In 64 kB of another thing than text there are more of such bytes than this. */
const strangeShareMax = 0.02;
const lookedAtBytes = 1 << 16;

/** What isn't text, by its first bytes. */
const signatures: readonly (readonly [string, string])[] = [
  ["504b0304", "a ZIP archive or an Excel or Word file"],
  ["d0cf11e0", "an old Excel or Word file"],
  ["25504446", "a PDF"],
  ["89504e47", "a picture"],
  ["ffd8ff", "a picture"],
  ["47494638", "a picture"],
  ["1f8b", "a compressed file"],
  ["377abcaf", "a compressed file"],
  ["28b52ffd", "a compressed file"],
  ["53514c69746520666f726d6174", "a database file"],
];

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" | "mixed";

/** A line without its end. `text` is undefined when it is longer than the limit. `end`: behind which byte of the sample. */
export type SampleLine = { number: number; text: string | undefined; end: number };

const windows1252 = new TextDecoder("windows-1252");

/** A sample's text, in bytes: UTF-8, with single lines of Windows-1252 where UTF-8 can't be. */
export class SampleText {
  readonly bytes: Buffer;
  readonly isCut: boolean;
  readonly #wide: "utf-16le" | "utf-16be" | undefined;
  readonly #newline: number;
  readonly #isPlain: boolean;
  #otherLines = 0;
  #wideLetters = 0;

  constructor(bytes: Buffer, isCut: boolean, wide?: "utf-16le" | "utf-16be") {
    this.bytes = bytes;
    this.isCut = isCut;
    this.#wide = wide;
    this.#newline = bytes.includes(lineFeed) ? lineFeed : carriageReturn;
    this.#isPlain = isUtf8(bytes);
  }

  /** As far as it was decoded. `otherLines`: how many lines or records were read as Windows-1252. */
  get encoding(): { is: Encoding; otherLines: number } {
    const otherLines = this.#otherLines;
    if (this.#wide) return { is: this.#wide, otherLines };
    if (otherLines === 0) return { is: "utf-8", otherLines };
    return { is: this.#wideLetters > 0 ? "mixed" : "windows-1252", otherLines };
  }

  /** The letters between two bytes. */
  decode(from: number, to: number): string {
    const slice = this.bytes.subarray(from, to);
    if (this.#isPlain) return slice.toString("utf8");
    if (!isUtf8(slice)) {
      this.#otherLines += 1;
      return windows1252.decode(slice);
    }
    const text = slice.toString("utf8");
    if (text.length < slice.length) this.#wideLetters += 1;
    return text;
  }

  *lines(lettersMax: number): Generator<SampleLine> {
    let start = 0;
    for (let number = 1; start < this.bytes.length; number += 1) {
      const found = this.bytes.indexOf(this.#newline, start);
      const end = found < 0 ? this.bytes.length : found;
      const isReturn = end > start && this.bytes[end - 1] === carriageReturn;
      const last = isReturn ? end - 1 : end;
      const text = last - start > lettersMax ? undefined : this.decode(start, last);
      start = end + 1;
      yield { number, text, end: Math.min(start, this.bytes.length) };
    }
  }

  /** Forgets what was counted while a first pass decoded. */
  forget(): void {
    this.#otherLines = 0;
    this.#wideLetters = 0;
  }
}

/** @throws {EmptySample} {BinarySample} */
export async function textOf(given: GivenBytes, limits: Limits): Promise<SampleText> {
  const { bytes, isCut } = given;
  const start = bytes.subarray(0, 16).toString("hex");
  const signature = signatures.find(([hex]) => start.startsWith(hex));
  if (signature) throw new BinarySample(signature[1]);
  const wide = wideFormOf(bytes);
  const narrow = wide ? await narrowed(bytes, wide) : withoutMark(bytes);
  if (isStrange(narrow)) throw new BinarySample("something else");
  const whole = isCut ? withoutCutLine(narrow, limits.lineLetters) : narrow;
  if (whole.length === 0) throw new EmptySample();
  return new SampleText(whole, isCut, wide);
}

/** UTF-16, by its mark or because every other byte is nothing. */
function wideFormOf(bytes: Buffer): "utf-16le" | "utf-16be" | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const looked = bytes.subarray(0, lookedAtBytes);
  const zeros = [0, 0];
  for (const [place, byte] of looked.entries()) {
    if (byte === 0) zeros[place % 2] = (zeros[place % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  const enough = looked.length / 5;
  if (odd > enough && even < odd / 10) return "utf-16le";
  return even > enough && odd < even / 10 ? "utf-16be" : undefined;
}

async function narrowed(bytes: Buffer, wide: "utf-16le" | "utf-16be"): Promise<Buffer> {
  const decoder = new TextDecoder(wide);
  const held: Buffer[] = [];
  for (let start = 0; start < bytes.length; start += pieceBytes) {
    const piece = bytes.subarray(start, start + pieceBytes);
    const isLast = start + pieceBytes >= bytes.length;
    held.push(Buffer.from(decoder.decode(piece, { stream: !isLast })));
    await setImmediate();
  }
  return Buffer.concat(held);
}

function withoutMark(bytes: Buffer): Buffer {
  return bytes.subarray(0, 3).toString("hex") === "efbbbf" ? bytes.subarray(3) : bytes;
}

function isStrange(bytes: Buffer): boolean {
  const middle = Math.max(0, Math.floor(bytes.length / 2) - lookedAtBytes);
  return [0, middle].some((from) => {
    const looked = bytes.subarray(from, from + lookedAtBytes);
    let strange = 0;
    for (const byte of looked)
      if ((byte < 9 || (byte > 13 && byte < 32)) && byte !== 27) strange += 1;
    return strange > Math.max(2, looked.length * strangeShareMax);
  });
}

function withoutCutLine(bytes: Buffer, lettersMax: number): Buffer {
  const last = bytes.lastIndexOf(lineFeed);
  return last >= 0 && bytes.length - last <= lettersMax ? bytes.subarray(0, last + 1) : bytes;
}
