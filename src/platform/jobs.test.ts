import assert from "node:assert/strict";
import { once } from "node:events";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { openTestDatabase } from "#test";
import { type ScheduledJob, startJobs } from "./jobs.ts";
import { openLog } from "./log.ts";

test("a long job that was missed is made up for, behind others and alone, and gives up when the process stops", async () => {
  await using opened = await openTestDatabase();
  const { database } = opened;
  const now = new Date("2026-11-20T12:00:00Z");
  const begun = Promise.withResolvers<Date>();
  const long: ScheduledJob = {
    name: "test.long",
    crontab: "47 2 * * *",
    isLong: true,
    run: async (at, stopping) => {
      begun.resolve(at);
      if (!stopping.aborted) await once(stopping, "abort");
      throw new Error("stopped");
    },
  };
  await database.query(
    `insert into graphile_worker._private_known_crontabs (identifier, known_since)
     values ($1, now() - interval '2 days')`,
    [long.name],
  );
  const stored = async () => {
    const { rows } = await database.query(
      `select queue_name, priority, key, attempts, locked_at is null as is_waiting
       from graphile_worker.jobs where task_identifier = $1`,
      [long.name],
    );
    return rows;
  };
  const runner = await startJobs(database, openLog("silent"), () => now, [long]);
  assert.deepEqual(await begun.promise, now);
  const alone = { queue_name: long.name, priority: 10, key: long.name, attempts: 1 };
  assert.deepEqual(await stored(), [{ ...alone, is_waiting: false }]);
  await runner.stop();
  // It is put back a moment after the worker has stopped.
  for (let tries = 0; tries < 1_000 && !(await stored())[0]?.is_waiting; tries++) await sleep(10);
  assert.deepEqual(await stored(), [{ ...alone, is_waiting: true }]);
});
