import { randomUUID } from "node:crypto";
import { publicationApproval } from "#briefs";
import { listen, newId, systemClock, transaction, uuidOf } from "#platform";
import { openTestBriefs } from "#test";
import { openBenchSite } from "./bench-site.ts";
import type { BenchDatabase } from "./database.ts";

const wordsPerSource = 250;
const claimsPerSource = 10;
const subjects = 2_000;
/** So many claims stand on two sources that differ, and nothing contradicts them. */
export const agreedCount = 20;
const verbs = ["viewed", "exposed", "copied", "published"] as const;

export type Briefs = Awaited<ReturnType<typeof openTestBriefs>>;

/** The Kraken brief, published, among so many sources and claims, all of one brief, and the site that serves it. */
export async function openBriefWorld(
  opened: BenchDatabase,
  { sourcesCount, claimsCount }: { sourcesCount: number; claimsCount: number },
) {
  const { database } = opened;
  const stopping = new AsyncDisposableStack();
  const briefs = stopping.use(await openTestBriefs({ opened, time: { now: systemClock() } }));
  const brief = await briefs.writeKraken();
  const krakenSources = (await briefs.run("sources", brief)).stdout.trim().split("\n").length;
  const krakenClaims = (await briefs.claims(brief)).length;
  const added = { sources: sourcesCount - krakenSources, claims: claimsCount - krakenClaims };
  await briefs.all("import", brief, await briefs.file("sources.jsonl", sourceLines(added.sources)));
  const claims = await briefs.file("claims.jsonl", claimLines(added));
  await briefs.all("claims", brief, "--add", claims);
  await publish(briefs, brief);
  const { app } = stopping.use(await openBenchSite(database));
  const listening = await listen(app, "127.0.0.1", 0);
  stopping.defer(() => listening.stop());
  return {
    ...{ briefs, brief, url: listening.url, firstAgreed: krakenClaims + 1 },
    [Symbol.asyncDispose]: () => stopping.disposeAsync(),
  };
}

/** Different publishers, each with words of its own and a sentence for each of its claims. */
function sourceLines(count: number): string {
  let state = 1;
  const word = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return `w${state % 20_000}`;
  };
  return Array.from({ length: count }, (_, nth) => {
    const told = Array.from({ length: claimsPerSource }, (_, place) => sentenceOf(nth, place));
    const text = `${told.join(" ")} ${Array.from({ length: wordsPerSource }, word).join(" ")}.`;
    const about = { name: `T${nth}`, kind: "press_original", publisher: `Paper ${nth}` };
    return JSON.stringify({ ...about, published: "2026-04-14", text });
  }).join("\n");
}

/** Each on a source of its own tenth; the first stand on two. */
function claimLines({ claims, sources }: { claims: number; sources: number }): string {
  const support = (nth: number, place: number) => ({
    ...{ source: `T${nth}`, exact: sentenceOf(nth, place) },
  });
  return Array.from({ length: claims }, (_, n) => {
    const [nth, place] = [Math.floor(n / claimsPerSource) % sources, n % claimsPerSource];
    const isAgreed = n < agreedCount;
    return JSON.stringify({
      ...{ slot: "affected_count", subject: isAgreed ? `agreed_${n}` : `case_${n % subjects}` },
      ...{ verb: verbs[n % 4], speaker: "article" },
      value: { is: "quantity", amount: 2_000 + (n % 5) * 700, hedge: "about", unit: "client" },
      supports: [support(nth, place), ...(isAgreed ? [support(nth + agreedCount, place)] : [])],
    });
  }).join("\n");
}

function sentenceOf(source: number, place: number): string {
  return `Paper ${source} tells of matter ${place} that many accounts were concerned by it.`;
}

/** Prepared by the command, and published as the second of two people agrees; whom the desk draws isn't measured. */
async function publish(briefs: Briefs, brief: string): Promise<void> {
  const { database, appender } = briefs;
  const now = systemClock();
  const [approval, approver] = [newId("approval", now), newId("staff", now)];
  const [line] = await briefs.all("publish", brief);
  await database.query(
    `insert into briefs.publication_asks (approval, edition, asked_at, asked_by)
     values ($1::uuid, $2::uuid, $3::timestamptz, $4::uuid)`,
    [uuidOf(approval), uuidOf(line.edition), now, randomUUID()],
  );
  const { number, sha256 } = line;
  const asked = { id: approval, subject: line.edition, approver, scope: { number, sha256 } };
  const { act } = publicationApproval({ database, appender });
  await transaction(database, async (joining) => {
    await act?.(joining, asked as unknown as Parameters<NonNullable<typeof act>>[1], now);
  });
}
