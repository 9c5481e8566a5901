import { createReadStream } from "node:fs";
import { z } from "@hono/zod-openapi";
import {
  InvalidInput,
  inPlainWords,
  jsonIn,
  misfitIn,
  momentIn,
  orRefused,
  readLines,
} from "#platform";
import type { SampleRow, View } from "./evidence.ts";

const lineBytesMax = 64_000;
const textLettersMax = 200;
const text = z.string().min(1).max(textLettersMax);
/** Whoever numbers people or versions may: a number is the same as its digits. JSON's reader rounds others: two would be one. */
const name = z.union([text, z.int().transform(String)], {
  error: `is neither text of 1 to ${textLettersMax} letters nor a whole number up to ${Number.MAX_SAFE_INTEGER}: write other numbers in quotation marks`,
});
const fields = z.record(text, name).default({});
const moment = z
  .string()
  .transform(momentIn)
  .pipe(z.date("is no date, such as 2026-04-14 or 2026-04-14T08:00:00Z"));

const viewSchema = z.object({
  agent: name,
  client: name,
  at: moment,
  fields,
});

const rowSchema = z.object({ client: name, fields });

const views = { called: "view", name: "views", rowsMax: 2_000_000 } as const;
const sample = { called: "row", name: "sample", rowsMax: 100_000 } as const;
type Kind = typeof views | typeof sample;

/** So many lines of a file that can't be read are told one by one; where nothing else came by then, no more is read. */
const badMax = 1_000;
/** So many names are told as not read, with those that are. */
const namesMax = 100;

/**
 * A line that can't be read, by its number; behind the last that is told, how many more there were. A name that isn't read is told
 * where it first stands, and costs nothing.
 */
export type Told = { file: Kind["name"] } & (
  | { line: number; error: string }
  | { more: number }
  | { line: number; unread: string }
);

export const linesMax = { views: views.rowsMax, rows: sample.rowsMax };

class FileRefused extends InvalidInput {}

/**
 * Views as JSON Lines: `{"agent", "client", "at", "fields"?: {name: version}}`.
 * @param tell hears of each bad line, and of each name that isn't read, as they come @throws {FileRefused} none is in it, or more than are read
 */
export async function readViews(file: string, tell: (told: Told) => void): Promise<View[]> {
  return await orRefused(file, readRows({ file, ...views }, viewSchema, tell));
}

/** A sample as JSON Lines: `{"client", "fields"?: {name: version}}`. As `readViews`. */
export async function readSample(file: string, tell: (told: Told) => void): Promise<SampleRow[]> {
  const rows = await orRefused(file, readRows({ file, ...sample }, rowSchema, tell));
  return rows.map((row) => ({ clients: [row.client], fields: row.fields }));
}

async function readRows<Row>(
  { file, called, name, rowsMax }: Kind & { file: string },
  schema: z.ZodType<Row> & { shape: object },
  tell: (told: Told) => void,
): Promise<Row[]> {
  const rows: Row[] = [];
  const known = new Set(Object.keys(schema.shape));
  let bad = 0;
  for await (const { number, text } of readLines(createReadStream(file), lineBytesMax)) {
    if (text?.trim() === "") continue;
    const read = readLine(text, schema);
    if ("error" in read) {
      bad += 1;
      if (bad <= badMax) tell({ file: name, line: number, ...read });
      if (bad >= badMax && rows.length === 0) break;
      continue;
    }
    if (rows.length === rowsMax) {
      const sentence = `${file} has more than ${rowsMax} lines. Give fewer, such as those of the time that matters.`;
      throw new FileRefused(`too_many_${name}`, sentence);
    }
    rows.push(read.row);
    for (const unread of unknownOf(read.names, known)) tell({ file: name, line: number, unread });
  }
  if (bad > badMax) tell({ file: name, more: bad - badMax });
  if (rows.length > 0) return rows;
  throw new FileRefused(`no_${called}`, `${file} holds no ${called}. Give one a line, in JSON.`);
}

/** Names that nobody knew yet; from now on they are known. */
function unknownOf(names: readonly string[], known: Set<string>): string[] {
  const unknown = names.filter((name) => !known.has(name)).slice(0, namesMax - known.size);
  for (const name of unknown) known.add(name);
  return unknown;
}

function readLine<Row>(
  text: string | undefined,
  schema: z.ZodType<Row>,
): { row: Row; names: readonly string[] } | { error: string } {
  if (text === undefined) return { error: `is over ${lineBytesMax} bytes long` };
  const json = jsonIn(text);
  if (json === undefined) return { error: "isn't JSON: write one object a line" };
  const { data, error } = schema.safeParse(json, inPlainWords);
  return error ? { error: misfitIn(error) } : { row: data, names: Object.keys(Object(json)) };
}
