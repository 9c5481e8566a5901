import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { english } from "#platform";
import en from "../../messages/en/contacts.json" with { type: "json" };
import { explain } from "./explain.ts";
import { findingAsText } from "./finding-output.ts";
import { inputKinds, type Verdict, worstFirst } from "./verdict.ts";

test("every verdict on every kind has a heading and steps", () => {
  for (const verdict of worstFirst) {
    for (const kind of inputKinds) {
      const explanation = explain({ input: "x", kind, readAs: "x", verdict, reasons: [] }, english);
      assert.ok(explanation.heading && explanation.kind && explanation.steps.length >= 2);
    }
  }
});

test("every reason that the code gives has a sentence", () => {
  const folder = new URL("./", import.meta.url);
  const missing = readdirSync(folder)
    .filter((file) => /\.ts$/.test(file) && !/test|command/.test(file))
    .flatMap((file) => [
      ...readFileSync(new URL(file, folder), "utf8").matchAll(/\bcode: "([a-z_]+)"/g),
    ])
    .flatMap(([, code = ""]) => (Object.hasOwn(en, `reason.${code}`) ? [] : [code]));
  assert.deepEqual(missing, []);
});

test("a stranger's input can't redraw the terminal", () => {
  const verdict: Verdict = "not_ours";
  const readAs = "\u001b[2Jlarkmoor\u202e";
  const text = findingAsText(
    { input: readAs, kind: "host", readAs, verdict, reasons: [] },
    "Larkmoor",
    english,
  );
  assert.ok(!text.includes("\u001b") && !text.includes("\u202e"));
});
