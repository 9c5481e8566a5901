import { createHash } from "node:crypto";
import { z } from "@hono/zod-openapi";
import { DamagedBackup } from "./parts.ts";

const newline = 0x0a;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().nonnegative();
const tableShape = z.strictObject({ name: z.string(), columns: z.array(z.string()) });
const tableTally = z.strictObject({ name: z.string(), rows: count, sha256 });

/** What a backup says of itself before its rows. */
export const headerSchema = z.strictObject({
  format: z.literal("holdfast backup"),
  formatVersion: z.literal(1),
  /** Tells this backup from every other. */
  id: z.string().regex(/^[0-9a-f]{32}$/),
  /** The version of Holdfast that made it. */
  product: z.string(),
  madeAt: z.iso.datetime(),
  postgresql: z.string(),
  migrations: z.array(z.strictObject({ name: z.string(), sha256 })),
  /** How many erasures were on the list when it was made: a shorter list is not the newest. */
  erasures: count,
  tables: z.array(tableShape),
});
export type Header = z.infer<typeof headerSchema>;

/** What it says after them: what must have been there. */
export const trailerSchema = z.strictObject({
  tables: z.array(tableTally),
  sequences: z.array(
    z.strictObject({
      name: z.string(),
      lastValue: z.string().regex(/^-?\d{1,19}$/),
      isCalled: z.boolean(),
    }),
  ),
});
export type Trailer = z.infer<typeof trailerSchema>;
export type TableTally = z.infer<typeof tableTally>;

/** @throws {DamagedBackup} when a list of a backup has another shape */
export function parsed<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value);
  if (!result.success) throw new DamagedBackup("a list in it has another shape than ours");
  return result.data;
}

/** Hands a table's rows on, and knows what went by. In PostgreSQL's text format each row is one line. */
export class Tally {
  readonly #name: string;
  readonly #hash = createHash("sha256");
  #rows = 0;

  constructor(name: string) {
    this.#name = name;
  }

  async *of<Piece extends Uint8Array>(rows: AsyncIterable<Piece>): AsyncGenerator<Piece> {
    for await (const piece of rows) {
      this.#hash.update(piece);
      for (let at = piece.indexOf(newline); at >= 0; at = piece.indexOf(newline, at + 1)) {
        this.#rows += 1;
      }
      yield piece;
    }
  }

  result(): TableTally {
    return { name: this.#name, rows: this.#rows, sha256: this.#hash.digest("hex") };
  }
}
