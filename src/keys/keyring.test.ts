import assert from "node:assert/strict";
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { newId } from "#platform";
import { testKeyEncryption } from "#test";
import { makeFileKek, openFileKek } from "./kek-file.ts";
import { makePassphraseKek, openPassphraseKek, WrongPassphrase } from "./kek-passphrase.ts";
import { newKey } from "./key-encryption.ts";
import { KekMissing, Keyring, NoKek } from "./keyring.ts";
import { OpenToOthers } from "./private-file.ts";

const now = new Date("2026-11-20T09:00:00Z");
const later = new Date("2026-11-21T09:00:00Z");
const bound = Buffer.from("dek of one client");
const cheap = { N: 2 ** 10, r: 8, p: 1 };
const passphrase = "six random words make it long";

const directories: string[] = [];
after(async () => {
  for (const directory of directories) await rm(directory, { recursive: true });
});
async function newDirectory(): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), "holdfast-keyring-"));
  directories.push(parent);
  return join(parent, "keykeeper");
}

const [id, otherId] = [newId("kek", now), newId("kek", now)];

const file = makeFileKek();
testKeyEncryption("file", {
  open: async () => openFileKek(id, file),
  openOther: async () => openFileKek(otherId, makeFileKek()),
});

const behindPassphrase = await makePassphraseKek(passphrase, cheap);
testKeyEncryption("passphrase", {
  open: () => openPassphraseKek(id, behindPassphrase, [passphrase]),
  openOther: async () =>
    openPassphraseKek(otherId, await makePassphraseKek(passphrase, cheap), [passphrase]),
});

test("a wrong passphrase is told as such, none too, and one of several may be the right one", async () => {
  const open = (...passphrases: string[]) => openPassphraseKek(id, behindPassphrase, passphrases);
  await assert.rejects(open("another one altogether"), (error) => {
    assert.ok(error instanceof WrongPassphrase);
    assert.match(error.message, /No passphrase in KEK_PASSPHRASE_FILE opens kek_\w+ \(1 tried\)/);
    assert.doesNotMatch(error.message, /another one|six random/);
    return true;
  });
  await assert.rejects(open(), /none was given.*KEK_PASSPHRASE_FILE/);
  await open("another one altogether", passphrase);
  await assert.rejects(makePassphraseKek("short", cheap), /under 12 characters/);
});

test("a keyring wraps by its newest key, and unwraps by every one that is there", async () => {
  const directory = await newDirectory();
  const keyring = await Keyring.open(directory, async () => ({ passphrases: [passphrase] }));
  assert.throws(() => keyring.newest, NoKek);
  const first = await keyring.make({ kind: "file" }, now);
  const key = newKey();
  const wrapped = await keyring.newest.wrap(key, bound);
  const second = await keyring.make({ kind: "passphrase" }, later);
  assert.deepEqual(keyring.ids, [first, second]);
  assert.equal(keyring.newest.id, second);

  const again = await Keyring.open(directory, async () => ({ passphrases: [passphrase] }));
  assert.equal(again.newest.id, second);
  assert.ok((await (await again.find(first)).unwrap(wrapped, bound))?.equals(key));
  await assert.rejects(
    Keyring.open(directory, async () => ({ passphrases: [] })),
    WrongPassphrase,
  );
});

test("the last key that was made is the newest, also after the clock was set back", async () => {
  const keyring = await Keyring.open(await newDirectory(), async () => ({ passphrases: [] }));
  const made = [];
  for (const at of [later, now, later]) made.push(await keyring.make({ kind: "file" }, at));
  assert.deepEqual(keyring.ids, made);
});

test("a key that another process made or destroyed is noticed", async () => {
  const directory = await newDirectory();
  const unlocking = async () => ({ passphrases: [] });
  const running = await Keyring.open(directory, unlocking);
  const command = await Keyring.open(directory, unlocking);
  const made = await command.make({ kind: "file" }, now);
  assert.equal((await running.find(made)).id, made);
  await command.destroy(made);
  assert.deepEqual(await readdir(directory), []);
  await running.reload();
  await assert.rejects(
    running.find(made),
    (error) => error instanceof KekMissing && error.message.includes(`${made}.json`),
  );
});

test("keys are readable by their owner alone, and refused when they aren't", async () => {
  const directory = await newDirectory();
  const keyring = await Keyring.open(directory, async () => ({ passphrases: [] }));
  const made = await keyring.make({ kind: "file" }, now);
  const path = join(directory, `${made}.json`);
  assert.equal((await stat(path)).mode & 0o777, 0o600);
  assert.equal((await stat(directory)).mode & 0o777, 0o700);
  const opened = () => Keyring.open(directory, async () => ({ passphrases: [] }));

  await chmod(path, 0o640);
  await assert.rejects(opened, (error) => {
    assert.ok(error instanceof OpenToOthers);
    assert.equal(
      error.message,
      `${path} can be opened by others (mode 640). Run: chmod 600 ${path}`,
    );
    return true;
  });
  await chmod(path, 0o600);
  await chmod(directory, 0o750);
  await assert.rejects(opened, /chmod 700/);
  await chmod(directory, 0o700);

  await writeFile(path, (await readFile(path, "utf8")).replace('"file"', '"open"'));
  await assert.rejects(opened, /isn't a key-encryption key/);
});
