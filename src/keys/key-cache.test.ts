import assert from "node:assert/strict";
import { test } from "node:test";
import { KeyCache } from "./key-cache.ts";

const now = new Date("2026-11-20T12:00:00Z");
const after = (seconds: number) => new Date(now.getTime() + seconds * 1_000);

test("a key is kept for a minute, however often it is asked for, and not when the clock jumps", () => {
  const cache = new KeyCache<string>();
  cache.keep("ada", "1", "key", now);
  for (const seconds of [0, 30, 59]) assert.equal(cache.get("ada", "1", after(seconds)), "key");
  assert.equal(cache.get("ada", "1", after(60)), undefined);
  assert.equal(cache.get("ada", "1", after(-60)), undefined);
});

test("after a minute it is out of memory, though nobody asked again", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const cache = new KeyCache<string>();
  cache.keep("ada", "1", "old", now);
  context.mock.timers.tick(30_000);
  cache.keep("ada", "2", "young", now);
  context.mock.timers.tick(30_000);
  assert.equal(cache.get("ada", "1", now), undefined);
  assert.equal(cache.get("ada", "2", now), "young");
});

test("nobody is given another's key", () => {
  const cache = new KeyCache<string>();
  cache.keep("ada", "1", "ada's", now);
  cache.keep("bob", "1", "bob's", now);
  assert.equal(cache.get("bob", "1", now), "bob's");
  assert.equal(cache.get("carol", "1", now), undefined);
  cache.forget("ada");
  assert.equal(cache.get("ada", "1", now), undefined);
  assert.equal(cache.get("bob", "1", now), "bob's");
});

test("when it is full, the least used go", () => {
  const cache = new KeyCache<number>();
  for (let owner = 0; owner < 10_000; owner++) cache.keep(`${owner}`, "1", owner, now);
  assert.equal(cache.get("0", "1", now), 0);
  cache.keep("one more", "1", 1, now);
  assert.equal(cache.get("0", "1", now), 0);
  assert.equal(cache.get("1", "1", now), undefined);
});
