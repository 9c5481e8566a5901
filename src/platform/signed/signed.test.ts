import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import fc, { codePoint } from "#fast-check";
import { openTestDatabase } from "#test";
import { openLog } from "../log.ts";
import { openSigned, readSigned, signDocument } from "./document.ts";
import { refuseRollback } from "./edition.ts";
import { keyIdOf, makeKeyPair, readPrivateKey, readPublicKey } from "./key.ts";
import { openSignedFile } from "./signed-file.ts";
import { recordEdition } from "./store.ts";

const now = new Date("2026-11-20T12:00:00Z");
const { publicKey, privateKey } = await makeKeyPair();

test("what was signed opens again, and nothing else does", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: codePoint, minLength: 1 }), async (payload) => {
      const signed = await signDocument("directory", payload, privateKey);
      const opened = await openSigned("directory", signed, publicKey);
      assert.equal(opened.payload, Buffer.from(payload).toString());
      assert.equal(opened.keyId, await keyIdOf(publicKey));
    }),
    { numRuns: 50 },
  );
});

test("one changed character anywhere is refused", async () => {
  const signed = await signDocument("directory", '{"version":1,"firm":"Larkmoor"}', privateKey);
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom("payload", "protected", "signature" as const),
      fc.nat(1_000),
      async (part, place) => {
        const text = signed[part];
        const at = place % (text.length - 1); // the last character may carry unused bits
        const changed = `${text.slice(0, at)}${text[at] === "A" ? "B" : "A"}${text.slice(at + 1)}`;
        const code = /directory_(signature_bad|key_unknown)/;
        await assert.rejects(openSigned("directory", { ...signed, [part]: changed }, publicKey), {
          code,
        });
      },
    ),
    { numRuns: 100 },
  );
});

test("a document of another kind, or of another key, is refused", async () => {
  const signed = await signDocument("directory", "{}", privateKey);
  await assert.rejects(openSigned("policy", signed, publicKey), { code: "policy_signature_bad" });
  const other = await makeKeyPair();
  await assert.rejects(openSigned("directory", signed, other.publicKey), {
    code: "directory_key_unknown",
  });
  assert.throws(() => readSigned("directory", "{}"), { code: "directory_not_signed" });
});

test("a verifier refuses a private key", () => {
  assert.throws(() => readPublicKey(privateKey), { code: "key_is_private" });
  assert.throws(() => readPublicKey({ kty: "RSA" }), { code: "key_invalid" });
  assert.throws(() => readPrivateKey(publicKey), { code: "key_invalid" });
});

test("versions only go up, and a version never comes back with other contents", async () => {
  await using opened = await openTestDatabase();
  const record = (version: number, sha256: string, key = "k") =>
    recordEdition(
      opened.database,
      "directory",
      key,
      { version, sha256: sha256.repeat(64) },
      now,
      async () => {},
    );
  await record(2, "a");
  await record(2, "a");
  await assert.rejects(record(2, "b"), { code: "directory_differs" });
  await assert.rejects(record(1, "a"), { code: "directory_older" });
  await record(3, "c");
  await record(1, "d", "another key");
  assert.throws(
    () => refuseRollback("policy", { version: 1, sha256: "" }, { version: 2, sha256: "" }),
    {
      code: "policy_older",
    },
  );
});

test("a desk takes up a new edition while it runs, and keeps the old one when the new one does not hold", async () => {
  await using opened = await openTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), "holdfast-signed-"));
  const [file, keyFile] = [join(folder, "directory.json"), join(folder, "key.json")];
  let time = now.getTime();
  const write = async (version: number, key = privateKey) => {
    const signed = await signDocument("directory", JSON.stringify({ version }), key);
    await writeFile(file, JSON.stringify(signed));
    time += 10_000;
  };
  try {
    await write(2);
    await writeFile(keyFile, JSON.stringify(publicKey));
    const adopted: number[] = [];
    const options = {
      kind: "directory",
      file,
      keyFile,
      read: (payload: string): { version: number } => JSON.parse(payload),
      demoKeyId: await keyIdOf(publicKey),
      isProduction: false,
      database: opened.database,
      clock: () => new Date(time),
      log: openLog("silent"),
      onAdopted: async (_keyId: string, { version }: { version: number }) => {
        adopted.push(version);
      },
    };
    await assert.rejects(openSignedFile({ ...options, isProduction: true }), {
      code: "demo_key_in_production",
    });
    const source = await openSignedFile(options);
    const version = async () => (await source.current()).content.version;
    assert.equal(await version(), 2);
    await write(3);
    assert.equal(await version(), 3);
    assert.deepEqual(adopted, [2, 3]);
    await write(1);
    assert.equal(await version(), 3);
    await write(9, (await makeKeyPair()).privateKey);
    assert.equal(await version(), 3);
    await rm(file);
    time += 10_000;
    assert.equal(await version(), 3);
  } finally {
    await rm(folder, { recursive: true });
  }
});
