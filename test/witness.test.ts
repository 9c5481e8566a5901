import assert from "node:assert/strict";
import { test } from "node:test";
import { killWitness } from "./witness-kills.ts";

test("a witness that is killed under load never vouches for two histories, and never goes back", async () => {
  assert.ok((await killWitness(3)) > 0);
});
