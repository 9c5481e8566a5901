import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { type Database, openDatabase } from "#platform";

export type TestDatabase = {
  /** As the app's role, which is what the product has. */
  database: Database;
  appUrl: string;
  ownerUrl: string;
  [Symbol.asyncDispose](): Promise<void>;
};

/** A database of the test file's own, copied from the migrated one: `await using test = await openTestDatabase()`. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const ownerOfTemplate = process.env.TEST_DATABASE_OWNER_URL;
  if (ownerOfTemplate === undefined)
    throw new Error("Run the tests with `npm test`: it starts their database.");
  const appOfTemplate = process.env.TEST_DATABASE_URL ?? ownerOfTemplate;
  const name = `test_${randomBytes(6).toString("hex")}`;
  const template = new URL(ownerOfTemplate).pathname.slice(1);
  await asOwner(ownerOfTemplate, `create database ${name} template ${template}`);
  const appUrl = withDatabase(appOfTemplate, name);
  const database = openDatabase(appUrl, () => {});
  return {
    database,
    appUrl,
    ownerUrl: withDatabase(ownerOfTemplate, name),
    [Symbol.asyncDispose]: async () => {
      await database.end();
      await asOwner(ownerOfTemplate, `drop database ${name} with (force)`);
    },
  };
}

async function asOwner(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: withDatabase(url, "postgres") });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
