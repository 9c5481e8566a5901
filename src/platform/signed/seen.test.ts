import assert from "node:assert/strict";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { readSeen, rememberSeen } from "./seen.ts";

const folder = await mkdtemp(join(tmpdir(), "holdfast-seen-"));
after(() => rm(folder, { recursive: true }));

const edition = (version: number, key = "key-1", kind = "directory") => ({
  kind,
  firm: "Larkmoor",
  key,
  version,
  sha256: String(version).repeat(64),
});

test("the last edition is remembered for each kind, firm and key, and nothing else is left behind", async () => {
  const data = join(folder, "data");
  assert.equal((await readSeen(data)).last("directory", "Larkmoor", "key-1"), undefined);
  await rememberSeen(data, edition(1));
  await rememberSeen(data, edition(1, "key-2"));
  await rememberSeen(data, edition(2));
  await rememberSeen(data, edition(7, "key-1", "policy"));
  const seen = await readSeen(data);
  assert.equal(seen.last("directory", "Larkmoor", "key-1")?.version, 2);
  assert.equal(seen.last("directory", "Larkmoor", "key-2")?.version, 1);
  assert.equal(seen.last("policy", "Larkmoor", "key-1")?.version, 7);
  assert.equal(seen.last("directory", "Kraken", "key-1"), undefined);
  assert.deepEqual(await readdir(data), ["editions-seen.json"]);
});

test("a damaged memory is refused rather than taken for none", async () => {
  await writeFile(join(folder, "editions-seen.json"), "[{");
  await assert.rejects(readSeen(folder), { code: "seen_damaged" });
});
