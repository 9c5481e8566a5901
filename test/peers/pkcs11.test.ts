import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { Keyring } from "#keys";
import { testKeyEncryption } from "#test";
import { missing, program } from "./parts.ts";

const module = program("libsofthsm2.so");
const skip = missing({
  "softhsm2-util": program("softhsm2-util"),
  "pkcs11-tool (opensc)": program("pkcs11-tool"),
  "libsofthsm2.so": module,
});
const pin = "493817";
const now = new Date("2026-11-20T09:00:00Z");

let directory = "";
let environment: Record<string, string> = {};

before(async () => {
  if (skip) return;
  directory = await mkdtemp(join(tmpdir(), "holdfast-token-"));
  await mkdir(join(directory, "tokens"));
  environment = { SOFTHSM2_CONF: join(directory, "softhsm2.conf") };
  await writeFile(
    join(directory, "softhsm2.conf"),
    `directories.tokendir = ${join(directory, "tokens")}\nobjectstore.backend = file\nlog.level = ERROR\n`,
  );
  const words = ["--init-token", "--free", "--label", "keykeeper", "--so-pin", "88224411"];
  await promisify(execFile)("softhsm2-util", [...words, "--pin", pin], {
    env: { ...process.env, ...environment },
  });
});

after(() => rm(directory, { recursive: true, force: true }));

async function keyringIn(name: string, givenPin = pin): Promise<Keyring> {
  const keyring = await Keyring.open(join(directory, name), async () => ({
    passphrases: [],
    pin: givenPin,
  }));
  if (keyring.ids.length === 0) {
    const place = { module: module ?? "", token: "keykeeper", environment };
    await keyring.make({ kind: "pkcs11", place }, now);
  }
  return keyring;
}

testKeyEncryption("a key on a PKCS #11 token", {
  open: async () => (await keyringIn("one")).newest,
  openOther: async () => (await keyringIn("other")).newest,
  skip,
});

test("a wrong PIN is told in the token's own word, and nothing of the PIN", { skip }, async () => {
  await keyringIn("one");
  await assert.rejects(keyringIn("one", "000000"), (error) => {
    assert.ok(error instanceof Error);
    assert.match(error.message, /token keykeeper did not answer \(CKR_PIN_INCORRECT\)/);
    assert.doesNotMatch(error.message, /000000|493817/);
    return true;
  });
});

test("what lies in the directory and in the token's files isn't the key", { skip }, async () => {
  const { newest } = await keyringIn("one");
  const words = ["--module", module ?? "", "--token-label", "keykeeper", "--login", "--pin", pin];
  const { stdout } = await promisify(execFile)("pkcs11-tool", [...words, "--list-objects"], {
    env: { ...process.env, ...environment },
  });
  assert.ok(stdout.includes(newest.id));
  assert.match(stdout, /sensitive, always sensitive, never extractable, local/);
});
