import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { InvalidInput, transaction } from "#platform";
import { type Batch, batchesIn, overlap } from "./batches.ts";
import { type Imported, untilUnchanged, writePrepared } from "./importing.ts";
import type { BadLine } from "./line.ts";
import { type Prepared, prepare } from "./preparing.ts";
import { beginImport, endImport, takeImportOn } from "./store.ts";
import type { ImportDesk } from "./targets.ts";

/** Who hears of an import of a file. */
export type Telling = {
  /** Lines that aren't taken, before the others of their batch are committed. */
  bad(lines: readonly BadLine[]): Promise<void>;
  /** So many lines of the file are done. */
  done(lines: number): void;
};

/** What became of a file: `linesBefore` were done, and `bad` of them reported, by an import that was stopped. */
export type ImportedFile = Imported & { linesBefore: number; bad: number };

export class ImportElsewhere extends InvalidInput {
  constructor() {
    super(
      "import_elsewhere",
      "Another process imports this file just now. Wait until it has ended; what it took is in.",
    );
  }
}

/**
 * Imports a file of clients, a thousand lines a transaction. One that was stopped goes on behind the last line that was
 * committed. While a batch is written, the next one is encrypted.
 * @throws {ImportElsewhere} and what the keykeeper throws
 */
export async function importFile(
  desk: ImportDesk,
  file: string,
  telling: Telling,
): Promise<ImportedFile> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  const digest = hash.digest();
  const begun = await beginImport(desk.database, digest, desk.clock());
  const writer = new FileWriter(desk, digest, telling, begun);
  let writing: { batch: Batch; done: Promise<void> } | undefined;
  for await (const batch of batchesIn(createReadStream(file), begun.linesDone, desk.clock())) {
    const isAlone = !writing || !overlap(writing.batch, batch);
    const ready = isAlone ? prepare(desk, batch.lines) : undefined;
    ready?.catch(() => {}); // told when it is written
    await writing?.done;
    writing = { batch, done: writer.write(batch, ready) };
    writing.done.catch(() => {}); // told when it is waited for
  }
  await writing?.done;
  await endImport(desk.database, digest, desk.clock());
  return { ...writer.imported, linesBefore: begun.linesDone, bad: writer.linesBad };
}

class FileWriter {
  readonly #desk: ImportDesk;
  readonly #digest: Uint8Array;
  readonly #telling: Telling;
  #linesDone: number;
  linesBad: number;
  imported: Imported = { added: 0, changed: 0, unchanged: 0, fields: 0 };

  constructor(
    desk: ImportDesk,
    digest: Uint8Array,
    telling: Telling,
    begun: { linesDone: number; linesBad: number },
  ) {
    this.#desk = desk;
    this.#digest = digest;
    this.#telling = telling;
    this.#linesDone = begun.linesDone;
    this.linesBad = begun.linesBad;
  }

  /** @param ready what was made ready of it beforehand */
  async write(batch: Batch, ready: Promise<Prepared> | undefined): Promise<void> {
    let first = ready;
    const imported = await untilUnchanged(async () => {
      const prepared = await (first ?? prepare(this.#desk, batch.lines));
      first = undefined;
      return await this.#commit(batch, prepared);
    });
    this.#linesDone = batch.upTo;
    this.imported = sum(this.imported, imported);
    this.#telling.done(batch.upTo);
  }

  async #commit(batch: Batch, prepared: Prepared): Promise<Imported> {
    const bad = [...batch.bad, ...prepared.bad].sort((one, other) => one.line - other.line);
    const place = { linesDone: batch.upTo, linesBad: this.linesBad + bad.length };
    const imported = await transaction(this.#desk.database, async (joining) => {
      if (!(await takeImportOn(joining, this.#digest, this.#linesDone, place))) {
        throw new ImportElsewhere();
      }
      const imported = await writePrepared(this.#desk, joining, prepared, { via: "command" });
      if (bad.length > 0) await this.#telling.bad(bad);
      return imported;
    });
    this.linesBad = place.linesBad;
    return imported;
  }
}

function sum(one: Imported, other: Imported): Imported {
  return {
    added: one.added + other.added,
    changed: one.changed + other.changed,
    unchanged: one.unchanged + other.unchanged,
    fields: one.fields + other.fields,
  };
}
