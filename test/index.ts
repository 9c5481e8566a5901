export { openTestDatabase, type TestDatabase } from "./open-database.ts";
export { openTestSite, type TestSite } from "./site.ts";
