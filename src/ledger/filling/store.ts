import { finished, pipeline } from "node:stream/promises";
import type { Client } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { type CopyRows, inTransaction, nobody, type Queryable } from "#platform";

/** Whether the ledger has an event of anybody but the desk itself. */
export async function hasHistory(queryable: Queryable): Promise<boolean> {
  const { rows } = await queryable.query<{ has: boolean }>(
    `select exists (select from ledger.events) or exists (select from ledger.client_heads)
       or exists (select from ledger.bundles) as has`,
  );
  return rows[0]?.has ?? true;
}

/**
 * Takes the indexes off the table of events, and its key: rows in the order of time would be put into them one by one,
 * each somewhere else.
 * @returns the statements that put them on again
 */
export async function dropIndexes(owner: Queryable): Promise<string[]> {
  const { rows } = await owner.query<{ dropping: string; making: string }>(
    `select case when k.oid is null then format('drop index ledger.%I', c.relname)
         else format('alter table ledger.events drop constraint %I', k.conname) end as dropping,
       case when k.oid is null then pg_get_indexdef(i.indexrelid)
         else format('alter table ledger.events add constraint %I %s', k.conname, pg_get_constraintdef(k.oid))
         end as making
     from pg_index i join pg_class c on c.oid = i.indexrelid
     left join pg_constraint k on k.conindid = i.indexrelid and k.contype = 'p'
     where i.indrelid = 'ledger.events'::regclass order by c.relname`,
  );
  for (const { dropping } of rows) await owner.query(dropping);
  return rows.map(({ making }) => making);
}

/** @param making what `dropIndexes` answered */
export async function makeIndexes(owner: Queryable, making: readonly string[]): Promise<void> {
  await owner.query("set maintenance_work_mem = '2GB'");
  await owner.query("set max_parallel_maintenance_workers = 2");
  for (const statement of making) await owner.query(statement);
}

/** The lane that numbers so many events which nobody appended. */
export async function addLane(
  owner: Queryable,
  writer: string,
  events: number,
  now: Date,
): Promise<number> {
  const { rows } = await owner.query<{ id: number }>(
    `insert into ledger.instances (process, seq, opened_at)
     values ($1::uuid, $2::bigint, $3::timestamptz) returning id`,
    [writer, events, now],
  );
  const [row] = rows;
  if (!row) throw new Error("the lane has no row");
  return row.id;
}

/** How many columns of an event are copied, in the order of `eventColumns`. */
export const copiedColumns = 17;
const eventColumns = `client, occurred_at, id, actor, instance_seq, instance, client_seq, version, kind_version,
  actor_kind, kind, field, ticket, purpose, decision, details, salt`;

/**
 * Rows without salts, chains and leaves, into a table that this transaction empties first: so they are frozen when they
 * are written, and no second look at them is needed.
 */
export async function copyEvents(
  joining: Client,
  rows: (write: (piece: Buffer) => Promise<void>) => Promise<CopyRows>,
): Promise<void> {
  await joining.query("truncate ledger.events");
  const copying = joining.query(
    copyFrom(`copy ledger.events (${eventColumns}) from stdin with (format binary, freeze)`),
  );
  const failed = new Promise<never>((_, reject) => copying.once("error", reject));
  const rest = await rows(async (piece) => {
    if (copying.write(piece)) return;
    await Promise.race([failed, new Promise((resolve) => copying.once("drain", resolve))]);
  });
  copying.end(rest.end());
  await finished(copying);
}

/** Events with their salts, and their commitments for the sealer: both or neither. */
export async function copyAppended(owner: Client, events: Buffer, pending: Buffer): Promise<void> {
  await inTransaction(owner, async () => {
    await copyWhole(owner, `copy ledger.events (${eventColumns})`, events);
    await copyWhole(owner, "copy ledger.pending (instance, instance_seq, commitment)", pending);
  });
}

/** Where each client's chain of events ends. */
export async function copyHeads(owner: Client, heads: Buffer): Promise<void> {
  await copyWhole(owner, "copy ledger.client_heads (client, seq, leaf)", heads);
}

async function copyWhole(owner: Client, copy: string, bytes: Buffer): Promise<void> {
  const copying = owner.query(copyFrom(`${copy} from stdin with (format binary)`));
  copying.end(bytes);
  await finished(copying);
}

/** What was counted of each day and each of the staff. */
export async function copyDays(owner: Client, pieces: readonly Buffer[]): Promise<void> {
  const into = "copy ledger.actor_days (day, actor, views, clients, fresh, seen, previous)";
  const copying = owner.query(copyFrom(`${into} from stdin with (format binary)`));
  await pipeline(pieces, copying);
}

/**
 * Notes days as counted, from that one on. Beside what was filled in there are events about nobody alone.
 * @param kinds in their order
 */
export async function addRolledDays(
  owner: Queryable,
  kinds: readonly string[],
  from: Date,
  events: readonly number[],
): Promise<void> {
  await owner.query(
    `insert into ledger.rolled_days (day, kinds, events)
     select d.day, $1::text[], e.count + (
       select count(*) from ledger.events o where o.client = $4::uuid
         and o.occurred_at >= ledger.day_start(d.day) and o.occurred_at < ledger.day_start(d.day + 1))
     from unnest($3::bigint[]) with ordinality as e (count, place)
     cross join lateral (select ($2::timestamptz at time zone 'UTC')::date + e.place::integer - 1 as day) d`,
    [kinds, from, events, nobody],
  );
}

/** What a planner needs to know of all tables, and what lets it answer from indexes alone. */
export async function lookOver(owner: Queryable): Promise<void> {
  await owner.query("vacuum (analyze)");
}
