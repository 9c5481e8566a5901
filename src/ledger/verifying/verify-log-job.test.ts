import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { openLog, openMetrics } from "#platform";
import { verifyLogJob } from "./verify-log-job.ts";

const now = new Date("2026-11-20T12:00:00Z");
const clientId = "client_00000000000000000000000000";
const finding = (code: string) => ({ code, sentence: `${clientId}`, at: { client: clientId } });
const sound = { size: 7, findings_count: 0, findings: [], remarks: [finding("no_quorum")] };

/** Runs the job on what verify-log answers. @returns the counters, and what was logged */
async function runOn(
  t: TestContext,
  verify: () => Promise<string>,
  stopping: AbortSignal = new AbortController().signal,
) {
  const metrics = openMetrics();
  const log = openLog("silent");
  const levels = ["info", "error"] as const;
  const spies = levels.map((level) => t.mock.method(log, level, () => {}));
  const failure = await verifyLogJob({ verify, log, metrics })
    .run(now, stopping)
    .catch((error: Error) => error.message);
  const counters = (await metrics.text()).match(/^holdfast_log_.*$/gm) ?? [];
  const said = spies.flatMap(({ mock }, place) =>
    mock.calls.map((call) => [levels[place], ...call.arguments]),
  );
  return { failure, counters, said };
}

test("a log that fits is counted as such, and what is worth knowing is logged", async (t) => {
  const { counters, said } = await runOn(t, async () => JSON.stringify(sound));
  assert.deepEqual(counters, ['holdfast_log_verifications_total{outcome="sound"} 1']);
  assert.deepEqual(said, [
    [
      "info",
      { part: "verify-log", size: 7, findings: 0, remarks: { no_quorum: 1 } },
      "the log fits what was signed",
    ],
  ]);
});

test("what doesn't fit is counted and logged by its codes alone", async (t) => {
  const codes = ["event_changed", "event_changed", "tile_missing"];
  const line = { ...sound, findings_count: 3, findings: codes.map(finding) };
  const { counters, said } = await runOn(t, async () => JSON.stringify(line));
  assert.deepEqual(counters, [
    'holdfast_log_findings_total{code="event_changed"} 2',
    'holdfast_log_findings_total{code="tile_missing"} 1',
    'holdfast_log_verifications_total{outcome="wrong"} 1',
  ]);
  assert.equal(said.length, 1);
  const [level, about] = said[0] ?? [];
  assert.equal(level, "error");
  assert.deepEqual(Object(about).codes, { event_changed: 2, tile_missing: 1 });
  assert.ok(!JSON.stringify(said).includes(clientId));
});

test("a verification that came to no end is counted, unless the process stops", async (t) => {
  const fail = () => Promise.reject(new Error("no policy"));
  const failed = await runOn(t, fail);
  assert.equal(failed.failure, "no policy");
  assert.deepEqual(failed.counters, ['holdfast_log_verifications_total{outcome="failed"} 1']);
  const stopped = await runOn(t, fail, AbortSignal.abort());
  assert.deepEqual([stopped.failure, stopped.counters], ["no policy", []]);
});
