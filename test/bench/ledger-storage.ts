import { Client } from "pg";
import { type Database, systemClock } from "#platform";
import { openBenchSealer } from "./bench-sealer.ts";
import type { BenchDatabase } from "./database.ts";
import { openBenchAppender, World } from "./ledger-world.ts";
import { type BenchLine, rounded } from "./line.ts";
import { plainTable } from "./plain-audit.ts";

const eventsCount = 200_000;
const inFlight = 250;
const clientsCount = 10_000;
const sealEvery = 5_000;

/** Bytes an event, with everything that the ledger keeps for it, beside the same rows in a plain audit table. */
export async function ledgerStorage({ database, ownerUrl }: BenchDatabase): Promise<BenchLine[]> {
  await fill(database);
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query(plainTable);
  await owner.query(
    `insert into public.audit (client, occurred_at, id, actor, version, kind_version, actor_kind, kind, field, ticket,
       purpose, decision, details)
     select client, occurred_at, id, actor, version, kind_version, actor_kind, kind, field, ticket, purpose, decision,
       details from ledger.events order by instance, instance_seq`,
  );
  await owner.query("vacuum full analyze ledger.pending");
  await owner.query("vacuum analyze");
  const ledger = await bytesIn(owner, "ledger");
  const plain = await bytesIn(owner, "public");
  await owner.end();
  return [
    {
      name: "ledger-storage: bytes an event, chain, tree and indexes included",
      value: rounded(ledger / eventsCount),
      unit: "B",
      baseline: rounded(plain / eventsCount),
      ratio: rounded(ledger / plain),
    },
  ];
}

async function fill(database: Database): Promise<void> {
  const world = new World(clientsCount);
  const appender = openBenchAppender(database);
  const sealer = openBenchSealer(database);
  for (let count = 0; count < eventsCount; count += sealEvery) {
    let left = sealEvery;
    await Promise.all(
      Array.from({ length: inFlight }, async () => {
        while (left-- > 0) {
          const { actor, draft } = world.next();
          await appender.append(actor, draft, systemClock());
        }
      }),
    );
    await sealer.sealOnce();
  }
}

async function bytesIn(owner: Client, schema: string): Promise<number> {
  const { rows } = await owner.query<{ bytes: string }>(
    `select sum(pg_total_relation_size(c.oid)) as bytes from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = $1 and c.relkind = 'r'`,
    [schema],
  );
  return Number(rows[0]?.bytes);
}
