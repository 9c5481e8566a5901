export {
  type Database,
  isDatabaseAway,
  openDatabase,
  type Queryable,
  type Transaction,
  transaction,
} from "./database.ts";
export { type EmbeddedDatabase, embeddedUrls, startEmbedded } from "./embedded.ts";
export { EditedMigration, migrate, migrationFiles } from "./migrate.ts";
export { makeDataDirectory, reachableDataDirectory, UnreachableData } from "./owner.ts";
