import { isDeepStrictEqual } from "node:util";
import type { Decrypter } from "age-encryption";
import { type Header, headerSchema, parsed, Tally, type Trailer, trailerSchema } from "./format.ts";
import { unpacked } from "./packing.ts";
import { DamagedBackup, PartReader } from "./parts.ts";

const headerBytesMax = 16_000_000;

export type ReadOptions = {
  file: string;
  decrypter: Decrypter;
  /** Told how many bytes of rows were read since the last time. */
  onRead(bytes: number): void;
  /** Stops it. */
  signal: AbortSignal;
};

/** Takes a table's rows, all of them. */
export type TakeRows = (table: string, rows: AsyncIterable<Buffer>) => Promise<void>;

/** All of a backup but its rows. */
export type BackupLists = { header: Header; trailer: Trailer };

/**
 * Reads a backup from its first byte to its last. Only when this returns was it whole, with the rows that its
 * trailer tells.
 * @throws {InvalidInput} when it can't be read, isn't a backup, is for another key, or is damaged
 */
export async function readBackup(options: ReadOptions, take: TakeRows): Promise<BackupLists> {
  await using parts = new PartReader(unpacked(options.file, options.decrypter));
  const header = parsed(headerSchema, await parts.nextJson(headerBytesMax));
  const tallies: Trailer["tables"] = [];
  for (const { name } of header.tables) {
    const tally = new Tally(name);
    await take(name, watched(tally.of(parts.next()), options));
    tallies.push(tally.result());
  }
  const trailer = parsed(trailerSchema, await parts.nextJson(headerBytesMax));
  await parts.end();
  const wrong = tallies.find((tally, place) => !isDeepStrictEqual(tally, trailer.tables[place]));
  if (wrong || trailer.tables.length !== tallies.length) {
    throw new DamagedBackup(`${wrong?.name ?? "a table"} has other rows than were written`);
  }
  return { header, trailer };
}

/** Reads a whole backup and keeps nothing: what is damaged is refused before a database is touched. */
export async function checkBackup(options: ReadOptions): Promise<BackupLists> {
  return await readBackup(options, async (_table, rows) => {
    for await (const _piece of rows);
  });
}

async function* watched(
  rows: AsyncIterable<Buffer>,
  { onRead, signal }: ReadOptions,
): AsyncGenerator<Buffer> {
  for await (const piece of rows) {
    signal.throwIfAborted();
    onRead(piece.length);
    yield piece;
  }
}
