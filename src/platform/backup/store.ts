import type { Client } from "pg";
import {
  type CopyStreamQuery,
  type CopyToStreamQuery,
  from as copyFrom,
  to as copyTo,
} from "pg-copy-streams";
import { hold } from "../database/index.ts";

/**
 * The catalogue names tables that other slices made, so it writes the statements about them too: it quotes
 * every name, and none comes from a file.
 */
export type Table = {
  /** `schema.table`, quoted where it must be. */
  name: string;
  /** All but generated columns, in their order. */
  columns: string[];
  copyOut: string;
  copyIn: string;
};

/** Where a sequence stands. Identity columns have one too. */
export type SequenceState = { name: string; lastValue: string; isCalled: boolean };

/** What stops or slows rows that go in as they were: triggers, foreign keys, indexes. `on` undoes `off`. */
export type Guard = { off: string; on: string };

export type AppliedMigration = { name: string; sha256: string };

/** How far a restore into this database is. */
export type RestoreState =
  | { is: "none" }
  | { is: "in use" }
  | { is: "begun"; backup: string }
  | { is: "loaded"; backup: string };

const restoreLockWait = "5s"; // what a restore that was killed may take to end
const lockNotAvailable = "55P03";

/** What values look like as text doesn't depend on anybody's settings, and nothing is given up for taking long. */
export async function settleSession(client: Client): Promise<void> {
  await client.query(`
    select set_config(wanted.name, wanted.value, false)
    from (values
      ('bytea_output', 'hex'), ('datestyle', 'ISO, YMD'), ('intervalstyle', 'postgres'),
      ('extra_float_digits', '1'), ('timezone', 'UTC'), ('row_security', 'off'),
      ('statement_timeout', '0'), ('lock_timeout', '0'), ('transaction_timeout', '0'),
      ('idle_in_transaction_session_timeout', '0'), ('client_min_messages', 'warning'),
      ('maintenance_work_mem', '256MB')
    ) as wanted (name, value)
    join pg_settings s on lower(s.name) = wanted.name`);
}

/** Everything that this connection reads from now on is of one moment. */
export async function beginSnapshot(client: Client): Promise<void> {
  await client.query("begin isolation level repeatable read read only");
}

/** Whether this connection is the only one that restores, until its transaction ends. It waits a while for another. */
export async function lockRestore(client: Client): Promise<boolean> {
  await client.query("select set_config('lock_timeout', $1::text, true)", [restoreLockWait]);
  try {
    await hold(client, "platform.restore");
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === lockNotAvailable) return false;
    throw error;
  }
}

export async function serverVersion(client: Client): Promise<string> {
  const { rows } = await client.query<{ version: string }>(
    "select current_setting('server_version') as version",
  );
  return rows[0]?.version ?? "";
}

export async function isMigrated(client: Client): Promise<boolean> {
  const { rowCount } = await client.query(
    "select where to_regclass('platform.migrations') is not null",
  );
  return rowCount === 1;
}

export async function appliedMigrations(client: Client): Promise<AppliedMigration[]> {
  const { rows } = await client.query<AppliedMigration>(
    "select name, sha256 from platform.migrations order by name",
  );
  return rows;
}

/** The product's schemas: those of platform's owner, without graphile-worker's, which it makes anew. */
async function ourSchemas(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`
    select n.nspname as name from pg_namespace n
    where n.nspowner = (select p.nspowner from pg_namespace p where p.nspname = 'platform')
      and n.nspname not in ('public', 'information_schema', 'graphile_worker') and n.nspname !~ '^pg_'`);
  return rows.map(({ name }) => name);
}

/**
 * The tables whose rows a backup carries. Not among them: unlogged ones, which a crash empties too; partitions, whose
 * rows come with their table; and the list of migrations, which says what was done to this very database.
 */
export async function ourTables(client: Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select t.name, t.columns,
      case t.kind when 'p' then format('copy (select %s from %s) to stdout', t.list, t.name)
        else format('copy %s (%s) to stdout', t.name, t.list) end as "copyOut",
      format('copy %s (%s) from stdin', t.name, t.list) as "copyIn"
    from (
      select format('%I.%I', n.nspname, c.relname) as name, c.relkind as kind,
        array_agg(a.attname::text order by a.attnum) as columns,
        string_agg(quote_ident(a.attname), ', ' order by a.attnum) as list
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid
      where n.nspname = any ($1::text[]) and c.relkind in ('r', 'p') and not c.relispartition
        and c.relpersistence = 'p' and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        and not (n.nspname = 'platform' and c.relname in ('migrations', 'unfinished_restore'))
      group by n.nspname, c.relname, c.relkind
    ) t
    order by t.name collate "C"`,
    [await ourSchemas(client)],
  );
  return rows;
}

/** Keeps the tables from being changed in shape or removed until the transaction ends. Rows may change. */
export async function lockShape(client: Client, tables: readonly Table[]): Promise<void> {
  await runAboutAll(client, "lock table %s in access share mode", tables);
}

/** A table's rows in PostgreSQL's text format: one line each. */
export function rowsOut(client: Client, table: Table): CopyToStreamQuery {
  return client.query(copyTo(table.copyOut));
}

/** Takes a table's rows; `rowCount` says how many there were. */
export function rowsIn(client: Client, table: Table): CopyStreamQuery {
  return client.query(copyFrom(table.copyIn));
}

/** Sequences run on outside of snapshots: read them after the rows, so that none is behind its rows. */
export async function sequenceStates(client: Client): Promise<SequenceState[]> {
  const { rows } = await client.query<{ name: string; statement: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name,
      format('select last_value::text as "lastValue", is_called as "isCalled" from %I.%I',
        n.nspname, c.relname) as statement
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = any ($1::text[]) and c.relkind = 'S' and c.relpersistence = 'p' order by n.nspname, c.relname`,
    [await ourSchemas(client)],
  );
  const states: SequenceState[] = [];
  for (const { name, statement } of rows) {
    const read = await client.query<Omit<SequenceState, "name">>(statement);
    states.push(...read.rows.map((state) => ({ name, ...state })));
  }
  return states;
}

export async function setSequence(client: Client, state: SequenceState): Promise<void> {
  await client.query("select setval($1::text::regclass, $2::bigint, $3::boolean)", [
    state.name,
    state.lastValue,
    state.isCalled,
  ]);
}

/**
 * The guards in the order in which they go down; they come up again in the opposite order. A foreign key that is added
 * again checks all rows at once, in any order of tables, and an index made anew costs a fraction of one that
 * grows row by row. Indexes stay where a view leans on them (it groups by the primary key), and in partitioned tables.
 */
export async function ourGuards(client: Client): Promise<Guard[]> {
  const { rows } = await client.query<Guard>(
    `with tables as (
      select c.oid, format('%I.%I', n.nspname, c.relname) as name, c.relkind = 'r' and not c.relispartition as is_plain
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = any ($1::text[]) and c.relkind in ('r', 'p')
    )
    select 1 as step, format('alter table %s disable trigger %I', t.name, g.tgname) as off,
      format('alter table %s enable %s trigger %I', t.name,
        case g.tgenabled when 'A' then 'always' when 'R' then 'replica' else '' end, g.tgname) as on
    from tables t join pg_trigger g on g.tgrelid = t.oid
    where not g.tgisinternal and g.tgparentid = 0 and g.tgenabled <> 'D'
    union all
    select case k.contype when 'f' then 2 else 3 end, format('alter table %s drop constraint %I', t.name, k.conname),
      format('alter table %s add constraint %I %s', t.name, k.conname, pg_get_constraintdef(k.oid))
    from tables t join pg_constraint k on k.conrelid = t.oid
    where k.contype = 'f' and k.conparentid = 0
      or k.contype in ('p', 'u', 'x') and t.is_plain and not exists (
        select from pg_depend d
        where d.refclassid = 'pg_constraint'::regclass and d.refobjid = k.oid and d.deptype = 'n')
    union all
    select 4, format('drop index %I.%I', n.nspname, i.relname), pg_get_indexdef(i.oid)
    from tables t join pg_index x on x.indrelid = t.oid join pg_class i on i.oid = x.indexrelid
      join pg_namespace n on n.oid = i.relnamespace
    where t.is_plain and not exists (select from pg_constraint k where k.conindid = i.oid)
    order by step`,
    [await ourSchemas(client)],
  );
  return rows;
}

/** Runs a statement that the catalogue wrote. */
export async function runStatement(client: Client, statement: string): Promise<void> {
  await client.query(statement);
}

/** Removes the rows that migrations put there. */
export async function emptyTables(client: Client, tables: readonly Table[]): Promise<void> {
  await runAboutAll(client, "truncate %s", tables);
}

/** Counts what the planner wants to know: a database just filled would answer slowly for minutes. */
export async function analyzeTables(client: Client, tables: readonly Table[]): Promise<void> {
  await runAboutAll(client, "analyze %s", tables);
}

async function runAboutAll(
  client: Client,
  pattern: string,
  tables: readonly Table[],
): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(
    "select format($1::text, string_agg(t, ', ')) as statement from unnest($2::text[]) t having count(*) > 0",
    [pattern, tables.map(({ name }) => name)],
  );
  for (const { statement } of rows) await client.query(statement);
}

export async function restoreState(client: Client): Promise<RestoreState> {
  const { rows } = await client.query<{ isMarked: boolean; isMigrated: boolean }>(`
    select to_regclass('platform.unfinished_restore') is not null as "isMarked",
      to_regclass('platform.migrations') is not null as "isMigrated"`);
  if (!rows[0]?.isMarked) return { is: rows[0]?.isMigrated ? "in use" : "none" };
  const marks = await client.query<{ backup: string; isLoaded: boolean }>(
    'select backup, is_loaded as "isLoaded" from platform.unfinished_restore',
  );
  const { backup = "", isLoaded = false } = marks.rows[0] ?? {};
  return { is: isLoaded ? "loaded" : "begun", backup };
}

/** From here until `endRestore`, nobody but a restore works with this database. */
export async function beginRestore(client: Client, backup: string): Promise<void> {
  await client.query("create schema if not exists platform");
  await client.query(`
    create table if not exists platform.unfinished_restore (
      only_row boolean primary key default true check (only_row),
      backup text not null,
      is_loaded boolean not null default false
    )`);
  await client.query(
    `insert into platform.unfinished_restore (backup) values ($1::text)
    on conflict (only_row) do update set backup = excluded.backup`,
    [backup],
  );
}

export async function markLoaded(client: Client): Promise<void> {
  await client.query("update platform.unfinished_restore set is_loaded = true");
}

export async function endRestore(client: Client): Promise<void> {
  await client.query("drop table platform.unfinished_restore");
}
