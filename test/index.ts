export { openTestDatabase, type TestDatabase } from "./open-database.ts";
