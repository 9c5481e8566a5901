import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "#fast-check";
import {
  keyIdOf,
  makeKeyPair,
  readPrivateKey,
  readPublicKey,
  readSigned,
  type SignedDocument,
  signDocument,
} from "#platform";
import { demoBundle } from "./demo-bundle.ts";
import { demoPolicyKeyId, policyKind, signPolicy, verifyPolicy } from "./signing.ts";

const example = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../examples/${name}`, import.meta.url), "utf8"));
const bundle = await demoBundle();
const privateKey = readPrivateKey(example("demo-policy-key.private.json"));
const publicKey = readPublicKey(example("demo-policy-key.public.json"));
const now = new Date("2026-11-20T12:00:00Z");
const none = () => undefined;

test("the demo bundle is signed by the demo key, and both are the files in examples", async () => {
  const signed = readSigned(policyKind, JSON.stringify(example("larkmoor.policy.jws.json")));
  const verified = await verifyPolicy(signed, publicKey, now, none);
  assert.deepEqual(verified.bundle, bundle);
  assert.equal(verified.keyId, demoPolicyKeyId);
  assert.equal(await keyIdOf(privateKey), demoPolicyKeyId);
});

test("the same bundle signs to the same document", async () => {
  assert.deepEqual(await signPolicy(bundle, privateKey), await signPolicy(bundle, privateKey));
});

test("an older version than the last seen is refused with both versions", async () => {
  const signed = await signPolicy({ ...bundle, version: 4 }, privateKey);
  const { sha256 } = await verifyPolicy(signed, publicKey, now, none);
  await verifyPolicy(signed, publicKey, now, () => ({ version: 4, sha256 }));
  await assert.rejects(
    verifyPolicy(signed, publicKey, now, () => ({ version: 5, sha256 })),
    {
      code: "policy_older",
      message: /version 4, but version 5/,
    },
  );
});

test("a policy holds from valid_from, inclusive, until valid_to, exclusive", async () => {
  const signed = await signPolicy(bundle, privateKey);
  const on = (time: string) => verifyPolicy(signed, publicKey, new Date(time), none);
  await on(bundle.valid_from);
  await assert.rejects(on("2026-10-31T23:59:59Z"), { code: "policy_not_yet_valid" });
  await assert.rejects(on(bundle.valid_to), { code: "policy_expired", message: /2036-11-01/ });
});

test("another key and another kind of document are refused", async () => {
  const signed = await signPolicy(bundle, privateKey);
  const { publicKey: stranger } = await makeKeyPair();
  await assert.rejects(verifyPolicy(signed, stranger, now, none), {
    code: "policy_key_unknown",
  });

  const directory = await signDocument("directory", JSON.stringify(bundle), privateKey);
  await assert.rejects(verifyPolicy(directory, publicKey, now, none), {
    code: "policy_signature_bad",
  });
});

test("a payload that is no bundle is refused even when it is signed", async () => {
  for (const payload of ["{}", "not json", "[]"]) {
    const signed = await signDocument(policyKind, payload, privateKey);
    await assert.rejects(verifyPolicy(signed, publicKey, now, none), {
      code: "policy_invalid",
    });
  }
});

test("one changed byte anywhere is never accepted", async () => {
  const signed = await signPolicy(bundle, privateKey);
  const part = fc.constantFrom<keyof SignedDocument>("payload", "protected", "signature");
  await fc.assert(
    fc.asyncProperty(part, fc.nat(), fc.integer({ min: 1, max: 255 }), async (name, at, flip) => {
      const bytes = Buffer.from(signed[name], "base64url");
      const place = at % bytes.length;
      bytes[place] = (bytes[place] ?? 0) ^ flip;
      const changed = { ...signed, [name]: bytes.toString("base64url") };
      await assert.rejects(verifyPolicy(changed, publicKey, now, none), /./);
    }),
  );
});
