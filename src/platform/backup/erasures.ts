import { constants, createReadStream, existsSync } from "node:fs";
import { access, type FileHandle, mkdir, open } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "@hono/zod-openapi";
import { InvalidInput } from "../errors.ts";
import { jsonIn, orRefused, syncFile } from "../files.ts";

import { readLines } from "../lines.ts";

const mode = 0o600;
const folderMode = 0o700;
const lineBytesMax = 4_096;
const tornMark = " torn";
const newline = "\n";

const lineSchema = z.strictObject({
  kind: z.string().regex(/^[a-z_]+\.[a-z_]+$/),
  at: z.iso.datetime().transform((text) => new Date(text)),
  ids: z.record(z.string(), z.string()),
});

/** One thing that was erased for good. It must stay erased when an older backup is restored. */
export type Erasure = {
  /** `<slice>.<past tense>`. */
  kind: string;
  at: Date;
  /** What was erased, by ids alone: the list outlives what it erased. */
  ids: Readonly<Record<string, string>>;
};

/** What a list says in one line. A torn one was cut by a crash: its `recordErasure` never returned. */
export type ErasureLine =
  | { is: "erasure"; number: number; erasure: Erasure }
  | { is: "torn"; number: number };

class DamagedErasures extends InvalidInput {
  constructor(file: string, number: number) {
    super(
      "damaged_erasures",
      `Line ${number} of ${file} can't be read. Take another copy of the erasure list: without that line an erased person may come back.`,
    );
  }
}

/**
 * Writes an erasure to the list that lies outside of the database, and returns when it is on disk. Call it in the
 * erasing transaction, after every check and right before the commit: after a crash in between, a restore erases
 * what was about to be erased. The other way round it would bring back what was erased.
 */
export async function recordErasure(file: string, { kind, at, ids }: Erasure): Promise<void> {
  const line = JSON.stringify({ kind, at: at.toISOString(), ids });
  if (parseLine(line) === undefined || Buffer.byteLength(line) > lineBytesMax) {
    throw new Error(`an erasure of kind ${kind} can't be listed as it is`);
  }
  await mkdir(dirname(file), { recursive: true, mode: folderMode });
  {
    await using list = await open(file, "a+", mode);
    const text = `${(await endsTorn(list)) ? tornMark + newline : ""}${line}${newline}`;
    const { bytesWritten } = await list.write(text); // one write: lines of several processes don't mix
    if (bytesWritten < Buffer.byteLength(text)) throw new Error(`${file} took a part of a line`);
    await list.sync();
  }
  await syncFile(dirname(file));
}

/** A line that a crash cut short gets a mark, so that it isn't taken for a damaged one. */
async function endsTorn(list: FileHandle): Promise<boolean> {
  const { size } = await list.stat();
  if (size === 0) return false;
  const { buffer } = await list.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer.toString() !== newline;
}

/**
 * The list from its first line to its last; nothing when there is none yet.
 * @throws {InvalidInput} when it can't be read or a line of it is damaged
 */
export async function* readErasures(file: string): AsyncGenerator<ErasureLine> {
  if (!existsSync(file)) return;
  await orRefused(file, access(file, constants.R_OK));
  let unreadable: number | undefined;
  for await (const { number, text } of readLines(createReadStream(file), lineBytesMax)) {
    if (unreadable !== undefined) throw new DamagedErasures(file, unreadable);
    if (text === "") continue;
    const erasure = text === undefined ? undefined : parseLine(text);
    if (erasure) yield { is: "erasure", number, erasure };
    else if (text?.endsWith(tornMark)) yield { is: "torn", number };
    else unreadable = number;
  }
  if (unreadable !== undefined) yield { is: "torn", number: unreadable };
}

function parseLine(text: string): Erasure | undefined {
  return lineSchema.safeParse(jsonIn(text)).data;
}
