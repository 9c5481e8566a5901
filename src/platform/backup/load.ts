import { pipeline } from "node:stream/promises";
import { isDeepStrictEqual } from "node:util";
import type { Client } from "pg";
import type { TellProgress } from "../database/index.ts";
import { InvalidInput } from "../errors.ts";
import { DamagedBackup } from "./parts.ts";
import { type BackupLists, type ReadOptions, readBackup } from "./reading.ts";
import {
  analyzeTables,
  emptyTables,
  markLoaded,
  ourGuards,
  ourTables,
  rowsIn,
  runStatement,
  sequenceStates,
  setSequence,
  settleSession,
  type Table,
} from "./store.ts";

class OtherTables extends InvalidInput {
  constructor(name: string) {
    super(
      "other_tables",
      `The backup has ${name} in another shape than the migrations give it. Somebody changed that database by hand: undo it there, and make a new backup.`,
    );
  }
}

/**
 * Puts all rows of a checked backup into tables that migrations just made, in the connection's transaction. Triggers
 * don't fire, since what they would write is in the backup too; indexes and foreign keys are made anew at the end.
 * @throws {InvalidInput}
 */
export async function loadBackup(
  client: Client,
  checked: BackupLists,
  options: ReadOptions,
  progress: TellProgress,
): Promise<void> {
  await settleSession(client);
  const tables = await ourTables(client);
  requireSameShape(tables, checked);
  const guards = await ourGuards(client);
  for (const { off } of guards) await runStatement(client, off);
  await emptyTables(client, tables);
  await loadRows(client, tables, checked, options);
  await setSequences(client, checked);
  progress("Making the indexes and checking what refers to what");
  for (const { on } of guards.toReversed()) await runStatement(client, on);
  await analyzeTables(client, tables);
  await markLoaded(client);
}

function requireSameShape(tables: readonly Table[], { header }: BackupLists): void {
  const made = new Map(tables.map(({ name, columns }) => [name, columns]));
  const kept = new Map(header.tables.map(({ name, columns }) => [name, columns]));
  const names = [...made.keys(), ...kept.keys()];
  const other = names.find((name) => !isDeepStrictEqual(made.get(name), kept.get(name)));
  if (other !== undefined) throw new OtherTables(other);
}

async function loadRows(
  client: Client,
  tables: readonly Table[],
  checked: BackupLists,
  options: ReadOptions,
): Promise<void> {
  const taken: number[] = [];
  const again = await readBackup(options, async (name, rows) => {
    const table = tables.find((table) => table.name === name);
    if (!table) throw new OtherTables(name);
    const into = rowsIn(client, table);
    await pipeline(rows, into);
    taken.push(into.rowCount);
  });
  if (!isDeepStrictEqual(again, checked)) {
    throw new DamagedBackup("it was changed while it was read");
  }
  const counted = checked.trailer.tables.map(({ rows }) => rows);
  if (!isDeepStrictEqual(taken, counted))
    throw new Error("PostgreSQL took other rows than it gave");
}

async function setSequences(client: Client, { trailer }: BackupLists): Promise<void> {
  const names = (await sequenceStates(client)).map(({ name }) => name);
  const kept = trailer.sequences.map(({ name }) => name);
  if (!isDeepStrictEqual(names, kept)) throw new OtherTables("its sequences");
  for (const state of trailer.sequences) await setSequence(client, state);
}
