import { createSecretKey, generateKeyPairSync, hash, randomBytes, randomUUID } from "node:crypto";
import { loadLibrary, publishArticles } from "#help";
import { Appender } from "#ledger";
import {
  type Database,
  type Id,
  openLog,
  openMetrics,
  readConfig,
  systemClock,
  uuidOf,
} from "#platform";
import { openTestBriefs } from "#test";
import { eventKinds } from "../../src/event-kinds.ts";
import { settings } from "../../src/settings.ts";
import { createSite } from "../../src/site.ts";
import { openSiteKeykeeper } from "../site-keykeeper.ts";
import { openBenchDatabase } from "./database.ts";
import { type BenchLine, median, quantile, rounded } from "./line.ts";

const claimsCount = 100_000;
const sourcesCount = 10_000;
const rounds = 3;
const requests = 100;
/**
 * The Kraken brief with a hundred thousand other claims and ten thousand other sources beside its own: how long `brief check`
 * takes to read all of them and find what contradicts what, and a reader's page to be answered. The baseline of the page is the
 * public list of briefs.
 */
export async function briefPage(): Promise<BenchLine[]> {
  await using opened = await openBenchDatabase();
  const { database } = opened;
  await using briefs = await openTestBriefs({ opened, time: { now: systemClock() } });
  const brief = (await briefs.begin("A large brief")) as Id<"brief">;
  await writeKraken(briefs, brief);
  await fill(database, uuidOf(brief));
  await using keeping = await openSiteKeykeeper(database, systemClock);
  const config = readConfig(settings, {});
  const library = await loadLibrary(config.HELP_CONTENT);
  await publishArticles(database, library.articles, systemClock());
  const { privateKey: receiptKey } = generateKeyPairSync("ed25519");
  const appender = new Appender({ database, receiptKey, kinds: eventKinds, now: systemClock() });
  const options = {
    ...{ config, clock: systemClock, log: openLog("silent"), metrics: openMetrics(), appender },
    policyFile: "no-policy.txt",
    keykeeper: keeping.keykeeper,
    outboxKey: createSecretKey(randomBytes(32)),
    accountsKey: createSecretKey(randomBytes(32)),
    recordErasure: async () => {},
  };
  const { app } = await createSite(options, database, library);
  const answer = async (path: string) => {
    const start = performance.now();
    const response = await app.request(path);
    const { length } = await response.text();
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
    return { took: performance.now() - start, length };
  };
  const [page, list] = [await timed(answer, `/briefs/${brief}`), await timed(answer, "/briefs")];
  const passes: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    const { disputes } = await briefs.check(brief);
    if (disputes.length === 0) throw new Error("nothing was compared");
    passes.push((performance.now() - start) / 1_000);
  }
  const of = `${claimsCount} claims and ${sourcesCount} sources`;
  return [
    {
      name: `brief-page: a reader's page, of a brief with ${of} (median)`,
      ...{ value: rounded(median(page.took)), unit: "ms" },
      ...{
        baseline: rounded(median(list.took)),
        ratio: rounded(median(page.took) / median(list.took)),
      },
    },
    {
      name: "brief-page: the same, 99th percentile",
      value: rounded(quantile(page.took, 0.99)),
      unit: "ms",
    },
    { name: "brief-page: size", value: page.length, unit: "bytes" },
    {
      name: `brief-page: brief check of ${of}, all of it read from the database`,
      ...{ value: rounded(median(passes)), unit: "s" },
    },
  ];
}

async function timed(
  answer: (path: string) => Promise<{ took: number; length: number }>,
  path: string,
): Promise<{ took: number[]; length: number }> {
  const took: number[] = [];
  let { length } = await answer(path); // the first one only warms up
  for (let n = 0; n < requests; n++) {
    const one = await answer(path);
    took.push(one.took);
    length = one.length;
  }
  return { took, length };
}

type Briefs = Awaited<ReturnType<typeof openTestBriefs>>;

/** Made by the commands that its README names, and published as it would be drafted. */
async function writeKraken(briefs: Briefs, brief: Id<"brief">): Promise<void> {
  const kraken = (file: string) =>
    new URL(`../../examples/kraken/${file}.jsonl`, import.meta.url).pathname;
  await briefs.do("import", brief, kraken("sources"));
  await briefs.do("claims", brief, "--add", kraken("claims"));
  await briefs.do("questions", brief, "--add", kraken("questions"));
  await briefs.do("claims", brief, "--decide", kraken("decisions"));
  await briefs.do("claims", brief, "--decide", kraken("public"));
  await briefs.do("draft", brief, kraken("edition"));
  const { stdout } = await briefs.run("render", brief, "--draft", "--format", "json");
  await publish(briefs.database, uuidOf(brief), stdout);
}

/** In parts: no statement may take long. */
const parts = 20;

async function fill(database: Database, id: string): Promise<void> {
  for (let part = 0; part < parts; part++) {
    await fillSources(database, id, part * (sourcesCount / parts) + 1);
    await fillClaims(database, id, part * (claimsCount / parts) + 1);
  }
}

async function fillSources(database: Database, id: string, first: number): Promise<void> {
  const [person, now, last] = [randomUUID(), systemClock(), first + sourcesCount / parts - 1];
  await database.query(
    `insert into briefs.sources (brief, id, name, kind, url, publisher, published, captured_at, capture, text, sha256,
       flags, kept_at, kept_by)
     select $1::uuid, gen_random_uuid(), 'T' || n, 'press_original', null, 'Paper ' || n, '2026-04', $2::timestamptz, 'text',
       (select string_agg('w' || (n * 7919 + k * 104729) % 20011, ' ') from generate_series(1, 100) k),
       sha256(n::text::bytea), '{}', $2::timestamptz, $3::uuid
     from generate_series($4::integer, $5::integer) n`,
    [id, now, person, first, last],
  );
  await database.query(
    `insert into briefs.assessments (brief, source, number, reliability, because, assessed_at, assessed_by)
     select s.brief, s.id, 1, 'unrated', 'As it was imported.', $2::timestamptz, $3::uuid
     from generate_series($4::integer, $5::integer) n join briefs.sources s on s.brief = $1::uuid and s.name = 'T' || n`,
    [id, now, person, first, last],
  );
}

/** Each on a source that is there already. */
async function fillClaims(database: Database, id: string, first: number): Promise<void> {
  const [person, now, last] = [randomUUID(), systemClock(), first + claimsCount / parts - 1];
  await database.query(
    `insert into briefs.claims (brief, id, number, slot, subject, value, denied, possible, verb, speaker, author, added_at,
       added_by)
     select $1::uuid, gen_random_uuid(), 1000 + n, 'affected_count', 'incident_' || n % 2000,
       jsonb_build_object('is', 'quantity', 'amount', 2000 + n % 5 * 700, 'hedge', 'about', 'unit', 'client'),
       n % 31 = 0, false, (array['viewed', 'exposed', 'copied', 'published', null])[n % 5 + 1], 'article',
       '{"is": "rules"}', $2::timestamptz, $3::uuid
     from generate_series($4::integer, $5::integer) n`,
    [id, now, person, first, last],
  );
  await database.query(
    `insert into briefs.supports (brief, claim, number, source, exact, prefix, suffix, added_at, added_by)
     select c.brief, c.id, 1, s.id, 'w1', '', '', $2::timestamptz, $3::uuid
     from generate_series($4::integer, $5::integer) n
       join briefs.claims c on c.brief = $1::uuid and c.number = 1000 + n
       join briefs.sources s on s.brief = $1::uuid and s.name = 'T' || (n + 9) / 10`,
    [id, now, person, first, last],
  );
}

async function publish(database: Database, brief: string, body: string): Promise<void> {
  const [edition, approval, person] = [randomUUID(), randomUUID(), randomUUID()];
  const now = systemClock();
  await database.query(
    `insert into briefs.prepared_editions (id, brief, number, body, sha256, prepared_at, prepared_by)
     values ($1::uuid, $2::uuid, 1, $3::text, $4::bytea, $5::timestamptz, $6::uuid)`,
    [edition, brief, body, hash("sha256", body, "buffer"), now, person],
  );
  await database.query(
    `insert into briefs.publication_asks (approval, edition, asked_at, asked_by)
     values ($1::uuid, $2::uuid, $3::timestamptz, $4::uuid)`,
    [approval, edition, now, person],
  );
  await database.query(
    `insert into briefs.editions (brief, number, edition, published_at, event, approval)
     values ($1::uuid, 1, $2::uuid, $3::timestamptz, $4::uuid, $5::uuid)`,
    [brief, edition, now, randomUUID(), approval],
  );
}
