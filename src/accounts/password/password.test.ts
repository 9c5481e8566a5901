import assert from "node:assert/strict";
import { createSecretKey, randomBytes } from "node:crypto";
import { test } from "node:test";
import fc, { codePoint } from "#fast-check";
import { PasswordHasher, TooBusy } from "./hashing.ts";
import { partsOf, weaknessOf } from "./strength.ts";

const small = { memory: 64, passes: 1, parallelism: 1 };
const key = createSecretKey(randomBytes(32));
const hasher = new PasswordHasher(key, small);

test("a password is taken by its length and by what it is made of, never by its kinds of characters [ASVS 6.2.1, 6.2.4, 6.2.5, 6.2.12]", () => {
  const context = ["Larkmoor", "ada.lovelace"];
  const told = {
    "short one here": "too_short",
    ["long ".repeat(26)]: "too_long",
    "half a surrogate \ud800": "unreadable",
    passwordpassword: "guessable",
    P4ssw0rd1234567890: "guessable",
    aaaaaaaaaaaaaaaaaaaa: "guessable",
    qwertyuiopasdfghjkl: "guessable",
    "123456789012345678": "guessable",
    monkeydragon2024: "guessable",
    "larkmoor-larkmoor-2026": "context",
    "ada.lovelace ada.lovelace": "context",
    "ada.lovelaceXwq": "context",
  };
  for (const [password, weakness] of Object.entries(told)) {
    assert.equal(weaknessOf(password, context), weakness, password);
  }
  for (const fine of [
    "correct horse battery staple",
    "739205816443907",
    "eine lange katze auf dem dach",
    "пароль которого нет нигде",
    "🦔🌊🎻🧊🪁🌵🦩🍄🛶🔭🧵🪐🐌🎏🧿",
    "k".concat("7Qz-vR2_wX9+bN4"),
  ]) {
    assert.equal(weaknessOf(fine, context), undefined, fine);
  }
});

test("what a person types twice is no stronger than once", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z0-9]{3,20}$/), (text) => {
      assert.ok(partsOf(text + text, []) <= partsOf(text, []));
    }),
  );
});

test("a hash verifies its own password whole and exactly, and nothing else [ASVS 6.2.8]", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ minLength: 1, maxLength: 128, unit: codePoint }),
      fc.string({ minLength: 1, maxLength: 128, unit: codePoint }),
      async (password, other) => {
        const hash = await hasher.hash(password);
        assert.equal(await hasher.verify(password, hash), true);
        assert.equal(await hasher.verify(other, hash), other === password);
        assert.equal(await hasher.verify(`${password}x`, hash), false);
      },
    ),
    { numRuns: 20 },
  );
});

test("the same password never has the same hash, and without our pepper a hash verifies nothing", async () => {
  const [first, second] = [await hasher.hash("the same"), await hasher.hash("the same")];
  assert.notEqual(first, second);
  const other = new PasswordHasher(createSecretKey(randomBytes(32)), small);
  assert.equal(await other.verify("the same", first), false);
});

test("parameters can grow: an old hash still verifies, and is told as outdated", async () => {
  const hash = await hasher.hash("grows with time");
  const grown = new PasswordHasher(key, { ...small, memory: 128 });
  assert.equal(await grown.verify("grows with time", hash), true);
  assert.equal(grown.isOutdated(hash), true);
  assert.equal(grown.isOutdated(await grown.hash("grows with time")), false);
});

test("without a hash it works as long and says no", async () => {
  const before = hasher.hashed;
  assert.equal(await hasher.verify("anything", undefined), false);
  assert.equal(hasher.hashed, before + 1);
});

test("a flood is refused instead of waiting for ever, and who waited is served", async () => {
  const flooded = new PasswordHasher(key, small);
  const hash = await flooded.hash("me");
  const all = await Promise.allSettled(
    Array.from({ length: 200 }, () => flooded.verify("me", hash)),
  );
  const refused = all.filter(({ status }) => status === "rejected");
  assert.ok(refused.length > 0);
  for (const one of all) {
    assert.ok(one.status === "fulfilled" ? one.value : one.reason instanceof TooBusy);
  }
  assert.equal(await flooded.verify("me", hash), true);
});
