import assert from "node:assert/strict";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { InvalidInput } from "./errors.ts";
import { openSecretKey, readTextFile, replaceFile, writeNewFiles } from "./files.ts";
import { holdAlone } from "./instance.ts";

const folder = await mkdtemp(join(tmpdir(), "holdfast-files-"));
after(() => rm(folder, { recursive: true }));

test("a file is replaced whole, also over what a crash left beside it", async () => {
  const file = join(folder, "whole");
  await replaceFile(file, "one", 0o600);
  await writeFile(`${file}.new`, "half of tw");
  await replaceFile(file, "two", 0o600);
  assert.equal(await readFile(file, "utf8"), "two");
  assert.equal((await stat(file)).mode & 0o777, 0o600);
  assert.deepEqual(await readdir(folder), ["whole"]);
});

test("a byte order mark before a text is no part of it", async () => {
  const file = join(folder, "marked");
  await writeFile(file, '\uFEFF{"one": "\uFEFF"}');
  assert.equal(await readTextFile(file), '{"one": "\uFEFF"}');
});

test("of new files that belong together none is left when one is there already, or can't be written", async () => {
  const own = join(folder, "together");
  await mkdir(own);
  const there = join(own, "there");
  await writeFile(there, "kept");
  for (const [other, sentence] of [
    [there, /there is there already\. Give another path/],
    [join(own, "nowhere", "file"), /can't be written \(ENOENT\)/],
  ] as const) {
    const files = [join(own, "first"), other].map((file) => ({ file, content: "x", mode: 0o600 }));
    await assert.rejects(writeNewFiles(files), { code: "file_not_written", message: sentence });
    assert.deepEqual(await readdir(own), ["there"]);
  }
  assert.equal(await readFile(there, "utf8"), "kept");
});

test("a file that can't be replaced stays as it was", async () => {
  const file = join(folder, "kept");
  await writeFile(file, "one");
  await mkdir(`${file}.new`);
  await assert.rejects(replaceFile(file, "two", 0o600));
  assert.equal(await readFile(file, "utf8"), "one");
});

test("a file that one holds is refused to the next, until it is released", async () => {
  const file = join(folder, "held");
  await writeFile(file, "");
  const inUse = () => new InvalidInput("in_use", "In use.");
  const release = await holdAlone(file, inUse);
  await assert.rejects(holdAlone(join(folder, ".", "held"), inUse), { code: "in_use" });
  release();
  (await holdAlone(file, inUse))();
});

test("of several first starts at once, all have the same key, and nothing else is left", async () => {
  const file = join(folder, "keys/secret.key");
  const keys = await Promise.all(Array.from({ length: 8 }, () => openSecretKey(file)));
  const texts = new Set(keys.map((key) => key.export().toString("base64")));
  assert.deepEqual([...texts], [(await readFile(file, "utf8")).trim()]);
  assert.deepEqual(await readdir(join(folder, "keys")), ["secret.key"]);
  assert.equal((await stat(file)).mode & 0o777, 0o600);
  await writeFile(file, "half");
  await assert.rejects(openSecretKey(file), { code: "secret_key_invalid" });
});
