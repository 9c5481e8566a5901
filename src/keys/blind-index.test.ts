import assert from "node:assert/strict";
import { generateKeySync } from "node:crypto";
import { test } from "node:test";
import fc from "#fast-check";
import { blindIndex } from "./blind-index.ts";
import { fieldKinds, kinds } from "./kind.ts";

const hmacKey = () => generateKeySync("hmac", { length: 256 });

test("equal values have equal indexes, other values others, and another field's key gives others", () => {
  const [email, otherField] = [hmacKey(), hmacKey()];
  fc.assert(
    fc.property(fc.emailAddress(), fc.emailAddress(), (one, other) => {
      const index = blindIndex(email, "email", one);
      assert.deepEqual(blindIndex(email, "email", one.toUpperCase()), index);
      assert.notDeepEqual(blindIndex(otherField, "email", one), index);
      if (one.toLowerCase() !== other.toLowerCase()) {
        assert.notDeepEqual(blindIndex(email, "email", other), index);
      }
    }),
  );
});

test("one key gives one number different indexes as an account and as a document", () => {
  const key = hmacKey();
  assert.notDeepEqual(blindIndex(key, "account", "AB12"), blindIndex(key, "document", "AB12"));
});

test("indexes are as long as their kind says, and a cut one stands for many values", () => {
  const key = hmacKey();
  const value: Partial<Record<string, string>> = {
    email: "ada@larkmoor.example",
    phone: "+12025550100",
    date: "1984-05-28",
  };
  for (const kind of fieldKinds) {
    const { indexBits } = kinds[kind];
    const index = blindIndex(key, kind, value[kind] ?? "larkmoor");
    assert.equal(index?.length, indexBits && Math.ceil(indexBits / 8));
  }
  const days = Array.from({ length: 28 * 12 * 60 }, (_, day) => {
    const month = String(1 + (Math.floor(day / 28) % 12)).padStart(2, "0");
    const year = 1940 + Math.floor(day / 336);
    return `${year}-${month}-${String(1 + (day % 28)).padStart(2, "0")}`;
  });
  const seen = new Set(days.map((day) => blindIndex(key, "date", day)?.toString("hex")));
  assert.ok(seen.size <= 4096 && seen.size > 3500, `${seen.size} indexes for ${days.length} days`);
});
