import { createSecretKey, generateKeyPairSync, randomBytes, randomUUID } from "node:crypto";
import { loadLibrary, publishArticles } from "#help";
import { Appender } from "#ledger";
import { type Database, idFrom, openLog, openMetrics, readConfig, systemClock } from "#platform";
import { type Edition, hashOfEdition, printEdition } from "../../src/briefs/edition/index.ts";
import { knownOf } from "../../src/briefs/keeping/index.ts";
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
/** Of the edition that is read: about what the Kraken brief has. */
const shownClaims = 40;
const shownSentences = 20;

/**
 * A brief with a hundred thousand claims and ten thousand sources in the database: how long it takes to find what contradicts
 * what, read from there, and to answer a reader with its page. The baseline of the page is the public list of briefs.
 */
export async function briefPage(): Promise<BenchLine[]> {
  await using opened = await openBenchDatabase();
  const { database } = opened;
  const brief = await fill(database);
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
    const known = await knownOf(database, brief);
    if (known.answers.length === 0) throw new Error("nothing was compared");
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
      name: `brief-page: contradictions and origins of ${of}, read from the database`,
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

async function fill(database: Database) {
  const [id, person] = [randomUUID(), randomUUID()];
  const now = systemClock();
  await database.query(
    `insert into briefs.briefs (id, title, firm, author_role, opened_at, opened_by)
     values ($1::uuid, 'A large brief', 'Larkmoor', 'firm', $2::timestamptz, $3::uuid)`,
    [id, now, person],
  );
  await database.query(
    `insert into briefs.sources (brief, id, name, kind, url, publisher, published, captured_at, capture, text, sha256,
       flags, kept_at, kept_by)
     select $1::uuid, gen_random_uuid(), 'S' || n, 'press_original', null, 'Paper ' || n, '2026-04', $2::timestamptz, 'text',
       (select string_agg('w' || (n * 7919 + k * 104729) % 20011, ' ') from generate_series(1, 100) k),
       sha256(n::text::bytea), '{}', $2::timestamptz, $3::uuid
     from generate_series(1, $4::integer) n`,
    [id, now, person, sourcesCount],
  );
  await database.query(
    `insert into briefs.assessments (brief, source, number, reliability, because, assessed_at, assessed_by)
     select brief, id, 1, 'unrated', 'As it was imported.', $2::timestamptz, $3::uuid from briefs.sources
     where brief = $1::uuid`,
    [id, now, person],
  );
  await database.query(
    `insert into briefs.claims (brief, id, number, slot, subject, value, denied, possible, verb, speaker, author, added_at,
       added_by)
     select $1::uuid, gen_random_uuid(), n, 'affected_count', 'incident_' || n % 2000,
       jsonb_build_object('is', 'quantity', 'amount', 2000 + n % 5 * 700, 'hedge', 'about', 'unit', 'client'),
       n % 31 = 0, false, (array['viewed', 'exposed', 'copied', 'published', null])[n % 5 + 1], 'article',
       '{"is": "rules"}', $2::timestamptz, $3::uuid
     from generate_series(1, $4::integer) n`,
    [id, now, person, claimsCount],
  );
  await database.query(
    `insert into briefs.supports (brief, claim, number, source, exact, prefix, suffix, added_at, added_by)
     select c.brief, c.id, 1, s.id, 'w1', '', '', $2::timestamptz, $3::uuid
     from briefs.claims c join briefs.sources s on s.brief = c.brief and s.name = 'S' || c.number % $4::integer + 1
     where c.brief = $1::uuid`,
    [id, now, person, sourcesCount],
  );
  const brief = idFrom("brief", id);
  await publish(database, id, printEdition(editionOf(brief, now)), person, now);
  return brief;
}

async function publish(database: Database, brief: string, body: string, person: string, now: Date) {
  const [edition, approval] = [randomUUID(), randomUUID()];
  await database.query(
    `insert into briefs.prepared_editions (id, brief, number, body, sha256, prepared_at, prepared_by)
     values ($1::uuid, $2::uuid, 1, $3::text, $4::bytea, $5::timestamptz, $6::uuid)`,
    [edition, brief, body, Buffer.from(hashOfEdition(body), "hex"), now, person],
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

function editionOf(brief: string, now: Date): Edition {
  const numbers = Array.from({ length: shownClaims }, (_, n) => n + 1);
  const sentence = (n: number) => ({
    text: `Larkmoor says that about ${n},000 clients of it were potentially viewed in February 2025.`,
    claims: [n + 1],
  });
  const sentences = Array.from({ length: shownSentences }, (_, n) => sentence(n));
  return {
    ...{ holdfast_brief: 1, brief, number: 1, dated: now.toISOString(), firm: "Larkmoor" },
    ...{ previous: null, reason: null, is: "edition", written_by: "firm" },
    sections: {
      ...{ headline: [sentence(1)], summary: [sentence(2), sentence(3)], known: sentences },
      ...{ firm_says: sentences.slice(0, 5), context: [], why_it_matters: [sentence(4)] },
    },
    faq: [{ question: "Am I concerned?", sentences: [sentence(5)] }],
    disputed: [],
    unclear: {
      questions: numbers.slice(0, 5).map((number) => ({
        ...{ number, text: "How many clients are concerned?", who_could_answer: "the firm" },
        ...{ asked_on: "2026-04-14", checked_on: null },
      })),
      ...{ answered: [], claims: [] },
    },
    advice: ["We never ask for your password."],
    transparency: {
      ...{ read: sourcesCount, listed: 25, origins: 25, by_text: 25, by_hand: 0, untold: 0 },
      ...{ facts_only: 0, doubted: 0 },
    },
    claims: numbers.map((number) => ({
      ...{ number, slot: "affected_count", subject: "incident", says: "about 2,000 clients" },
      ...{ status: "confirmed", speaker: "firm", verb: "viewed", denied: false, possible: true },
      supports: [
        { source: `S${number % 25}`, exact: "about 2,000 clients were potentially viewed" },
      ],
    })),
    sources: numbers.slice(0, 25).map((number) => ({
      ...{ name: `S${number}`, kind: "press_original", publisher: `Paper ${number}` },
      ...{
        url: `https://paper.example/${number}`,
        published: "2026-04",
        captured_on: "2026-11-20",
      },
      ...{ capture: "text", sha256: "0".repeat(64), reliability: "unrated", origin: number },
    })),
    ...{ corrections: [], changes: [], translations: [] },
  };
}
