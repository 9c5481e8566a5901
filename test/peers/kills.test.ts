import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { embeddedUrls, openDatabase } from "#platform";
import { end, Installation, isReady } from "../running.ts";

const rounds = 20;
const lifeMsMax = 400;

/** What is killed in a round: the desk, its database, or both at once. */
const victims = [["desk"], ["database"], ["desk", "database"]] as const;

test(`after ${rounds} kills at random moments the desk still starts, answers, and has lost no vote that it thanked for`, async () => {
  await using installation = await Installation.create();
  let counted = 0;
  for (let round = 0; round < rounds; round++) {
    const running = await installation.start();
    assert.ok(await isReady(running.url), `round ${round}: not ready`);
    const vote = await fetch(`${running.url}/help/passkeys/votes`, {
      method: "POST",
      redirect: "manual",
      headers: { origin: running.url, "content-type": "application/x-www-form-urlencoded" },
      body: "helpful=yes",
    });
    if (vote.status === 303) counted += 1;
    await sleep(Math.random() * lifeMsMax);
    const database = await installation.databasePid();
    for (const victim of victims[round % victims.length] ?? []) {
      if (victim === "database") process.kill(database, "SIGKILL");
      else await end(running, "SIGKILL");
    }
    await end(running, "SIGKILL");
  }
  const last = await installation.start();
  assert.ok(await isReady(last.url));
  const database = openDatabase(embeddedUrls(installation.directory).appUrl, () => {});
  const { rows } = await database.query<{ votes: number }>(
    "select sum(helpful)::int as votes from help.votes",
  );
  await database.end();
  assert.ok(counted > 0);
  assert.equal(rows[0]?.votes, counted);
  assert.equal(await end(last, "SIGTERM"), 0);
});
