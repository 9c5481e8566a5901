import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { runMigrations as migrateJobs } from "graphile-worker";
import { type Client, escapeIdentifier } from "pg";
import { InvalidInput } from "../errors.ts";
import { connected, inTransaction } from "./connection.ts";
import { openDatabase } from "./database.ts";

const migrationsFolder = new URL("../../../migrations/", import.meta.url);
const lockKey = 4_711_001; // it stays: an older Holdfast that starts at this moment locks it too
const insufficientPrivilege = "42501";

/** The group role that migrations grant to. The app's login role is a member of it. */
const appGroup = "holdfast_app";

class EditedMigration extends InvalidInput {
  constructor(name: string, recorded: string, found: string) {
    super(
      "edited_migration",
      `${name} was applied as ${recorded.slice(0, 12)} but reads ${found.slice(0, 12)} now. ` +
        "Restore the file and put the change into a new migration.",
    );
  }
}

export class MissingPrivilege extends InvalidInput {
  constructor(role: string) {
    super(
      "missing_privilege",
      `The database role ${role} may not create roles. Let a superuser run: ` +
        `create role ${appGroup}; grant ${appGroup} to ${escapeIdentifier(role)} with admin option;`,
    );
  }
}

/** The database holds a restore that was stopped before its end: nobody may work with it yet. */
export class UnfinishedRestore extends InvalidInput {
  constructor() {
    super(
      "unfinished_restore",
      "A restore into this database was stopped before its end. Run holdfast restore again with the same file: it goes on.",
    );
  }
}

/** One numbered .sql file. */
export type Migration = { name: string; sha256: string; sql: string };

export type MigrateOptions = {
  /** Only these files, by name; all of them when it is left out. */
  only?: ReadonlySet<string>;
  /** A restore is what migrates. Everybody else is refused while one is unfinished. */
  isRestoring?: boolean;
};

/**
 * Brings the database up to date: each numbered .sql file once, in order, each in a transaction, all under one
 * lock that a connection of its own holds, so that several processes may start together. A file that was edited after it was applied is refused.
 * @returns the names of the files applied now
 */
export async function migrate(
  ownerUrl: string,
  appUrl: string,
  options: MigrateOptions = {},
): Promise<string[]> {
  return await withMigrationLock(ownerUrl, () =>
    connected(ownerUrl, (client) => migrateLocked(client, appUrl, options)),
  );
}

/** Keeps every process from migrating until `work` is done. */
export function withMigrationLock<Result>(
  ownerUrl: string,
  work: () => Promise<Result>,
): Promise<Result> {
  return connected(ownerUrl, (holder) =>
    inTransaction(holder, async () => {
      await holder.query("select pg_advisory_xact_lock($1::bigint)", [lockKey]);
      return await work();
    }),
  );
}

async function migrateLocked(
  client: Client,
  appUrl: string,
  { only, isRestoring = false }: MigrateOptions,
): Promise<string[]> {
  await client.query("set client_min_messages = warning");
  if (!isRestoring) await refuseUnfinishedRestore(client);
  const owner = await roleOf(client);
  const app = await roleBehind(appUrl);
  await prepare(client, owner, app);
  const applied: string[] = [];
  for (const migration of await readMigrations()) {
    if (only?.has(migration.name) === false) continue;
    if (await applyOnce(client, migration)) applied.push(migration.name);
  }
  await prepareJobs(client, appUrl, app);
  return applied;
}

/** The migrations of this version, in their order. */
export async function readMigrations(): Promise<Migration[]> {
  return await Promise.all(
    (await migrationFiles()).map(async (name) => {
      const sql = await readFile(new URL(name, migrationsFolder), "utf8");
      return { name, sha256: createHash("sha256").update(sql).digest("hex"), sql };
    }),
  );
}

/** The names of the migrations of this version, in their order. */
export async function migrationFiles(): Promise<string[]> {
  const names = await readdir(migrationsFolder);
  return names.filter((name) => name.endsWith(".sql")).sort();
}

/** @throws {UnfinishedRestore} */
export async function refuseUnfinishedRestore(client: Client): Promise<void> {
  const { rowCount } = await client.query(
    "select where to_regclass('platform.unfinished_restore') is not null",
  );
  if (rowCount) throw new UnfinishedRestore();
}

async function prepare(client: Client, owner: string, app: string): Promise<void> {
  await inTransaction(client, async () => {
    const { rowCount } = await client.query("select from pg_roles where rolname = $1", [appGroup]);
    if (!rowCount) await createGroup(client, owner);
    if (app !== owner) await client.query(`grant ${appGroup} to ${escapeIdentifier(app)}`);
    await client.query(`
      create schema if not exists platform;
      create table if not exists platform.migrations (
        name text primary key,
        sha256 text not null,
        applied_at timestamptz not null default now()
      )`);
  });
}

function roleBehind(url: string): Promise<string> {
  return connected(url, roleOf);
}

async function roleOf(client: Client): Promise<string> {
  const { rows } = await client.query<{ role: string }>("select current_user as role");
  return rows[0]?.role ?? "";
}

async function createGroup(client: Client, owner: string): Promise<void> {
  try {
    await client.query(`create role ${appGroup} nologin`);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    throw code === insufficientPrivilege ? new MissingPrivilege(owner) : error;
  }
}

async function applyOnce(client: Client, { name, sha256, sql }: Migration): Promise<boolean> {
  return await inTransaction(client, async () => {
    const { rows } = await client.query<{ sha256: string }>(
      "select sha256 from platform.migrations where name = $1",
      [name],
    );
    const recorded = rows[0]?.sha256;
    if (recorded !== undefined && recorded !== sha256) {
      throw new EditedMigration(name, recorded, sha256);
    }
    if (recorded !== undefined) return false;
    await client.query(sql);
    await client.query("insert into platform.migrations (name, sha256) values ($1, $2)", [
      name,
      sha256,
    ]);
    return true;
  });
}

/** graphile-worker lets only the owner of its tables use them, so the app's role must be the one to create them. */
async function prepareJobs(client: Client, appUrl: string, app: string): Promise<void> {
  const { rows } = await client.query<{ name: string; mayCreate: boolean }>(
    `select current_database() as name,
            has_database_privilege($1::name, current_database(), 'create') as "mayCreate"`,
    [app],
  );
  const { name = "", mayCreate = true } = rows[0] ?? {};
  const [privilege, role] = [`create on database ${escapeIdentifier(name)}`, escapeIdentifier(app)];
  if (!mayCreate) await client.query(`grant ${privilege} to ${role}`);
  const pool = openDatabase(appUrl, () => {});
  try {
    await migrateJobs({ pgPool: pool });
  } finally {
    await pool.end();
    if (!mayCreate) await client.query(`revoke ${privilege} from ${role}`);
  }
}
