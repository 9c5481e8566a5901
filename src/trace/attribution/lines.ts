import { createReadStream } from "node:fs";
import { z } from "@hono/zod-openapi";
import { inPlainWords, jsonIn, misfitIn, momentIn, orRefused, readLines } from "#platform";
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

/** A line that can't be read, by its number. */
export type BadLine = { line: number; error: string };

/** Views as JSON Lines: `{"agent", "client", "at", "fields"?: {name: version}}`. */
export async function readViews(file: string): Promise<{ rows: View[]; bad: BadLine[] }> {
  return await orRefused(file, readRows(file, viewSchema));
}

/** A sample as JSON Lines: `{"client", "fields"?: {name: version}}`. */
export async function readSample(file: string): Promise<{ rows: SampleRow[]; bad: BadLine[] }> {
  const { rows, bad } = await orRefused(file, readRows(file, rowSchema));
  return { rows: rows.map((row) => ({ clients: [row.client], fields: row.fields })), bad };
}

async function readRows<Row>(file: string, schema: z.ZodType<Row>) {
  const rows: Row[] = [];
  const bad: BadLine[] = [];
  for await (const { number, text } of readLines(createReadStream(file), lineBytesMax)) {
    if (text?.trim() === "") continue;
    const read = readLine(text, schema);
    if ("row" in read) rows.push(read.row);
    else bad.push({ line: number, ...read });
  }
  return { rows, bad };
}

function readLine<Row>(
  text: string | undefined,
  schema: z.ZodType<Row>,
): { row: Row } | { error: string } {
  if (text === undefined) return { error: `is over ${lineBytesMax} bytes long` };
  const json = jsonIn(text);
  if (json === undefined) return { error: "isn't JSON: write one object a line" };
  const { data, error } = schema.safeParse(json, inPlainWords);
  return error ? { error: misfitIn(error) } : { row: data };
}
