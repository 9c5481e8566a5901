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

const folder = new URL("./", import.meta.url);
const sources = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|drafts/.test(file))
  .map((file) => ({ file, text: readFileSync(new URL(file, folder), "utf8") }));

test("every reason that the code gives has a sentence", () => {
  const given = /\bcode: "([a-z_]+)"|\bunreadable\("([a-z_]+)"|"(signature_[a-z_]+)"/g;
  const missing = sources
    .filter(({ file }) => !file.includes("command"))
    .flatMap(({ text }) => [...text.matchAll(given)])
    .map(([, ...codes]) => codes.find((code) => code !== undefined))
    .filter((code) => !Object.hasOwn(en, `reason.${code}`));
  assert.deepEqual(missing, []);
});

test("every sentence of the catalogue is said somewhere", () => {
  const written = new Set(
    sources.flatMap(({ text }) =>
      [...text.matchAll(/["`]([\w.]+)["`]|^\s*(\w+):/gm)].map(([, quoted, name]) => quoted ?? name),
    ),
  );
  /** Keys that are put together: their last part is a code, a kind, a verdict or a type. */
  const composed = /^(?:reason|kind|verdict|type)\.(?=\w+$)/;
  const unused = Object.keys(en).filter(
    (key) => !written.has(key) && !(composed.test(key) && written.has(key.replace(composed, ""))),
  );
  assert.deepEqual(unused, []);
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
