import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";

const folder = new URL("../../messages/", import.meta.url);

test("nothing that a trace says calls anybody guilty: it explains, and accuses nobody", () => {
  const files = globSync("*/trace*.json", { cwd: folder });
  assert.ok(files.length >= 2);
  for (const file of files) {
    const text = readFileSync(new URL(file, folder), "utf8");
    assert.doesNotMatch(text, /guilt|culprit|perpetrator|suspect|offender|thief|traitor/i, file);
  }
});
