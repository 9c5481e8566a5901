import assert from "node:assert/strict";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { lastSeen, readSeen, rememberSeen } from "./seen.ts";

const folder = await mkdtemp(join(tmpdir(), "holdfast-seen-"));
after(() => rm(folder, { recursive: true }));

const first = { version: 1, sha256: "a".repeat(64) };
const second = { version: 2, sha256: "b".repeat(64) };

test("the last edition is remembered for each firm and key, and nothing else is left behind", async () => {
  const data = join(folder, "data");
  assert.deepEqual(await readSeen(data), []);
  await rememberSeen(data, "Larkmoor", "key-1", first);
  await rememberSeen(data, "Larkmoor", "key-2", first);
  await rememberSeen(data, "Larkmoor", "key-1", second);
  const seen = await readSeen(data);
  assert.equal(lastSeen(seen, "Larkmoor", "key-1")?.version, 2);
  assert.equal(lastSeen(seen, "Larkmoor", "key-2")?.version, 1);
  assert.equal(lastSeen(seen, "Kraken", "key-1"), undefined);
  assert.deepEqual(await readdir(data), ["directories-seen.json"]);
});

test("a damaged memory is refused rather than taken for none", async () => {
  await writeFile(join(folder, "directories-seen.json"), "[{");
  await assert.rejects(readSeen(folder), { code: "seen_damaged" });
});
