import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { openDatabase, uuidOf } from "#platform";
import { breakLooks, openTestSite } from "#test";
import { openBenchDatabase } from "../bench/database.ts";
import { RevealWorld } from "../bench/reveal-world.ts";

const kills = 50;
const lifeMsMax = 400;

test("1,000 random failpoints: nothing is shown that isn't written down", async () => {
  await using site = await openTestSite();
  const shown = await breakLooks(site, 1_000, () => randomInt(1_000_000) / 1_000_000);
  assert.ok(shown > 0 && shown < 1_000, `${shown} of 1,000 were shown`);
});

test(`${kills} kills of the desk amid reveals: every view has its event`, async () => {
  await using opened = await openBenchDatabase();
  await using ending = new AsyncDisposableStack();
  const world = await RevealWorld.open(opened, opened.database);
  ending.use(world);
  const directory = await mkdtemp(join(tmpdir(), "holdfast-reveal-kills-"));
  ending.defer(() => rm(directory, { recursive: true, force: true }));
  const file = join(directory, "contacts.json");
  await writeFile(file, JSON.stringify(world.contacts));
  const shown = new Set<string>();
  for (let round = 0; round < kills; round++) {
    for (const event of await killedRound(opened.appUrl, world.socket, file)) {
      assert.ok(!shown.has(event), "one event, two views");
      shown.add(event);
    }
  }
  assert.ok(shown.size >= kills, `only ${shown.size} were shown`);
  const database = openDatabase(opened.appUrl, () => {});
  ending.defer(() => database.end());
  const ids = [...shown].map((event) => uuidOf(event as `event_${string}`));
  const { rows } = await database.query<{ count: string }>(
    `select count(*) from ledger.events where id = any ($1::uuid[]) and kind = 'vault.revealed'
       and decision = 'allow'`,
    [ids],
  );
  assert.equal(Number(rows[0]?.count), shown.size, "shown without an event");
});

/** @returns the events of what was shown before the kill */
async function killedRound(url: string, socket: string, file: string): Promise<string[]> {
  const loader = new URL("../../src/platform/tsx.ts", import.meta.url).href;
  const load = fileURLToPath(new URL("../reveal-load.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", loader, load, url, socket, file], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout });
  reader.on("line", (line) => lines.push(line));
  const [first] = await Promise.race([once(reader, "line"), once(child, "exit")]);
  assert.equal(first, "ready", "the load didn't start");
  await Promise.race([once(reader, "line"), once(child, "exit")]); // a view, however long it takes on this machine
  await sleep(randomInt(lifeMsMax));
  child.kill("SIGKILL");
  await Promise.all([once(child, "exit"), once(reader, "close")]);
  return lines.filter((line) => line.startsWith("event_") && line.length === 32);
}
