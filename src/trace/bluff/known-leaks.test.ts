import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { after, before, suite, test } from "node:test";
import { type Command, InvalidInput, newId, UsageError } from "#platform";
import type { FieldName } from "#policy";
import { openTestSite, type TestSite } from "#test";
import type { LeakedRow } from "../leak.ts";
import { HashList } from "./hash-list.ts";
import { addKnownLeak, knownIn, leaksCommands } from "./index.ts";
import { knownLeaks } from "./store.ts";

const happenedAt = new Date("2023-05-01T00:00:00Z");
const hashed = (kind: string, text: string) => createHash(kind).update(text).digest("hex");

async function* file(lines: readonly string[]) {
  yield Buffer.from(`${lines.join("\n")}\n`);
}

const rowsOf = (...all: readonly [FieldName, string][]): LeakedRow[] =>
  all.map(([field, text], place) => ({
    line: place + 1,
    values: [{ field, part: "whole", text }],
    foreign: [],
  }));

suite("leaks that are known", () => {
  let site: TestSite;
  const actor = {
    is: "staff",
    id: newId("staff", new Date("2026-11-20T12:00:00Z")),
  } as const;
  const add = async (name: string, lines: readonly string[], linesMax?: number) =>
    await addKnownLeak(
      site.tracing.desk,
      actor,
      { name, happenedAt, lines: file(lines) },
      site.time.now,
      linesMax,
    );
  before(async () => {
    site = await openTestSite();
  });
  after(() => site[Symbol.asyncDispose]());

  test("a value is found in a list by itself and by its hash, and chance is said beside it", async () => {
    const many = Array.from({ length: 500 }, (_, place) => `other.${place}@list.example`);
    const sha1 = hashed("sha1", "t2@demo.example");
    const sha256 = hashed("sha256", "12025550103");
    const wrong = ["nobody", "x@", "", "=1+1"];
    const lines = [
      "T1@Demo.Example",
      "t1@demo.example",
      sha1.toUpperCase(),
      sha256,
      "+1 (202) 555-0104",
    ];
    const leak = await add("Larkmoor 2023", [...lines, ...many, ...wrong]);
    assert.deepEqual(leak.entries, { email: 501, phone: 1, sha1: 1, sha256: 1 });
    assert.deepEqual([leak.bad, leak.bits], [3, 16]);
    const rows = rowsOf(
      ["email", "t1@demo.example"],
      ["email", "T2@demo.example"],
      ["phone", "+12025550103"],
      ["phone", "+12025550104"],
      ["email", "no.address"],
      ["name", "Test Amber"],
    );
    const [found] = await knownIn(site.tracing.desk, rows);
    assert.deepEqual(
      found?.lines.toSorted((one, other) => one - other),
      [1, 2, 3, 4],
    );
    assert.deepEqual([found?.name, found?.asked], ["Larkmoor 2023", 4]);
    assert.ok((found?.chance ?? 1) < 4 / 100);
  });

  test("of a stranger's values about as many are found as chance says, so that no hit is sure", async () => {
    const listed = Array.from({ length: 300 }, (_, place) => `listed.${place}@list.example`);
    await add("Strangers", listed);
    const strange = Array.from({ length: 1_500 }, (_, place): [FieldName, string] => [
      "email",
      `strange.${place}@demo.example`,
    ]);
    const found = (await knownIn(site.tracing.desk, rowsOf(...strange))).find(
      ({ name }) => name === "Strangers",
    );
    const { lines = [], chance = 0 } = found ?? {};
    assert.ok(chance > 1_500 / 256 && chance < 1_500 / 100, String(chance));
    assert.ok(Math.abs(lines.length - chance) < 6 * Math.sqrt(chance) + 1, String(lines.length));
  });

  test("what is stored is a number of few bits, and nothing of a value", async () => {
    const { id, bits } = await add("Short", ["planted.quartz@list.example", "b@list.example"]);
    const { rows } = await site.opened.database.query<{ entry: number }>(
      "select entry from trace.known_leak_entries where leak = (select id from trace.known_leaks where name = 'Short')",
    );
    assert.equal(bits, 8);
    assert.ok(rows.every(({ entry }) => entry >= 0 && entry < 256));
    const { rows: events } = await site.opened.database.query<{ details: unknown }>(
      "select details from ledger.events where kind = 'trace.leak_listed'",
    );
    assert.ok(events.some(({ details }) => JSON.stringify(details).includes(id)));
    assert.doesNotMatch(JSON.stringify(events), /quartz|Short/);
  });

  test("a list that is too long, empty or without a name is refused, and nothing of it is kept", async () => {
    const before = (await knownLeaks(site.opened.database)).length;
    await assert.rejects(add("Long", ["a@b.example", "c@b.example", "d@b.example"], 2), {
      code: "leak_list_too_long",
    });
    await assert.rejects(add("Nothing", ["x", "y"]), { code: "leak_list_empty" });
    await assert.rejects(add(" ", ["a@b.example"]), InvalidInput);
    assert.equal((await knownLeaks(site.opened.database)).length, before);
  });

  test("on the command line a list is added and listed", async () => {
    const folder = await mkdtemp(join(tmpdir(), "holdfast-leaks-"));
    await writeFile(join(folder, "list.txt"), "t9@demo.example\nnone\n");
    const [list, add] = leaksCommands(async () => site.tracing.desk);
    const run = async (command: Command | undefined, words: string[]) => {
      const written: string[] = [];
      const stdout = new Writable({
        write: (chunk, _encoding, done) => {
          written.push(String(chunk));
          done();
        },
      });
      const context = {
        stdin: process.stdin,
        stdout,
        stderr: stdout,
        env: {},
        clock: () => site.time.now,
      };
      return { code: await command?.run(words, context), text: written.join("") };
    };
    const words = [join(folder, "list.txt"), "--name", "Typed", "--happened", "2023-05-01"];
    assert.deepEqual(await run(add, words), {
      code: 1,
      text: "Typed, 2023-05-01: 1 email; lines that were none: 1\n",
    });
    assert.match((await run(list, ["--json"])).text, /"name":"Typed","happened":"2023-05-01"/);
    for (const happened of ["2099-01-01", "2023-02-31", "02/03/2023"]) {
      await assert.rejects(
        run(add, [join(folder, "list.txt"), "--name", "X", "--happened", happened]),
        UsageError,
      );
    }
    await rm(folder, { recursive: true });
  });
});

test("a list of hashes has each once, in their order, however many there are", async () => {
  const list = new HashList();
  const numbers = Array.from({ length: 5_000 }, (_, place) => (place * 2_654_435_761) % 2 ** 32);
  for (const number of [...numbers, ...numbers]) list.add(number);
  assert.equal(await list.sort(), 5_000);
  assert.deepEqual(
    [...list.all()],
    numbers.toSorted((one, other) => one - other),
  );
});
