import assert from "node:assert/strict";
import { generateKeySync } from "node:crypto";
import { test } from "node:test";
import fc, { codePoint } from "#fast-check";
import { newId } from "#platform";
import { type FieldVersion, lengthPrefixed, passingPrefixed } from "./additional-data.ts";
import { type DataKey, decryptField, encryptField, keyNumberIn } from "./ciphertext.ts";

const now = new Date("2026-11-20T09:00:00Z");
const dataKey = (number: number): DataKey => ({
  number,
  key: generateKeySync("aes", { length: 256 }),
});
const clients = [newId("client", now), newId("client", now)] as const;
const place: FieldVersion = {
  table: "vault.fields",
  field: "email",
  client: clients[0],
  version: 1,
};

test("what is encrypted for a place is read back there, whatever it is", () => {
  const key = dataKey(1);
  fc.assert(
    fc.property(fc.string({ unit: codePoint }), fc.nat(), (value, version) => {
      const at = { ...place, version };
      assert.equal(decryptField(key, at, encryptField(key, at, value)), value);
    }),
  );
});

test("a ciphertext put into any other place, version or client's file, or read by any other key, is refused", () => {
  const keys = new Map(clients.map((client) => [client, [dataKey(1), dataKey(2)]]));
  const written = clients.flatMap((client) =>
    ["vault.fields", "accounts.logins"].flatMap((table) =>
      ["email", "phone"].flatMap((field) =>
        [1, 2].flatMap((version) =>
          (keys.get(client) ?? []).map((key) => {
            const at = { table, field, client, version };
            return { key, at, ciphertext: encryptField(key, at, "ada@larkmoor.example") };
          }),
        ),
      ),
    ),
  );
  for (const one of written) {
    for (const other of written) {
      const read = decryptField(one.key, one.at, other.ciphertext);
      assert.equal(read, one === other ? "ada@larkmoor.example" : undefined);
    }
  }
  assert.equal(written.length, 32);
});

test("a ciphertext with any one bit changed, or cut anywhere, is refused", () => {
  const key = dataKey(1);
  const ciphertext = encryptField(key, place, "+1 202 555 0100");
  for (let at = 0; at < ciphertext.length; at++) {
    assert.equal(decryptField(key, place, ciphertext.subarray(0, at)), undefined);
    for (let change = 1; change < 256; change++) {
      const changed = Buffer.from(ciphertext);
      changed[at] = (changed[at] ?? 0) ^ change;
      assert.equal(decryptField(key, place, changed), undefined, `byte ${at} xor ${change}`);
    }
  }
});

test("a ciphertext says which key it needs, and is different every time", () => {
  const key = dataKey(7);
  const first = encryptField(key, place, "same");
  assert.equal(keyNumberIn(first), 7);
  assert.equal(keyNumberIn(Buffer.from("{}")), undefined);
  assert.notDeepEqual(first, encryptField(key, place, "same"));
});

test("no two lists of parts are bound as the same bytes", () => {
  const parts = fc.array(fc.string(), { maxLength: 4 });
  fc.assert(
    fc.property(parts, parts, (one, other) => {
      const same = JSON.stringify(one) === JSON.stringify(other);
      assert.equal(lengthPrefixed(...one).equals(lengthPrefixed(...other)), same);
      assert.ok(passingPrefixed(...one).equals(lengthPrefixed(...one)));
    }),
  );
  assert.notDeepEqual(lengthPrefixed("ab", "c"), lengthPrefixed("a", "bc"));
  const long = ["a", "b".repeat(100_000)];
  assert.ok(passingPrefixed(...long).equals(lengthPrefixed(...long)));
});
