import type { Readable } from "node:stream";
import { type InputLine, readLines } from "#platform";
import { type BadLine, badLine, type ClientLine, readClientLine } from "./line.ts";

/** How many lines are committed together. */
export const batchLinesMax = 1_000;

/** Far more than the fields of one client may have. */
const lineBytesMax = 256 * 1024;

/** Lines of a file that follow each other; no two of them have one id or one account. */
export type Batch = { lines: readonly ClientLine[]; bad: readonly BadLine[]; upTo: number };

/** The lines of a file in batches, from a line on. */
export async function* batchesIn(
  input: Readable,
  linesDone: number,
  now: Date,
): AsyncGenerator<Batch> {
  let gathering = new Gathering(linesDone);
  for await (const line of readLines(input, lineBytesMax)) {
    const { number } = line;
    if (number <= linesDone) continue;
    const read = readLine(line, now);
    if (read && !("error" in read) && gathering.has(read)) {
      yield gathering.batch;
      gathering = new Gathering(number - 1);
    }
    gathering.add(number, read);
    if (!gathering.isFull) continue;
    yield gathering.batch;
    gathering = new Gathering(number);
  }
  if (!gathering.isEmpty) yield gathering.batch;
}

/** Whether some client may be in both. */
export function overlap(one: Batch, other: Batch): boolean {
  const names = new Set(one.lines.flatMap(namesOf));
  return other.lines.some((line) => namesOf(line).some((name) => names.has(name)));
}

class Gathering {
  readonly #from: number;
  readonly #names = new Set<string>();
  readonly batch: { lines: ClientLine[]; bad: BadLine[]; upTo: number };

  constructor(from: number) {
    this.#from = from;
    this.batch = { lines: [], bad: [], upTo: from };
  }

  get isEmpty(): boolean {
    return this.batch.upTo === this.#from;
  }

  get isFull(): boolean {
    return this.batch.upTo - this.#from >= batchLinesMax;
  }

  has(line: ClientLine): boolean {
    return namesOf(line).some((name) => this.#names.has(name));
  }

  add(number: number, read: ClientLine | BadLine | undefined): void {
    this.batch.upTo = number;
    if (!read) return;
    if ("error" in read) {
      this.batch.bad.push(read);
      return;
    }
    for (const name of namesOf(read)) this.#names.add(name);
    this.batch.lines.push(read);
  }
}

/** What a line names its client by; no id is an account's public id behind a space. */
export function namesOf({ id, account }: ClientLine): string[] {
  return account === undefined ? [id] : [id, ` ${account}`];
}

/** Undefined for a line without anything. */
function readLine(
  { number: line, text, isUtf8 }: InputLine,
  now: Date,
): ClientLine | BadLine | undefined {
  if (text === undefined) {
    return badLine({ line }, "line_too_long", `The line has over ${lineBytesMax} bytes.`);
  }
  if (!isUtf8) {
    const sentence = "This line isn't UTF-8, so letters of it would be changed. Write it in UTF-8.";
    return badLine({ line }, "line_not_utf8", sentence);
  }
  if (text.trim() === "") return undefined;
  try {
    return readClientLine(line, JSON.parse(text), now);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return badLine({ line }, "line_not_json", "This line isn't JSON. Write one object a line.");
  }
}
