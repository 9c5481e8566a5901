import { Client } from "pg";
import { type Id, idFrom, nobody, uuidOf } from "#platform";
import { resolve } from "../../src/trace/resolving/index.ts";
import { readSample } from "../../src/trace/sample/index.ts";
import type { DrawnLeak } from "./trace-leak.ts";
import type { RunningWorld } from "./trace-world.ts";

const withoutIndexes = [
  "set enable_indexscan = off",
  "set enable_indexonlyscan = off",
  "set enable_bitmapscan = off",
  "set jit = off",
  "set work_mem = '1GB'",
];

const askedValues = `with asked as materialized (
  select * from unnest($1::integer[], $2::uuid[], $3::text[], $4::integer[]) as a (line, client, field, version)
)`;

/**
 * What a trace asks the ledger, by reading all of its events: since when there are any, who was shown which of the sample's
 * values, of how many clients each of the staff was shown a value, how many see a client, when and in which sessions the two
 * who saw most were shown the sample's values, and all else that they were shown, of clients who were erased too. The
 * statements are as plain as they can be: each reads the table once and joins by hashes; a trace's own, without indexes,
 * would read it once for every value.
 */
export async function scanOnce(desk: RunningWorld, { csv, before }: DrawnLeak) {
  const asked = await askedIn(desk, csv);
  const owner = new Client({ connectionString: desk.ownerUrl });
  await owner.connect();
  try {
    for (const setting of withoutIndexes) await owner.query(setting);
    const began = performance.now();
    await owner.query("select min(e.occurred_at) from ledger.events e where e.version is not null");
    const values = [
      asked.map(({ line }) => line),
      asked.map(({ client }) => uuidOf(client)),
      asked.map(({ field }) => field),
      asked.map(({ version }) => version),
      before,
    ];
    const { rows: seen } = await owner.query<{ actor: string; rows: string }>(
      `${askedValues} select s.actor, count(*) as rows, min(s.first) as first, max(s.last) as last from (
         select a.line, e.actor, min(e.occurred_at) as first, max(e.occurred_at) as last
         from ledger.events e
         join asked a on a.client = e.client and a.field = e.field and a.version = e.version
         where e.version is not null and e.occurred_at < $5::timestamptz group by a.line, e.actor
       ) s group by s.actor order by count(*) desc`,
      values,
    );
    const most = seen.slice(0, 2).map(({ actor }) => actor);
    await owner.query(
      `with pairs as materialized (
         select distinct e.actor, e.client from ledger.events e
         where e.version is not null and e.occurred_at < $1::timestamptz
       ), seen as (
         select p.client, count(*) as holders from pairs p group by p.client
       )
       select p.actor, count(*) as clients, avg(s.holders) as holders from pairs p join seen s on s.client = p.client group by p.actor`,
      [before],
    );
    await owner.query(
      `${askedValues} select distinct e.actor, e.client, e.occurred_at, e.id, e.field, e.details::jsonb ->> 'session' as session
       from ledger.events e join asked a on a.client = e.client and a.field = e.field and a.version = e.version
       where e.actor = any ($6::uuid[]) and e.version is not null and e.occurred_at < $5::timestamptz
       order by e.actor, e.occurred_at, e.id`,
      [...values, most],
    );
    await owner.query(
      `select e.actor, e.client, e.field, min(e.occurred_at) as first, max(e.occurred_at) as last from ledger.events e
       where e.actor = any ($1::uuid[]) and e.version is not null and e.occurred_at < $2::timestamptz group by 1, 2, 3`,
      [most, before],
    );
    await owner.query(
      `select count(*) from ledger.events e
       where e.actor = any ($1::uuid[]) and e.client = $2::uuid and e.details is null and e.occurred_at < $3::timestamptz`,
      [most, nobody, before],
    );
    const people: Id<"staff">[] = most.map((actor) => idFrom("staff", actor));
    return { ms: performance.now() - began, people };
  } finally {
    await owner.end();
  }
}

/** Each value that stands in a row of the sample, as the vault knows it. */
async function askedIn(desk: RunningWorld, csv: string) {
  const resolved = await resolve(desk, (await readSample(Buffer.from(csv))).rows);
  return resolved.flatMap(({ row, outcome }) => {
    if (outcome.is !== "found") return [];
    return outcome.candidates.flatMap(({ client, matched }) =>
      [...matched].flatMap(([field, versions]) =>
        versions.map(({ version }) => ({ line: row.line, client, field, version })),
      ),
    );
  });
}
