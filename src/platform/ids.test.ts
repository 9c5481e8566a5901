import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "#fast-check";
import { idFrom, isId, newId, timeOf, uuidOf } from "./ids.ts";

const times = fc.date({ min: new Date(0), max: new Date("9999-12-31"), noInvalidDate: true });

test("an id names its kind and sorts by the time it was made", () => {
  fc.assert(
    fc.property(times, times, (one, other) => {
      const [a, b] = [newId("client", one), newId("client", other)];
      assert.ok(isId("client", a));
      assert.ok(!isId("staff", a));
      if (one < other) assert.ok(a < b);
      if (one > other) assert.ok(a > b);
    }),
  );
});

test("two ids of one millisecond differ", () => {
  const now = new Date("2026-11-20T12:00:00Z");
  const ids = new Set(Array.from({ length: 1000 }, () => newId("call", now)));
  assert.equal(ids.size, 1000);
});

test("what is not whole is no id", () => {
  assert.ok(!isId("client", "client_"));
  assert.ok(!isId("client", "client_0000000000000000000000000i"));
  assert.ok(!isId("client", "client_00000000000000000000000000x"));
});

test("an id and its UUID are the same, and tell when it was made", () => {
  fc.assert(
    fc.property(fc.uuid(), (uuid) => {
      const id = idFrom("client", uuid);
      assert.ok(isId("client", id));
      assert.equal(uuidOf(id), uuid);
    }),
  );
  fc.assert(
    fc.property(times, (now) => {
      assert.equal(timeOf(newId("event", now)).getTime(), now.getTime());
    }),
  );
});
