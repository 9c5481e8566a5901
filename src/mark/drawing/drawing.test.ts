import assert from "node:assert/strict";
import { test } from "node:test";
import { tile } from "../tile.ts";
import { TileDrawer } from "./index.ts";

test("tiles are drawn in a thread as elsewhere; one that can't be drawn costs those after it nothing", async () => {
  const key = Buffer.alloc(32, 1);
  const drawer = new TileDrawer(key);
  const payloads = [7n, 7n, 8n];
  assert.deepEqual(
    await Promise.all(payloads.map((payload) => drawer.draw(payload))),
    payloads.map((payload) => tile(payload, key)),
  );
  await assert.rejects(drawer.draw(1n << 56n), /a payload has 56 bits/);
  assert.deepEqual(await drawer.draw(9n), tile(9n, key));
});
