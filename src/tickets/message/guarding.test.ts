import assert from "node:assert/strict";
import { test } from "node:test";
import { type Earlier, guardOf, withoutSecrets } from "./guarding.ts";

const guard = guardOf([]);

function ours(text: string, isPublic = true): Earlier {
  return { isOurs: true, isPublic, text };
}

test("a secret goes though we wrote again after we asked for it", () => {
  const earlier = [ours("What is your password?"), ours("Hello?")];
  const { text } = withoutSecrets(guard, "sunshine", { isOurs: false, earlier, pending: [] });
  assert.equal(text, "[password removed]");
});

test("a note that the client can't read asks for nothing", () => {
  const earlier = [ours("How can we help?"), ours("What is your password?", false)];
  const { text } = withoutSecrets(guard, "nothing works", { isOurs: false, earlier, pending: [] });
  assert.equal(text, "nothing works");
});
