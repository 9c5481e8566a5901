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
          isUtf8: true,
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
      { number: 1, text: "a", isUtf8: true },
      { number: 2, text: "\ufeffb", isUtf8: true },
    ]);
  }
});

test("a line over the limit is passed over, and the next one is still read", async () => {
  const chunks = [Buffer.from("a\n"), Buffer.alloc(2_000, "x"), Buffer.from("\r\nlast")];
  assert.deepEqual(await linesOf(chunks), [
    { number: 1, text: "a", isUtf8: true },
    { number: 2, text: undefined, isUtf8: true },
    { number: 3, text: "last", isUtf8: true },
  ]);
});

test("a line whose bytes are no UTF-8 says so, however it is cut", async () => {
  const bytes = Buffer.concat([Buffer.from("Jos\u00e9\n"), Buffer.from("Jos\u00e9\n", "latin1")]);
  for (const cut of [1, 4, 5, bytes.length]) {
    const found = await linesOf([bytes.subarray(0, cut), bytes.subarray(cut)]);
    assert.deepEqual(
      found.map(({ isUtf8 }) => isUtf8),
      [true, false],
    );
  }
});
