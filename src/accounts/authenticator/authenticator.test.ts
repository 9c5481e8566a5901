import assert from "node:assert/strict";
import { createSecretKey, randomBytes } from "node:crypto";
import { test } from "node:test";
import fc from "#fast-check";
import { newId } from "#platform";
import { beginSetUp, CodeRefused, firstStep, readSetUp } from "./authenticator.ts";
import { digitsIn, keyAddress, newAuthenticatorKey, skewOf, stepOf } from "./code.ts";
import { KeySealing } from "./key-sealing.ts";

/** "12345678901234567890" in base 32. */
const key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

/** RFC 6238 appendix B, SHA-1, cut to six digits. */
const vectors: [seconds: number, code: string][] = [
  [59, "287082"],
  [1_111_111_109, "081804"],
  [1_111_111_111, "050471"],
  [1_234_567_890, "005924"],
  [2_000_000_000, "279037"],
  [20_000_000_000, "353130"],
];

const at = (seconds: number) => new Date(seconds * 1_000);

test("codes are those of RFC 6238", () => {
  for (const [seconds, code] of vectors) {
    assert.equal(stepOf(key, code, at(seconds), 0), Math.floor(seconds / 30));
  }
});

test("a code counts one step early and one step late, and never at or before a step that was taken [ASVS 6.5.5] [Must 13, 14]", () => {
  fc.assert(
    fc.property(fc.constantFrom(...vectors), fc.integer({ min: -150, max: 150 }), (vector, off) => {
      const [seconds, code] = vector;
      const step = Math.floor(seconds / 30);
      const now = at(Math.max(0, seconds + off));
      const isNear = Math.abs(Math.floor(now.getTime() / 30_000) - step) <= 1;
      assert.equal(stepOf(key, code, now, 0), isNear ? step : undefined);
      assert.equal(stepOf(key, code, now, step), undefined);
      assert.equal(stepOf(key, code, now, step - 1), isNear ? step : undefined);
    }),
  );
});

test("while it is set up, a wrong clock is told by how much it is wrong", () => {
  assert.equal(skewOf(key, "287082", at(59 + 240)), -240);
  assert.equal(skewOf(key, "050471", at(1_111_111_111 - 300)), 300);
  assert.equal(skewOf(key, "287082", at(59 + 900)), undefined);
});

test("codes are taken as people type them", () => {
  assert.equal(digitsIn(" 287 082 "), "287082");
  assert.equal(digitsIn("287-082"), "287082");
  for (const none of ["28708", "2870821", "28708a", "２８７０８２", ""]) {
    assert.equal(digitsIn(none), undefined);
  }
});

test("a sealed key opens in its own place alone, and only whole", () => {
  const sealing = new KeySealing(createSecretKey(randomBytes(32)));
  const place = { client: newId("client", at(1)), factor: newId("factor", at(1)) };
  const sealed = sealing.seal(key, place);
  assert.equal(sealing.open(sealed, place), key);
  assert.equal(sealing.open(sealed, { ...place, client: newId("client", at(1)) }), undefined);
  assert.equal(sealing.open(sealed, { ...place, factor: newId("factor", at(1)) }), undefined);
  assert.equal(new KeySealing(createSecretKey(randomBytes(32))).open(sealed, place), undefined);
  fc.assert(
    fc.property(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 }), (place_, bits) => {
      const broken = Buffer.from(sealed);
      broken[place_] = (broken[place_] ?? 0) ^ bits;
      assert.equal(sealing.open(broken, place), undefined);
      assert.equal(sealing.open(sealed.subarray(0, place_), place), undefined);
    }),
  );
  assert.ok(!sealed.includes(Buffer.from(key)));
});

test("a set-up comes back to its own client, for half an hour, with a code of its own key", () => {
  const sealing = new KeySealing(createSecretKey(randomBytes(32)));
  const client = newId("client", at(0));
  const begun = beginSetUp(sealing, client, at(59));
  assert.deepEqual(readSetUp(sealing, client, begun, at(120)), begun);
  assert.equal(readSetUp(sealing, newId("client", at(0)), begun, at(120)), undefined);
  assert.equal(readSetUp(sealing, client, begun, at(59 + 1_801)), undefined);
  assert.equal(firstStep({ ...begun, key }, "287 082", at(59)), 1);
  assert.throws(
    () => firstStep({ ...begun, key }, "287082", at(59 + 240)),
    (error) => error instanceof CodeRefused && error.skewSeconds === -240,
  );
});

test("every new key is 160 bits of its own, and its address names the firm and the account [ASVS 6.5.3]", () => {
  const [first, second] = [newAuthenticatorKey(), newAuthenticatorKey()];
  assert.notEqual(first, second);
  assert.match(first, /^[A-Z2-7]{32}$/);
  assert.equal(
    keyAddress(key, "Larkmoor & Co", "4K7Q-2M9X"),
    `otpauth://totp/Larkmoor%20%26%20Co:4K7Q-2M9X?secret=${key}&issuer=Larkmoor%20%26%20Co`,
  );
});
