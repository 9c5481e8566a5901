import { createReadStream } from "node:fs";
import { z } from "@hono/zod-openapi";
import { momentIn, readLines } from "#platform";
import type { SampleRow, View } from "./evidence.ts";

const lineBytesMax = 64_000;
const text = z.string().min(1).max(200);
/** Whoever numbers people or versions may: a number is the same as its digits. */
const name = z.union([text, z.number().transform(String)]);
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
  return await readRows(file, viewSchema);
}

/** A sample as JSON Lines: `{"client", "fields"?: {name: version}}`. */
export async function readSample(file: string): Promise<{ rows: SampleRow[]; bad: BadLine[] }> {
  const { rows, bad } = await readRows(file, rowSchema);
  return { rows: rows.map((row) => ({ clients: [row.client], fields: row.fields })), bad };
}

async function readRows<Row>(file: string, schema: z.ZodType<Row>) {
  const rows: Row[] = [];
  const bad: BadLine[] = [];
  for await (const { number, text } of readLines(createReadStream(file), lineBytesMax)) {
    if (text === "") continue;
    const read = text === undefined ? undefined : schema.safeParse(parsed(text));
    if (read?.success) rows.push(read.data);
    else bad.push({ line: number, error: read ? z.prettifyError(read.error) : "is too long" });
  }
  return { rows, bad };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
