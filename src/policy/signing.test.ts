import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { exportJWK, generateKeyPair } from "jose";
import { type PolicyBundle, readBundle } from "./bundle.ts";
import {
  demoPolicyKeyId,
  policyKeyId,
  readPolicyPrivateKey,
  readPolicyPublicKey,
  readSignedPolicy,
  type SignedPolicy,
  signPolicy,
  verifyPolicy,
} from "./signing.ts";

const example = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../examples/${name}`, import.meta.url), "utf8"));
const bundle: PolicyBundle = readBundle(example("larkmoor.policy.json"));
const privateKey = readPolicyPrivateKey(example("demo-policy-key.private.json"));
const publicKey = readPolicyPublicKey(example("demo-policy-key.public.json"));
const now = new Date("2026-11-20T12:00:00Z");

test("the demo bundle is signed by the demo key, and both are the files in examples", async () => {
  const signed = readSignedPolicy(example("larkmoor.policy.jws.json"));
  const verified = await verifyPolicy(signed, [publicKey], now, undefined);
  assert.deepEqual(verified.bundle, bundle);
  assert.equal(verified.keyId, demoPolicyKeyId);
  assert.equal(await policyKeyId(privateKey), demoPolicyKeyId);
});

test("the same bundle signs to the same document", async () => {
  assert.deepEqual(await signPolicy(bundle, privateKey), await signPolicy(bundle, privateKey));
});

test("an older version than the last seen is refused with both versions", async () => {
  const signed = await signPolicy({ ...bundle, version: 4 }, privateKey);
  await verifyPolicy(signed, [publicKey], now, 4);
  await assert.rejects(verifyPolicy(signed, [publicKey], now, 5), {
    name: "PolicyOlder",
    code: "policy_older",
    message: /version 4 .* version 5/,
  });
});

test("a policy holds from valid_from, inclusive, until valid_to, exclusive", async () => {
  const signed = await signPolicy(bundle, privateKey);
  const on = (time: string) => verifyPolicy(signed, [publicKey], new Date(time), undefined);
  await on(bundle.valid_from);
  await assert.rejects(on("2026-10-31T23:59:59Z"), { code: "policy_not_yet_valid" });
  await assert.rejects(on(bundle.valid_to), { code: "policy_expired", message: /2036-11-01/ });
});

test("another key, a key of no use and another kind of document are refused", async () => {
  const signed = await signPolicy(bundle, privateKey);
  const pair = await generateKeyPair("EdDSA", { crv: "Ed25519", extractable: true });
  const stranger = readPolicyPrivateKey(await exportJWK(pair.privateKey));
  const { d: _, ...strangersPublic } = stranger;
  await assert.rejects(verifyPolicy(signed, [strangersPublic], now, undefined), {
    code: "policy_key_unknown",
  });
  await assert.rejects(verifyPolicy(signed, [], now, undefined), { code: "policy_key_unknown" });
  await verifyPolicy(signed, [strangersPublic, publicKey], now, undefined);
  assert.throws(() => readPolicyPublicKey(privateKey), { code: "policy_key_invalid" });

  const header = { alg: "EdDSA", typ: "holdfast-directory", kid: demoPolicyKeyId };
  const { FlattenedSign, importJWK } = await import("jose");
  const { note: _note, ...jwk } = privateKey;
  const directory = await new FlattenedSign(Buffer.from(JSON.stringify(bundle)))
    .setProtectedHeader(header)
    .sign(await importJWK(jwk, "EdDSA"));
  const taken = readSignedPolicy(directory);
  await assert.rejects(verifyPolicy(taken, [publicKey], now, undefined), {
    code: "policy_signature_bad",
  });
});

test("one changed byte anywhere is never accepted", async () => {
  const signed = await signPolicy(bundle, privateKey);
  const part = fc.constantFrom<keyof SignedPolicy>("payload", "protected", "signature");
  await fc.assert(
    fc.asyncProperty(part, fc.nat(), fc.integer({ min: 1, max: 255 }), async (name, at, flip) => {
      const bytes = Buffer.from(signed[name], "base64url");
      const place = at % bytes.length;
      bytes[place] = (bytes[place] ?? 0) ^ flip;
      const changed = { ...signed, [name]: bytes.toString("base64url") };
      await assert.rejects(verifyPolicy(changed, [publicKey], now, undefined), /./);
    }),
  );
});

test("what is no signed policy is refused by name", () => {
  for (const json of [
    null,
    [],
    {},
    { payload: "a", protected: "b" },
    { payload: "!", protected: "b", signature: "c" },
  ]) {
    assert.throws(() => readSignedPolicy(json), { code: "policy_not_signed" });
  }
});
