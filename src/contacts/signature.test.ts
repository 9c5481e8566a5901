import assert from "node:assert/strict";
import { test } from "node:test";
import { type Edition, makeKeyPair, payloadDigest } from "#platform";
import { readDirectory } from "./directory.ts";
import { signDirectory, verifyDirectory } from "./signature.ts";
import { txtLine } from "./txt.ts";

const now = new Date("2026-11-20T12:00:00Z");
const expiresAt = new Date("2027-01-01T00:00:00Z");
const directory = readDirectory({
  firm: "Larkmoor",
  brands: ["larkmoor"],
  contacts: [{ type: "domain", value: "larkmoor.example" }],
});

const { publicKey, privateKey } = await makeKeyPair();
const sign = (version: number) => signDirectory(directory, privateKey, { version, expiresAt, now });
const nothingSeen = (): Edition | undefined => undefined;

test("what was signed is read back, dated and numbered", async () => {
  const verified = await verifyDirectory(await sign(3), publicKey, nothingSeen, now);
  assert.equal(verified.version, 3);
  assert.equal(verified.expiresAt, expiresAt.toISOString());
  assert.deepEqual(verified.directory.contacts, directory.contacts);
});

test("a changed payload is refused", async () => {
  const signed = await sign(1);
  const payload = Buffer.from(signed.payload, "base64url")
    .toString()
    .replace("larkmoor.", "larkm00r.");
  const changed = { ...signed, payload: Buffer.from(payload).toString("base64url") };
  await assert.rejects(verifyDirectory(changed, publicKey, nothingSeen, now), {
    code: "directory_signature_bad",
  });
});

test("another key's signature is refused, and so is one that only claims to be ours", async () => {
  const other = await makeKeyPair();
  const signed = await signDirectory(directory, other.privateKey, { version: 1, expiresAt, now });
  const { protected: claimed } = await sign(1);
  await assert.rejects(verifyDirectory(signed, publicKey, nothingSeen, now), {
    code: "directory_key_unknown",
  });
  await assert.rejects(
    verifyDirectory({ ...signed, protected: claimed }, publicKey, nothingSeen, now),
    { code: "directory_signature_bad" },
  );
});

test("an expired directory is refused from its last moment on", async () => {
  await assert.rejects(verifyDirectory(await sign(1), publicKey, nothingSeen, expiresAt), {
    code: "directory_expired",
  });
});

test("an older version than the last one seen is refused; the same one is not", async () => {
  const signed = await sign(2);
  const seen = { version: 2, sha256: payloadDigest(signed) };
  await verifyDirectory(signed, publicKey, () => seen, now);
  await assert.rejects(
    verifyDirectory(await sign(1), publicKey, () => seen, now),
    {
      code: "directory_older",
    },
  );
});

test("two directories under one version are refused", async () => {
  const seen = { version: 2, sha256: "0".repeat(64) };
  await assert.rejects(
    verifyDirectory(await sign(2), publicKey, () => seen, now),
    {
      code: "directory_differs",
    },
  );
});

test("a directory that would claim too much, or is over already, isn't signed", async () => {
  const greedy = { ...directory, contacts: [{ type: "domain" as const, value: "pages.dev" }] };
  await assert.rejects(signDirectory(greedy, privateKey, { version: 1, expiresAt, now }), {
    code: "contact_invalid",
  });
  await assert.rejects(signDirectory(directory, privateKey, { version: 1, expiresAt: now, now }), {
    code: "expiry_past",
  });
});

test("the DNS line carries the version, the payload's digest and the expiry", async () => {
  const signed = await sign(7);
  assert.equal(
    txtLine(signed),
    `v=holdfast1; version=7; sha256=${payloadDigest(signed)}; expires=2027-01-01T00:00:00.000Z`,
  );
});
