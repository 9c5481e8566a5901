import { generateKeyPairSync } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { Appender } from "#ledger";
import { idFrom, newId, systemClock, uuidOf } from "#platform";
import { readIdentifier, search } from "#vault";
import { eventKinds } from "../../src/event-kinds.ts";
import { openBenchKeykeeper } from "./bench-keykeeper.ts";
import type { BenchDatabase } from "./database.ts";
import { type BenchLine, median, quantile, rounded } from "./line.ts";

const clientsCount = 10_000_000;
/** Clients whose addresses are real ones that can be searched for, spread over all. */
const knownCount = 1_000;
const searchesCount = 2_000;
const plenty = 1_000_000_000;

const plainTable =
  "create table public.searches (staff uuid not null, at timestamptz not null, primary key (staff, at))";
const insertPlain =
  "insert into public.searches (staff, at) values ($1, $2) on conflict do nothing";

type SearchDesk = Parameters<typeof search>[0];

/**
 * Searches by e-mail address and by the firm's own id among ten million clients, one after the other: half of them for
 * nobody, half for clients of whom the viewer has nothing open. The rows are made by SQL: one client and one e-mail
 * address each, with random index values; the four other searchable kinds stand in the same index and are left out. The
 * whole search is measured, with its event committed; and its baseline is the bare look into the index.
 */
export async function clientSearch(opened: BenchDatabase): Promise<BenchLine[]> {
  const directory = await mkdtemp(join(tmpdir(), "holdfast-bench-search-"));
  const owner = new pg.Client({ connectionString: opened.ownerUrl });
  await owner.connect();
  try {
    await chmod(directory, 0o700);
    await fill(owner);
    const { database } = opened;
    const { keykeeper, stop } = await openBenchKeykeeper(database, directory);
    const receiptKey = generateKeyPairSync("ed25519").privateKey;
    const appender = new Appender({ database, receiptKey, kinds: eventKinds, now: systemClock() });
    const budgets = { searches_per_hour: plenty, searches_per_day: plenty };
    const access = async () => ({ budgets }) as Awaited<ReturnType<SearchDesk["access"]>>;
    const desk: SearchDesk = { database, appender, keykeeper, access };
    await know(owner, desk);
    await owner.query(plainTable);
    const found = await measure(desk, owner);
    await stop();
    return found;
  } finally {
    await owner.end();
    await rm(directory, { recursive: true, force: true });
  }
}

async function fill(owner: pg.Client): Promise<void> {
  await owner.query("set maintenance_work_mem = '1GB'");
  const indexes = await owner.query<{ indexdef: string; name: string }>(
    `select indexdef, format('%I.%I', schemaname, indexname) as name from pg_indexes
     where schemaname = 'vault' and indexname in ('fields_current', 'fields_index')`,
  );
  for (const { name } of indexes.rows) await owner.query(`drop index ${name}`);
  const client = "('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid";
  await owner.query(
    `insert into vault.clients (client, reference_index, added_at, updated_at)
     select ${client}, sha256(int4send(n)), now(), now() from generate_series(1, $1::integer) n`,
    [clientsCount],
  );
  await owner.query(
    `insert into vault.fields (client, field, version, valid_from, ciphertext, mask, index, fingerprint)
     select ${client}, 'email', 1, now(), decode(repeat('00', 60), 'hex'), 'a•••@e•••.net', sha256(int4send(-n)),
       decode(repeat('00', 16), 'hex') from generate_series(1, $1::integer) n`,
    [clientsCount],
  );
  for (const { indexdef } of indexes.rows) await owner.query(indexdef);
  await owner.query("vacuum analyze vault.clients");
  await owner.query("vacuum analyze vault.fields");
}

/** Gives clients all over the table the index of an address that is searched for. */
async function know(owner: pg.Client, { keykeeper }: SearchDesk): Promise<void> {
  const place = { table: "vault.fields", field: "email", kind: "email" } as const;
  for (let one = 0; one < knownCount; one++) {
    const index = await keykeeper.blindIndex({ ...place, value: addressOf(one) });
    await owner.query("update vault.fields set index = $2 where client = $1 and field = 'email'", [
      uuidOf(idFrom("client", numbered(1 + one * (clientsCount / knownCount)))),
      index,
    ]);
  }
}

async function measure(desk: SearchDesk, owner: pg.Client): Promise<BenchLine[]> {
  const viewer = {
    ...{ staff: newId("staff", systemClock()), session: newId("session", systemClock()) },
    ...{ employer: "firm" as const, offShift: false, stepUp: false },
  };
  const place = { table: "vault.fields", field: "email", kind: "email" } as const;
  const [missing, denied, reference, bare]: number[][] = [[], [], [], []];
  for (let turn = -100; turn < searchesCount; turn++) {
    const known = addressOf(Math.abs(turn * 7) % knownCount);
    const index = await desk.keykeeper.blindIndex({ ...place, value: known });
    const searchFor = (by: string, value: string) =>
      milliseconds(() => search(desk, viewer, readIdentifier(by, value), systemClock()));
    const times = [
      await searchFor("email", `nobody.${turn}@example.net`),
      await searchFor("email", known),
      await searchFor("reference", `core-${turn}`),
      await milliseconds(async () => {
        await owner.query("begin");
        await owner.query(
          "select client from vault.fields where field = $1 and index = $2 and valid_to is null",
          ["email", index],
        );
        await owner.query(insertPlain, [uuidOf(viewer.staff), systemClock()]);
        await owner.query("commit");
      }),
    ];
    if (turn < 0) continue; // fills the caches
    for (const [which, list] of [missing, denied, reference, bare].entries()) {
      list?.push(times[which] ?? Number.NaN);
    }
  }
  const line = (name: string, values: number[] = []): BenchLine[] =>
    (["median", "p99"] as const).map((share) => {
      const of = (list: number[]) => (share === "median" ? median(list) : quantile(list, 0.99));
      const baseline = rounded(of(bare ?? []));
      const value = rounded(of(values));
      return {
        name: `client-search: ${name}, ${clientsCount / 1_000_000} million clients, ${share}`,
        ...{ value, unit: "ms", baseline, ratio: rounded(value / baseline) },
      };
    });
  return [
    ...line("nobody by e-mail", missing),
    ...line("a client who isn't shown, by e-mail", denied),
    ...line("nobody by the firm's id", reference),
  ];
}

function addressOf(one: number): string {
  return `test.client.${one}@example.net`;
}

function numbered(place: number): string {
  return `00000000-0000-7000-8000-${place.toString(16).padStart(12, "0")}`;
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
