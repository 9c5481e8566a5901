import { isUtf8 } from "node:buffer";
import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { Output } from "./processes/index.ts";

/**
 * A line of input; `text` is undefined when the line was longer than the limit and was skipped. Where bytes of it are no
 * UTF-8, the text has signs in their place: who keeps values of it refuses the line.
 */
export type InputLine = { number: number; text: string | undefined; isUtf8: boolean };

const newline = 0x0a;
const byteOrderMark = /^\uFEFF/;

/**
 * Reads lines of UTF-8 in bounded memory: a line over `bytesMax` is passed over and comes out without text,
 * so one hostile line costs nothing and the lines after it are still read. A byte order mark before the first is no part of it.
 */
export async function* readLines(input: Readable, bytesMax: number): AsyncGenerator<InputLine> {
  let held: Buffer[] = [];
  let heldBytes = 0;
  let number = 0;
  const take = (): InputLine => {
    const bytes = Buffer.concat(held);
    const whole = heldBytes > bytesMax ? undefined : bytes.toString("utf8");
    held = [];
    heldBytes = 0;
    number += 1;
    const text = number === 1 ? whole?.replace(byteOrderMark, "") : whole;
    return { number, text: text?.replace(/\r$/, ""), isUtf8: isUtf8(bytes) };
  };
  const hold = (part: Buffer) => {
    heldBytes += part.length;
    if (heldBytes > bytesMax) held = [];
    else held.push(part);
  };
  for await (const chunk of input) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    let start = 0;
    for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline, start)) {
      hold(bytes.subarray(start, end));
      yield take();
      start = end + 1;
    }
    if (start < bytes.length) hold(bytes.subarray(start));
  }
  if (heldBytes > 0) yield take();
}

const bufferedCharactersMax = 1 << 16;

/** Writes lines in large pieces and waits when the reader is slower than we are. */
export class LineWriter {
  readonly #output: Writable;
  #buffered = "";

  constructor(output: Writable) {
    this.#output = output;
  }

  /** Whether some was dropped: who does nothing but write lines may stop then. */
  get isLost(): boolean {
    return this.#output instanceof Output && this.#output.lost !== undefined;
  }

  async write(line: string): Promise<void> {
    this.#buffered += `${line}\n`;
    if (this.#buffered.length >= bufferedCharactersMax) await this.flush();
  }

  async flush(): Promise<void> {
    const text = this.#buffered;
    this.#buffered = "";
    if (text !== "" && !this.#output.write(text)) await once(this.#output, "drain");
  }
}
