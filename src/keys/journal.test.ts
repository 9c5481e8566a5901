import assert from "node:assert/strict";
import { appendFile, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { newId } from "#platform";
import { AppendOnlyFile, lastLines } from "./append-only-file.ts";
import { Journal, type JournalLine, readJournal, recentEntries } from "./journal.ts";

const now = new Date("2026-11-20T12:00:00Z");
const directory = await mkdtemp(join(tmpdir(), "holdfast-journal-"));
after(() => rm(directory, { recursive: true }));

let files = 0;
const newPath = () => join(directory, `${files++}.jsonl`);
const entry = (at = now) => ({
  at: at.toISOString(),
  event: newId("event", at),
  client: newId("client", at),
});

async function linesOf(path: string): Promise<JournalLine[]> {
  return await Array.fromAsync(readJournal(path));
}

test("a journal is read back in order, by its owner alone, also after it was opened anew", async () => {
  const path = newPath();
  const entries = [entry(), entry(), entry()];
  const first = await Journal.open(path);
  await Promise.all(entries.slice(0, 2).map((each) => first.append(each)));
  await first.close();
  const again = await Journal.open(path);
  assert.equal(again.id, first.id);
  assert.equal(again.count, 2);
  await again.append(entries[2] ?? entry());
  await again.close();
  const lines = await linesOf(path);
  assert.deepEqual(lines, [
    { number: 0, entry: undefined, follows: true },
    ...entries.map((each, place) => ({ number: place + 1, entry: each, follows: true })),
  ]);
  assert.equal((await stat(path)).mode & 0o777, 0o600);
});

test("a line that a crash cut off is removed, and nothing before it", async () => {
  const path = newPath();
  const journal = await Journal.open(path);
  await journal.append(entry());
  await journal.close();
  const whole = await readFile(path, "utf8");
  await appendFile(path, whole.slice(-90, -20));
  const again = await Journal.open(path);
  assert.equal(again.count, 1);
  assert.equal(await readFile(path, "utf8"), whole);
  await again.append(entry());
  await again.close();
  assert.ok((await linesOf(path)).every(({ follows }) => follows));
});

test("a journal whose very first line was cut off is begun anew", async () => {
  const path = newPath();
  await writeFile(path, '{"n":0,"previous":"","jour');
  const journal = await Journal.open(path);
  await journal.append(entry());
  await journal.close();
  assert.deepEqual(
    (await linesOf(path)).map(({ follows }) => follows),
    [true, true],
  );
});

test("a line that was changed, removed, repeated or put elsewhere breaks the chain", async () => {
  const path = newPath();
  const journal = await Journal.open(path);
  for (let count = 0; count < 5; count++) await journal.append(entry());
  await journal.close();
  const lines = (await readFile(path, "utf8")).trimEnd().split("\n");
  const [head = "", one = "", two = "", three = "", ...rest] = lines;
  const tampered = {
    changed: [head, one, two.replace("12:00:00", "12:00:01"), three, ...rest],
    removed: [head, one, three, ...rest],
    repeated: [head, one, two, two, three, ...rest],
    exchanged: [head, two, one, three, ...rest],
    "without its head": [one, two, three, ...rest],
    "not a line": [head, one, "{}", three, ...rest],
  };
  for (const [how, changed] of Object.entries(tampered)) {
    await writeFile(path, `${changed.join("\n")}\n`);
    assert.ok(!(await linesOf(path)).every(({ follows }) => follows), how);
  }
  await writeFile(path, `${[...lines, "{}"].join("\n")}\n`);
  await assert.rejects(Journal.open(path), /isn't a journal that the keykeeper wrote/);
});

test("the entries since a time are found at the end of a long journal", async () => {
  const path = newPath();
  const journal = await Journal.open(path);
  const times = Array.from(
    { length: 2_000 },
    (_, second) => new Date(now.getTime() + second * 1e3),
  );
  await Promise.all(times.map((at) => journal.append(entry(at))));
  await journal.close();
  const since = times[1_000] ?? now;
  const found = (await recentEntries(path, since)).map(({ at }) => at);
  assert.deepEqual(
    found.filter((at) => at >= since.toISOString()),
    times.slice(1_000).map((at) => at.toISOString()),
  );
  assert.ok(found.length < 2_000);
});

test("lines that arrive together are all on disk, in order, when each is answered", async () => {
  const path = newPath();
  const file = await AppendOnlyFile.open(path);
  const lines = Array.from({ length: 500 }, (_, place) => `line ${place}`);
  await Promise.all(
    lines.map(async (line, place) => {
      await file.append(line);
      if (place % 100 === 0) assert.ok((await readFile(path, "utf8")).includes(`${line}\n`));
    }),
  );
  await file.close();
  assert.deepEqual(await lastLines(path, () => false), lines);
});

test("what can't be written is told to everybody who waits for it", async () => {
  const file = await AppendOnlyFile.open(newPath());
  await file.close();
  const answers = await Promise.allSettled([file.append("first"), file.append("second")]);
  assert.deepEqual(
    answers.map(({ status }) => status),
    ["rejected", "rejected"],
  );
});
