import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { openTestDatabase, TestBackups } from "#test";
import { writeWhole } from "./new-file.ts";

async function* pieces(...texts: string[]) {
  for (const text of texts) yield Buffer.from(text);
}

test("a backup is readable by its owner alone, and its digest is that of the file", async () => {
  await using backups = await TestBackups.open();
  await using source = await openTestDatabase();
  const file = backups.path("backup");
  const { bytes, sha256 } = await backups.take(source, file);
  const found = await readFile(file);
  assert.equal(found.length, bytes);
  assert.equal(createHash("sha256").update(found).digest("hex"), sha256);
  assert.equal((await stat(file)).mode & 0o777, 0o600);
  assert.deepEqual(await readdir(backups.directory), ["backup"]);
});

test("no file is overwritten, not even one that appeared meanwhile", async () => {
  await using backups = await TestBackups.open();
  const file = backups.path("backup");
  async function* slowly() {
    yield Buffer.from("new");
    await writeFile(file, "older");
  }
  const refused = { code: "file_not_written", message: /is there already/ };
  await assert.rejects(writeWhole(file, slowly()), refused);
  await assert.rejects(writeWhole(file, pieces("new")), refused);
  assert.equal(await readFile(file, "utf8"), "older");
  assert.deepEqual(await readdir(backups.directory), ["backup"]);
});

test("another backup that is being written to the same path isn't disturbed", async () => {
  await using backups = await TestBackups.open();
  const file = backups.path("backup");
  async function* first() {
    yield Buffer.from("first");
    await assert.rejects(writeWhole(file, pieces("second")), { code: "file_not_written" });
    yield Buffer.from(" of two");
  }
  await writeWhole(file, first());
  assert.equal(await readFile(file, "utf8"), "first of two");
});

test("a backup that is stopped, or can't be written, leaves no file", async () => {
  await using backups = await TestBackups.open();
  await using source = await openTestDatabase();
  const stopping = new AbortController();
  const onRead = () => stopping.abort(new Error("stopped"));
  const { signal } = stopping;
  const stopped = backups.take(source, backups.path("backup"), { onRead, signal });
  await assert.rejects(stopped, new Error("stopped"));
  assert.deepEqual(await readdir(backups.directory), []);
  const elsewhere = join(backups.directory, "missing", "backup");
  await assert.rejects(backups.take(source, elsewhere), { code: "file_not_written" });
});
