import assert from "node:assert/strict";
import { createSecretKey, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { constants, getPriority } from "node:os";
import { after, before, test } from "node:test";
import { openDatabase, openLog, openMetrics, type ScheduledJob } from "#platform";
import { openSealedSite, type SealedSite } from "#test";
import { scheduledJobs } from "../../src/scheduled-jobs.ts";

/* Every night the desk compares its log with what it signed, and tells of itself what doesn't fit. */
const log = openLog("silent");
const metrics = openMetrics();
let sealed: SealedSite;
let jobs: ScheduledJob[];
before(async () => {
  sealed = await openSealedSite();
  const { opened } = sealed.site;
  const { database, appUrl } = opened;
  const env = {
    DATABASE_URL: appUrl,
    LOG_POLICY: sealed.policyFile,
    LOG_DIRECTORY: sealed.ledger.signerDirectory,
  };
  const accountsKey = createSecretKey(randomBytes(32));
  jobs = scheduledJobs({ database, log, metrics, env, accountsKey }, sealed.site);
});
after(() => sealed[Symbol.asyncDispose]());

async function run(name: string, stopping = new AbortController().signal): Promise<void> {
  const job = jobs.find((one) => one.name === name);
  assert.ok(job, `${name} isn't scheduled`);
  await job.run(sealed.site.time.now, stopping);
}

test("what was changed in the night is on the log page, and in the log and the counters by its code", async (t) => {
  const { site } = sealed;
  const event = await sealed.note("looked up the address", 1);
  const owner = openDatabase(site.opened.ownerUrl, () => {});
  t.after(() => owner.end());
  await owner.query("update ledger.events set purpose = 'ask' where kind = 'test.noted'");
  const told = t.mock.method(log, "error", () => {});
  await run("ledger.verify_log");
  const lines = JSON.stringify(told.mock.calls.map((call) => call.arguments));
  assert.match(lines, /"codes":\{"event_changed":1\}/);
  assert.ok(!lines.includes(event) && !lines.includes(sealed.client));
  assert.match(await metrics.text(), /^holdfast_log_findings_total\{code="event_changed"\} 1$/m);
  assert.match(await (await site.get("/log")).text(), /1 thing does not fit what was signed/);
});

test("a verification is a process that yields to every other, and ends with the one that began it", async () => {
  const stopping = new AbortController();
  const running = run("ledger.verify_log", stopping.signal);
  const own = readFileSync(`/proc/self/task/${process.pid}/children`, "utf8");
  const priorities = own.trim().split(" ").map(Number).map(getPriority);
  assert.ok(priorities.includes(constants.priority.PRIORITY_LOW));
  stopping.abort();
  await assert.rejects(running, { name: "AbortError" });
});

test("every day that has ended is counted, with all of its events", async () => {
  const { site } = sealed;
  await sealed.note("of the first day", 86_400);
  await sealed.note("of the second day", 1);
  await run("ledger.roll_up");
  const { rows } = await site.opened.database.query(
    `select r.day::text as day, r.events::integer as counted, count(e.id)::integer as events
     from ledger.rolled_days r join ledger.events e on (e.occurred_at at time zone 'UTC')::date = r.day
     group by r.day, r.events`,
  );
  assert.deepEqual(
    rows.map(({ day }) => day),
    ["2026-11-20"],
  );
  assert.equal(rows[0]?.counted, rows[0]?.events);
});
