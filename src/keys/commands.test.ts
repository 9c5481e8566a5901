import assert from "node:assert/strict";
import { chmod, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { after, test } from "node:test";
import { openDatabase, uuidOf } from "#platform";
import { openTestKeykeeper, type TestKeykeeper, testPermits } from "#test";
import type { Reach } from "./command-context.ts";
import { keysCommands } from "./commands.ts";
import { readNewestClientKeys } from "./store.ts";

const later = new Date("2026-11-20T12:00:01Z");
const directory = await mkdtemp(join(tmpdir(), "holdfast-keys-commands-"));
after(() => rm(directory, { recursive: true }));

type Run = { code: number; out: string };

async function run(line: string, env: Record<string, string>, test?: TestKeykeeper): Promise<Run> {
  const reach: Reach = async () => {
    assert.ok(test);
    const config = { KEYKEEPER_DIRECTORY: test.directory };
    const unset = {
      KEYKEEPER_SOCKET: undefined,
      KEK_PASSPHRASE_FILE: env.KEK_PASSPHRASE_FILE,
      KEK_PIN_FILE: undefined,
    };
    return {
      database: test.ledger.opened.database,
      config: { ...config, ...unset },
      dataDirectory: "",
    };
  };
  const command = keysCommands(reach, () => directory, testPermits)
    .filter(({ name }) => line === name || line.startsWith(`${name} `))
    .sort((a, b) => b.name.length - a.name.length)[0];
  assert.ok(command, line);
  const stdout = new PassThrough();
  const words = line.slice(command.name.length).split(" ").filter(Boolean);
  const context = { stdin: Readable.from([]), stdout, stderr: new PassThrough(), env };
  const code = await command.run(words, { ...context, clock: () => later });
  stdout.end();
  return { code, out: await text(stdout) };
}

test("keys new makes the first key, once, of the kind that is asked for", async () => {
  await assert.rejects(run("keys new", {}), /Give --kind/);
  await assert.rejects(run("keys new --kind paper", {}), /no kind "paper"/);
  await assert.rejects(run("keys new --kind pkcs11 --module x", {}), /needs --module and --token/);
  await assert.rejects(run("keys new --kind passphrase", {}), /under 12 characters/);
  const { code, out } = await run("keys new --kind file", {});
  assert.equal(code, 0);
  const [file] = await readdir(join(directory, "keykeeper", "keks"));
  assert.match(out, new RegExp(`^${file?.replace(".json", "")} is in .*Keep a copy`));
  await assert.rejects(run("keys new --kind file", {}), /holdfast keys rotate/);
});

test("keys rotate, keys and keys drop tell what they did, and a passphrase can take the place of a file", async () => {
  await using test = await openTestKeykeeper();
  await test.stored("ada@larkmoor.example");
  const KEK_PASSPHRASE_FILE = join(directory, "passphrases");
  await writeFile(KEK_PASSPHRASE_FILE, "six random words make it long\n", { mode: 0o600 });
  const [listed] = (await run("keys --json", {}, test)).out.split("\n");
  const { id: old, ...state } = JSON.parse(listed ?? "");
  assert.deepEqual(state, { state: "newest", client_keys: 1, index_keys: 2 });
  await assert.rejects(run(`keys drop ${old}`, {}, test), /wraps every new key/);

  const rotated = await run("keys rotate --kind passphrase --json", { KEK_PASSPHRASE_FILE }, test);
  const { kek, ...rotation } = JSON.parse(rotated.out);
  assert.deepEqual([rotated.code, rotation], [0, { resumed: false, rewrapped: 3, failed: [] }]);
  assert.equal(
    (await run("keys", { KEK_PASSPHRASE_FILE }, test)).out,
    `${old}  old  wraps 0 clients' keys, 0 index keys\n${kek}  newest  wraps 1 clients' keys, 2 index keys\n`,
  );
  await assert.rejects(run("keys", {}, test), /opens by a passphrase, but none was given/);
  await chmod(KEK_PASSPHRASE_FILE, 0o644);
  await assert.rejects(run("keys", { KEK_PASSPHRASE_FILE }, test), /can be opened by others/);
  await chmod(KEK_PASSPHRASE_FILE, 0o600);
  const dropped = await run(`keys drop ${old}`, { KEK_PASSPHRASE_FILE }, test);
  assert.match(dropped.out, /is destroyed/);
  await assert.rejects(run(`keys drop ${old}`, { KEK_PASSPHRASE_FILE }, test), /has no key/);
});

test("keys rotate names what it couldn't unwrap, and ends with 1", async () => {
  await using test = await openTestKeykeeper();
  const { database } = test.ledger.opened;
  const { client } = await test.stored("ada@larkmoor.example");
  const key = (await readNewestClientKeys(database, [client]))[0];
  const changed = Buffer.from(key?.wrapped ?? []).reverse();
  await database.query("update keys.client_keys set wrapped = $2 where client = $1", [
    uuidOf(client),
    changed,
  ]);
  const { code, out } = await run("keys rotate", {}, test);
  assert.equal(code, 1);
  assert.match(out, new RegExp(`^${client} 1 could not be unwrapped: it was changed\n`));
});

test("audit keys says in words and in JSON whether all fits, and ends with 1 when it doesn't", async () => {
  await using test = await openTestKeykeeper();
  const stored = await test.stored("ada@larkmoor.example");
  const event = await test.event(stored);
  await test.keykeeper.decrypt({ ...stored, event });
  assert.deepEqual(await run("audit keys", {}, test), {
    code: 0,
    out: "1 decryptions, each for an event of its own\n",
  });
  const owner = openDatabase(test.ledger.opened.ownerUrl, () => {});
  await owner.query("delete from ledger.events where id = $1", [uuidOf(event)]);
  await owner.end();
  const { code, out } = await run("audit keys --json", {}, test);
  assert.equal(code, 1);
  const { fits, without_event: missing } = JSON.parse(out);
  assert.deepEqual([fits, missing], [false, [event]]);
  const said = await run("audit keys", {}, test);
  assert.match(said.out, new RegExp(`^${event} was used, but the ledger doesn't have it\n`));
});
