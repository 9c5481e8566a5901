export { connected, DatabaseAway, type DatabaseUrls, inTransaction } from "./connection.ts";
export { CopyRows } from "./copy-rows.ts";
export {
  type Database,
  isDatabaseAway,
  openDatabase,
  type Queryable,
  type Transaction,
  transaction,
} from "./database.ts";
export { type EmbeddedDatabase, embeddedUrls, startEmbedded } from "./embedded.ts";
export { Gathering } from "./gathering.ts";
export { Groups } from "./groups.ts";
export {
  type Migration,
  migrate,
  migrationFiles,
  readMigrations,
  refuseUnfinishedRestore,
  UnfinishedRestore,
  withMigrationLock,
} from "./migrate.ts";
export { OwnConnection } from "./own-connection.ts";
export { makeDataDirectory, reachableDataDirectory } from "./owner.ts";
export type { TellProgress } from "./postmaster.ts";
export { type Silent, shortTransaction } from "./short-transaction.ts";
export { hold } from "./store.ts";
