import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { after, test } from "node:test";
import { keyCommand, keyIdOf, readPublicKey } from "#platform";
import { contactsCommands } from "./commands.ts";
import { demoDirectoryKeyId } from "./demo-key.ts";
import { parseDirectory } from "./directory.ts";

const folder = await mkdtemp(join(tmpdir(), "holdfast-directory-"));
after(() => rm(folder, { recursive: true }));
const at = (name: string) => join(folder, name);
const env = { HOLDFAST_DATA: at("data") };

async function run(name: string, args: string[], now = "2026-11-20T12:00:00Z") {
  const command = [keyCommand, ...contactsCommands].find((command) => command.name === name);
  assert.ok(command);
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const stdin = Readable.from([]);
  const clock = () => new Date(now);
  const exitCode = await command.run(args, { stdin, stdout, stderr, env, clock });
  return { exitCode, text: String(stdout.read() ?? ""), refusal: String(stderr.read() ?? "") };
}

const example = "examples/larkmoor.directory.json";
const [privateKey, publicKey] = [at("own.private.json"), at("own.public.json")];
const sign = (version: number, ...more: string[]) =>
  run("directory sign", [
    ...[example, "--key", privateKey, "--version", String(version)],
    ...["--expires", "2027-01-31", ...more],
  ]);

test("a key pair is made once: the private half for its owner's eyes, never overwritten", async () => {
  await run("key", [at("own")]);
  assert.equal((await stat(privateKey)).mode & 0o777, 0o600);
  await assert.rejects(run("key", [at("own")]), { code: "file_not_written" });
});

test("no half of a key pair is left where the other can't be written", async () => {
  await writeFile(at("half.public.json"), "somebody's");
  await assert.rejects(run("key", [at("half")]), { code: "file_not_written" });
  assert.equal(existsSync(at("half.private.json")), false);
});

test("sign, verify, refuse the older edition, print the DNS line", async () => {
  await sign(2, "--output", at("two.json"));
  await writeFile(at("one.json"), (await sign(1)).text);
  const verified = await run("directory verify", [at("two.json"), "--key", publicKey]);
  assert.equal(verified.exitCode, 0);
  assert.match(verified.text, /^genuine: "Larkmoor", version 2/);
  const older = await run("directory verify", [at("one.json"), "--key", publicKey]);
  assert.deepEqual([older.exitCode, older.text], [1, ""]);
  assert.match(older.refusal, /^refused \(directory_older\)/);
  const txt = await run("directory txt", [at("two.json")]);
  assert.match(txt.text, /^v=holdfast1; version=2; sha256=[0-9a-f]{64}; expires=2027-01-31T/);
});

test("an expired edition and a wrong key are refused", async () => {
  const args = [at("two.json"), "--key", publicKey];
  const expired = await run("directory verify", args, "2027-01-31T00:00:00Z");
  assert.match(expired.refusal, /^refused \(directory_expired\)/);
  const demo = "examples/demo-directory-key.public.json";
  const other = await run("directory verify", [at("two.json"), "--key", demo]);
  assert.match(other.refusal, /^refused \(directory_key_unknown\)/);
  const missing = await run("directory verify", [at("none.json"), "--key", publicKey]);
  assert.match(missing.refusal, /^refused \(file_unreadable\)/);
});

for (const args of [
  [],
  [example],
  [example, "--key", "k", "--version", "0", "--expires", "2027-01-31"],
  [example, "--key", "k", "--version", "1", "--expires", "soon"],
  [example, "--key", "k", "--version", "1", "--expires", "2027-02-31"],
  [example, "more", "--key", "k", "--version", "1", "--expires", "2027-01-31"],
  ["--nonsense"],
]) {
  test(`directory sign ${args.join(" ")} explains itself`, async () => {
    await assert.rejects(run("directory sign", args), { code: "usage" });
  });
}

test("the signed demo edition is the demo directory, under the key that everybody has", async () => {
  const signed = JSON.parse(await readFile("examples/larkmoor.directory.jws.json", "utf8"));
  const payload = parseDirectory(Buffer.from(signed.payload, "base64url").toString());
  const written = parseDirectory(await readFile(example, "utf8"));
  assert.deepEqual(payload.contacts, written.contacts);
  assert.deepEqual(payload.reported, written.reported);
  const key = JSON.parse(await readFile("examples/demo-directory-key.public.json", "utf8"));
  assert.equal(await keyIdOf(readPublicKey(key)), demoDirectoryKeyId);
  const args = ["examples/larkmoor.directory.jws.json", "--key"];
  const verified = await run("directory verify", [
    ...args,
    "examples/demo-directory-key.public.json",
  ]);
  assert.equal(verified.exitCode, 0);
});
