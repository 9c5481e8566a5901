import assert from "node:assert/strict";
import { test } from "node:test";
import { killWitness } from "../witness-kills.ts";

test("after 100 kills under load a witness has vouched for one history alone", async () => {
  assert.ok((await killWitness(100)) > 100);
});
