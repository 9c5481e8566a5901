import { hash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { z } from "@hono/zod-openapi";
import { InvalidInput, idSchema, jsonIn, readLines } from "#platform";
import { AppendOnlyFile, lastLines } from "./append-only-file.ts";

const lineBytesMax = 2_000;

/** What the keykeeper did for an event: it decrypted or tested one version of a field, or shredded a client's keys. */
const entrySchema = z.strictObject({
  at: z.iso.datetime(),
  event: idSchema("event"),
  /** Nothing for what was decrypted or shredded. */
  act: z.literal("test").optional(),
  client: idSchema("client"),
  table: z.string().optional(),
  field: z.string().optional(),
  version: z.int().optional(),
});
const chained = { n: z.int().nonnegative(), previous: z.string() };
const headSchema = z.strictObject({ ...chained, journal: z.uuid() });
const lineSchema = entrySchema.extend(chained);

export type JournalEntry = z.infer<typeof entrySchema>;

/** A line as it was read: what it says, and whether it is the one that followed the line before. */
export type JournalLine = { number: number; entry: JournalEntry | undefined; follows: boolean };

class JournalInvalid extends InvalidInput {
  constructor(file: string) {
    super(
      "journal_invalid",
      `${file} isn't a journal that the keykeeper wrote. Bring back the right file; holdfast audit keys says what is wrong with it.`,
    );
  }
}

/**
 * The keykeeper's own record, which the database's owner doesn't hold: a file that only grows, numbered, each line with
 * the hash of the one before. What `append` has answered is on disk.
 */
export class Journal {
  /** Made with the file: the database remembers whose journal it trusts. */
  readonly id: string;
  readonly #file: AppendOnlyFile;
  #count: number;
  #last: string;

  private constructor(file: AppendOnlyFile, id: string, count: number, last: string) {
    this.#file = file;
    this.id = id;
    this.#count = count;
    this.#last = last;
  }

  /** Opens a journal, made when it isn't there. @throws {JournalInvalid} */
  static async open(path: string): Promise<Journal> {
    const file = await AppendOnlyFile.open(path);
    try {
      const head = JSON.stringify({ n: 0, previous: "", journal: randomUUID() });
      const [last] = (await lastLines(path, () => true)).slice(-1);
      if (last === undefined) await file.append(head);
      const { n } = z.looseObject(chained).parse(JSON.parse(last ?? head));
      return new Journal(file, await journalId(path), n, last ?? head);
    } catch {
      await file.close();
      throw new JournalInvalid(path);
    }
  }

  /** How many acts it records. */
  get count(): number {
    return this.#count;
  }

  /** When the last one was. */
  get lastAt(): Date | undefined {
    const at = entryIn(this.#last)?.at;
    return at === undefined ? undefined : new Date(at);
  }

  /** @returns when the entry is on disk */
  append(entry: JournalEntry): Promise<void> {
    this.#count += 1;
    const line = JSON.stringify({ n: this.#count, previous: hashOf(this.#last), ...entry });
    this.#last = line;
    return this.#file.append(line);
  }

  close(): Promise<void> {
    return this.#file.close();
  }
}

/** The entries since a time, and perhaps some before. */
export async function recentEntries(path: string, since: Date): Promise<JournalEntry[]> {
  const isEnough = (line: string) => (entryIn(line)?.at ?? "") < since.toISOString();
  return (await lastLines(path, isEnough)).flatMap((line) => entryIn(line) ?? []);
}

/** Reads a whole journal, its head as line 0. What doesn't fit is told by its line; a half line at the end isn't one. */
export async function* readJournal(path: string): AsyncGenerator<JournalLine> {
  const { size } = await stat(path);
  if (size === 0) return;
  let last = "";
  const input = createReadStream(path, { end: size - 1 });
  for await (const { number, text } of readLines(input, lineBytesMax)) {
    const { n, previous } = chainIn(text);
    const follows = n === number - 1 && previous === (number === 1 ? "" : hashOf(last));
    last = text ?? "";
    yield { number: number - 1, entry: entryIn(last), follows };
  }
}

async function journalId(path: string): Promise<string> {
  for await (const { text = "" } of readLines(createReadStream(path), lineBytesMax)) {
    return headSchema.parse(JSON.parse(text)).journal;
  }
  throw new JournalInvalid(path);
}

function chainIn(text: string | undefined): { n?: number; previous?: string } {
  return z.looseObject(chained).safeParse(jsonIn(text ?? "")).data ?? {};
}

function entryIn(text: string): JournalEntry | undefined {
  const { data } = lineSchema.safeParse(jsonIn(text));
  if (!data) return undefined;
  const { n: _n, previous: _previous, ...entry } = data;
  return entry;
}

function hashOf(line: string): string {
  return hash("sha256", line);
}
