import assert from "node:assert/strict";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { InvalidInput } from "./errors.ts";
import { replaceFile } from "./files.ts";
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
