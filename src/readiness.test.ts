import assert from "node:assert/strict";
import { tmpdir } from "node:os";
import { test } from "node:test";
import { requireRoom } from "./readiness.ts";

test("a disk that is nearly full is told, one that isn't ours to look at isn't", async () => {
  await requireRoom(tmpdir(), 1);
  await assert.rejects(requireRoom(tmpdir(), Number.MAX_SAFE_INTEGER), /nearly full/);
  await requireRoom("/there/is/no/such/directory", Number.MAX_SAFE_INTEGER);
});
