import { randomBytes } from "node:crypto";
import type { Encrypter } from "age-encryption";
import type { Client } from "pg";
import { connected, refuseUnfinishedRestore } from "../database/index.ts";
import { InvalidInput } from "../errors.ts";
import { type Header, Tally, type Trailer } from "./format.ts";
import { refuseExisting, type WrittenFile, writeWhole } from "./new-file.ts";
import { packed } from "./packing.ts";
import { jsonPart, partOf } from "./parts.ts";
import {
  appliedMigrations,
  beginSnapshot,
  isMigrated,
  lockShape,
  ourTables,
  rowsOut,
  sequenceStates,
  serverVersion,
  settleSession,
  type Table,
} from "./store.ts";

const idBytes = 16;

export type BackupOptions = {
  /** The database, as the role that owns the tables. */
  ownerUrl: string;
  /** Where the backup goes: a file that isn't there yet. */
  file: string;
  encrypter: Encrypter;
  /** This version of Holdfast. */
  product: string;
  /** How many erasures are on the list. */
  erasures: number;
  now: Date;
  /** Told how many bytes of rows were read since the last time. */
  onRead(bytes: number): void;
  /** Stops it; what was written is removed. */
  signal: AbortSignal;
};

export type BackupSummary = WrittenFile & { id: string; tables: number; rows: number };

class NothingToBackUp extends InvalidInput {
  constructor() {
    super(
      "nothing_to_back_up",
      "This database was never used by Holdfast. Check HOLDFAST_DATA or DATABASE_URL.",
    );
  }
}

/**
 * Writes every row of ours, as of one moment, into an encrypted file. Others go on working meanwhile.
 * @throws {InvalidInput}
 */
export async function takeBackup(options: BackupOptions): Promise<BackupSummary> {
  refuseExisting(options.file);
  return await connected(options.ownerUrl, async (client) => {
    await settleSession(client);
    await beginSnapshot(client);
    if (!(await isMigrated(client))) throw new NothingToBackUp();
    await refuseUnfinishedRestore(client);
    const tables = await ourTables(client);
    await lockShape(client, tables);
    const header = await headerFor(client, tables, options);
    const trailer: Trailer = { tables: [], sequences: [] };
    const plain = everything(client, tables, header, trailer, options);
    const written = await writeWhole(options.file, packed(plain, options.encrypter));
    const rows = trailer.tables.reduce((sum, table) => sum + table.rows, 0);
    return { id: header.id, tables: trailer.tables.length, rows, ...written };
  });
}

async function headerFor(
  client: Client,
  tables: readonly Table[],
  options: BackupOptions,
): Promise<Header> {
  return {
    format: "holdfast backup",
    formatVersion: 1,
    id: randomBytes(idBytes).toString("hex"),
    product: options.product,
    madeAt: options.now.toISOString(),
    postgresql: await serverVersion(client),
    migrations: await appliedMigrations(client),
    erasures: options.erasures,
    tables: tables.map(({ name, columns }) => ({ name, columns })),
  };
}

/** The parts of a backup. The trailer fills while they are read. */
async function* everything(
  client: Client,
  tables: readonly Table[],
  header: Header,
  trailer: Trailer,
  { onRead, signal }: BackupOptions,
): AsyncGenerator<Buffer> {
  yield* jsonPart(header);
  for (const table of tables) {
    const tally = new Tally(table.name);
    for await (const piece of partOf(tally.of(rowsOut(client, table)))) {
      signal.throwIfAborted();
      onRead(piece.length);
      yield piece;
    }
    trailer.tables.push(tally.result());
  }
  trailer.sequences.push(...(await sequenceStates(client)));
  yield* jsonPart(trailer);
}
