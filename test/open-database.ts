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
export function openTestDatabase(): Promise<TestDatabase> {
  return openCopy(new URL(ownerOfTemplate()).pathname.slice(1));
}

/** A database of the test file's own in which nothing was ever made. */
export function openEmptyDatabase(): Promise<TestDatabase> {
  return openCopy("template1");
}

function ownerOfTemplate(): string {
  const url = process.env.TEST_DATABASE_OWNER_URL;
  if (url === undefined)
    throw new Error("Run the tests with `npm test`: it starts their database.");
  return url;
}

async function openCopy(template: string): Promise<TestDatabase> {
  const owner = ownerOfTemplate();
  const appOfTemplate = process.env.TEST_DATABASE_URL ?? owner;
  const name = `test_${randomBytes(6).toString("hex")}`;
  await asOwner(owner, `create database ${name} template ${template}`);
  const appUrl = withDatabase(appOfTemplate, name);
  const database = openDatabase(appUrl, () => {});
  return {
    database,
    appUrl,
    ownerUrl: withDatabase(owner, name),
    [Symbol.asyncDispose]: async () => {
      await database.end();
      await asOwner(owner, `drop database ${name} with (force)`);
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
