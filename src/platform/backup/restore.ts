import type { Client } from "pg";
import {
  connected,
  type DatabaseUrls,
  inTransaction,
  migrate,
  openDatabase,
  readMigrations,
  type TellProgress,
  withMigrationLock,
} from "../database/index.ts";
import type { Header } from "./format.ts";
import { loadBackup } from "./load.ts";
import { type BackupLists, checkBackup, type ReadOptions } from "./reading.ts";
import {
  DatabaseInUse,
  type ErasureList,
  OtherRestore,
  RestoreRunning,
  requireKnownMigrations,
  requireList,
  requireNewestList,
} from "./refusals.ts";
import {
  countErasures,
  type ErasureCount,
  type ReplayContext,
  type Replayer,
  replayErasures,
  requireReplayers,
} from "./replay.ts";
import {
  appliedMigrations,
  beginRestore,
  endRestore,
  isMigrated,
  lockRestore,
  restoreState,
  settleSession,
} from "./store.ts";

export type RestoreOptions = Omit<ReadOptions, "onRead"> & {
  /** Opens the empty database. Called when all that can be refused without one was looked at. */
  open(): Promise<DatabaseUrls>;
  /** This version of Holdfast. */
  product: string;
  erasures: ErasureList;
  replayers: readonly Replayer[];
  clock: ReplayContext["clock"];
  /** Told how many bytes of rows were checked, and later restored, since the last time. */
  onChecked(bytes: number): void;
  onRestored(bytes: number): void;
  progress: TellProgress;
};

export type RestoreSummary = BackupLists & { replayed: number; torn: number };

/**
 * Restores a backup into an empty database: its migrations, its rows, the migrations since, the erasures since.
 * It looks at everything before it writes. One that was stopped goes on when it is called again with the same backup;
 * until then nobody else works with that database (`UnfinishedRestore`).
 * @throws {InvalidInput}
 */
export async function restoreBackup(options: RestoreOptions): Promise<RestoreSummary> {
  const { erasures: list, replayers, onChecked } = options;
  const { erasures, torn } = await checkErasures(list, replayers);
  const checked = await checkBackup({ ...options, onRead: onChecked });
  requireKnownMigrations(checked.header, await readMigrations(), options.product);
  requireNewestList(checked.header, erasures);
  const urls = await options.open();
  await connected(urls.ownerUrl, (holder) =>
    inTransaction(holder, async () => {
      await settleSession(holder);
      if (!(await lockRestore(holder))) throw new RestoreRunning();
      await restoreLocked(urls, checked, options);
      if (list.is === "list" && erasures > 0) {
        options.progress(`Erasing again what was erased since (${erasures} entries)`);
        await replay(urls.appUrl, list.file, options);
      }
      await connected(urls.ownerUrl, endRestore);
    }),
  );
  return { ...checked, replayed: erasures, torn };
}

/** Refuses a list that is missing, damaged, or of no use to these replayers. */
async function checkErasures(
  list: ErasureList,
  replayers: readonly Replayer[],
): Promise<ErasureCount> {
  if (list.is === "none") return { erasures: 0, torn: 0 };
  requireList(list.file);
  await requireReplayers(list.file, replayers);
  return await countErasures(list.file);
}

async function restoreLocked(
  { ownerUrl, appUrl }: DatabaseUrls,
  checked: BackupLists,
  options: RestoreOptions,
): Promise<void> {
  const { header } = checked;
  const isLoaded = await withMigrationLock(ownerUrl, () =>
    connected(ownerUrl, (client) => inTransaction(client, () => takeOver(client, header))),
  );
  if (!isLoaded) {
    const only = new Set(header.migrations.map(({ name }) => name));
    await migrate(ownerUrl, appUrl, { only, isRestoring: true });
    await connected(ownerUrl, (client) =>
      inTransaction(client, () =>
        loadBackup(client, checked, { ...options, onRead: options.onRestored }, options.progress),
      ),
    );
  }
  await migrate(ownerUrl, appUrl, { isRestoring: true });
}

/** Takes the database for this restore. @returns whether an earlier one had loaded all rows */
async function takeOver(client: Client, header: Header): Promise<boolean> {
  const state = await restoreState(client);
  if (state.is === "in use") throw new DatabaseInUse();
  if (state.is === "loaded" && state.backup !== header.id) throw new OtherRestore();
  if (state.is === "loaded") return true;
  const known = new Set(header.migrations.map(({ name }) => name));
  const applied = (await isMigrated(client)) ? await appliedMigrations(client) : [];
  if (applied.some(({ name }) => !known.has(name))) throw new OtherRestore();
  await beginRestore(client, header.id);
  return false;
}

async function replay(appUrl: string, file: string, options: RestoreOptions): Promise<void> {
  const database = openDatabase(appUrl, () => {});
  try {
    await replayErasures(file, options.replayers, { database, clock: options.clock });
  } finally {
    await database.end();
  }
}
