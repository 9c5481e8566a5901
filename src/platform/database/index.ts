export {
  type Database,
  openDatabase,
  type Queryable,
  type Transaction,
  transaction,
} from "./database.ts";
export { type EmbeddedDatabase, startEmbedded } from "./embedded.ts";
export { EditedMigration, migrate, migrationFiles } from "./migrate.ts";
export { reachableDataDirectory, UnreachableData } from "./owner.ts";
