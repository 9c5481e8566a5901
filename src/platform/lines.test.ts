import assert from "node:assert/strict";
import { Readable } from "node:stream";
import { test } from "node:test";
import fc, { codePoint } from "#fast-check";
import { readLines } from "./lines.ts";

async function linesOf(chunks: Buffer[], bytesMax = 1_000) {
  const found = [];
  for await (const line of readLines(Readable.from(chunks, { objectMode: true }), bytesMax))
    found.push(line);
  return found;
}

test("lines come out the same however the input is cut", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: codePoint }).map((text) => text.replace(/[\r\n\ufeff]/g, ""))),
      fc.integer({ min: 1, max: 7 }),
      async (texts, size) => {
        const bytes = Buffer.from(texts.map((text) => `${text}\n`).join(""));
        const chunks = [];
        for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size));
        const expected = texts.map((text, index) => ({
          number: index + 1,
          text: Buffer.from(text).toString(),
        }));
        assert.deepEqual(await linesOf(chunks), expected);
      },
    ),
  );
});

test("a byte order mark stands before the first line, not in it; in others it is a letter", async () => {
  const text = "\ufeffa\r\n\ufeffb\n";
  const each = [...Buffer.from(text)].map((byte) => Buffer.of(byte));
  for (const chunks of [[Buffer.from(text)], each]) {
    assert.deepEqual(await linesOf(chunks), [
      { number: 1, text: "a" },
      { number: 2, text: "\ufeffb" },
    ]);
  }
});

test("a line over the limit is passed over, and the next one is still read", async () => {
  const chunks = [Buffer.from("a\n"), Buffer.alloc(2_000, "x"), Buffer.from("\r\nlast")];
  assert.deepEqual(await linesOf(chunks), [
    { number: 1, text: "a" },
    { number: 2, text: undefined },
    { number: 3, text: "last" },
  ]);
});
