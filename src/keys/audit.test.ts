import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { test } from "node:test";
import { type Id, newId, nobody, openDatabase, uuidOf } from "#platform";
import { openTestKeykeeper, type TestKeykeeper, testPermits } from "#test";
import { audit, fits } from "./audit.ts";
import { keykeeperFiles } from "./local-keykeeper.ts";

const right = {
  broken_lines: [],
  without_event: [],
  used_twice: [],
  other_event: [],
};

const audited = ({ ledger, directory }: TestKeykeeper, permits = testPermits) =>
  audit(ledger.opened.database, keykeeperFiles(directory).uses, permits, () => {});

async function decrypted(test: TestKeykeeper, times: number): Promise<Id<"event">[]> {
  const stored = await test.stored("ada@larkmoor.example");
  const events: Id<"event">[] = [];
  for (let count = 0; count < times; count++) {
    const event = await test.event(stored);
    await test.keykeeper.decrypt({ ...stored, event });
    events.push(event);
  }
  return events;
}

test("decryptions that each have their event fit, and events that nobody used are no fault", async () => {
  await using test = await openTestKeykeeper();
  assert.deepEqual(await audited(test), { decryptions: 0, ...right });
  await decrypted(test, 20);
  const stored = await test.stored("bob@larkmoor.example");
  await test.event(stored);
  const found = await audited(test);
  assert.deepEqual(found, { decryptions: 20, ...right });
  assert.ok(fits(found));
});

test("an event that vanished from the ledger, or says something else now, is named; one that was erased isn't", async () => {
  await using test = await openTestKeykeeper();
  const [removed, changed, denied, erased] = await decrypted(test, 5);
  assert.ok(removed && changed && denied && erased);
  const owner = openDatabase(test.ledger.opened.ownerUrl, () => {});
  await owner.query("delete from ledger.events where id = $1", [uuidOf(removed)]);
  await owner.query("update ledger.events set field = 'phone' where id = $1", [uuidOf(changed)]);
  await owner.query("update ledger.events set decision = 'deny' where id = $1", [uuidOf(denied)]);
  await owner.query(
    `update ledger.events set client = $2, field = null,
       version = null, decision = null, details = null, salt = null where id = $1`,
    [uuidOf(erased), nobody],
  );
  await owner.end();
  const found = await audited(test);
  assert.deepEqual(found, {
    decryptions: 5,
    ...right,
    without_event: [removed],
    other_event: [changed, denied],
  });
  assert.ok(!fits(found));
});

test("a kind that permits nothing any more is told, since nothing should have been decrypted for it", async () => {
  await using test = await openTestKeykeeper();
  const events = await decrypted(test, 2);
  assert.deepEqual((await audited(test, [])).other_event, events);
});

test("a journal that somebody wrote into is told by its lines and events", async () => {
  await using test = await openTestKeykeeper();
  const [first, second] = await decrypted(test, 3);
  assert.ok(first && second);
  const { uses } = keykeeperFiles(test.directory);
  const lines = (await readFile(uses, "utf8")).trimEnd().split("\n");
  const [head = "", one = "", two = "", three = ""] = lines;
  await writeFile(uses, `${[head, one, three].join("\n")}\n`);
  assert.deepEqual((await audited(test)).broken_lines, [2]);

  // Somebody who knows how the chain is made can hide a line, but not an event that was used twice or never was.
  const forged = newId("event", test.ledger.time.now);
  const repeated = chained(three, { ...JSON.parse(one), n: 4 });
  const invented = chained(repeated, { ...JSON.parse(two), n: 5, event: forged });
  await writeFile(uses, `${[head, one, two, three, repeated, invented].join("\n")}\n`);
  assert.deepEqual(await audited(test), {
    decryptions: 5,
    ...right,
    used_twice: [first],
    without_event: [forged],
  });
});

function chained(last: string, line: object): string {
  return JSON.stringify({ ...line, previous: createHash("sha256").update(last).digest("hex") });
}
