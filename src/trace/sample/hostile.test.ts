import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { readSample } from "./index.ts";

const row = "Test Amber,t1@demo.example\n";

/** A file of a gigabyte, which says how much of it was asked for. */
function endlessFile(chunk: Buffer) {
  const asked = { bytes: 0 };
  const read = async function* () {
    for (; asked.bytes < 1e9; asked.bytes += chunk.length) yield chunk;
  };
  return { asked, stream: read() };
}

test("of a gigabyte only the beginning is taken, and where it ends is said", async () => {
  const { asked, stream } = endlessFile(Buffer.alloc(1 << 16, row));
  const limits = { bytes: 500_000 };
  const { stated, digest } = await readSample(stream, { limits });
  assert.ok(asked.bytes < 1_000_000);
  assert.equal(stated.bytes, 500_000);
  assert.deepEqual(stated.cut, { by: "bytes", limit: 500_000, line: stated.lines.all + 1 });
  const again = Buffer.concat(Array.from({ length: 8 }, () => Buffer.alloc(1 << 16, row)));
  assert.equal(digest, createHash("sha256").update(again.subarray(0, 500_000)).digest("hex"));
});

test("rows and lines beyond the limit aren't read, and it is said from where on", async () => {
  const text = Array.from({ length: 30 }, (_, place) => `Test Amber,t${place}@demo.example\n`).join(
    "",
  );
  const byRows = await readSample(text, { limits: { rows: 10 } });
  assert.equal(byRows.rows.length, 10);
  assert.deepEqual(byRows.stated.cut, { by: "rows", limit: 10, line: 11 });
  const byLines = await readSample(text, { limits: { lines: 10 } });
  assert.deepEqual(byLines.stated.cut, { by: "lines", limit: 10, line: 11 });
  assert.equal(byLines.stated.lines.all, 10);
});

const refused: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
  ["nothing", "", /^sample_empty/],
  ["only blanks", " \n\t\n \n", /^sample_empty/],
  [
    "a million columns",
    `${"c,".repeat(1_000_000)}\n1,2\n`,
    /^sample_too_many_columns .* 1000001 columns .* 200 /,
  ],
  [
    "columns that go on coming",
    Array.from({ length: 300 }, (_, n) => `{"k${"x".repeat(n)}":1}\n`).join(""),
    /^sample_too_many_columns/,
  ],
  ["a ZIP archive", Buffer.from("504b030414000000", "hex"), /^sample_not_text .*ZIP/],
  ["a picture", Buffer.from("89504e470d0a1a0a", "hex"), /^sample_not_text .*picture/],
  [
    "binary",
    Buffer.from(Array.from({ length: 5_000 }, (_, n) => (n * 7 + (n >> 3)) & 255)),
    /^sample_not_text/,
  ],
  ["nothing but NULs", Buffer.alloc(1_000), /^sample_not_text/],
];

for (const [what, source, wanted] of refused) {
  test(`${what}: refused with its code`, async () => {
    await assert.rejects(readSample(source), (error: Error & { code?: string }) => {
      assert.match(`${error.code} ${error.message}`, wanted);
      return true;
    });
  });
}

const stated: readonly (readonly [string, string, object])[] = [
  ["one endless line", "a".repeat(500_000), { rows: 0, bad: [{ line: 1, because: "too_long" }] }],
  [
    "JSON 10,000 levels deep",
    `${"[".repeat(10_000)}${"]".repeat(10_000)}`,
    { rows: 0, bad: [{ line: 1, because: "too_deep" }] },
  ],
  [
    "an object 10,000 levels deep among others",
    `{"name":"Test"}\n${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}\n{"name":"Test B"}\n`,
    { rows: 2, bad: [{ line: 2, because: "too_deep" }] },
  ],
  [
    "an array that never ends",
    '[{"name":"Test"},{"name":"Te',
    { rows: 1, bad: [{ line: 2, because: "unended" }] },
  ],
  [
    "a quotation mark that is never closed costs its own line",
    'name,email\nA,"b\nTest Birch,t2@demo.example\n',
    { rows: 1, bad: [{ line: 2, because: "unclosed_quote" }] },
  ],
  [
    "cells too many and too few",
    "name,email\nTest,Amber,t1@demo.example\nTest\nTest Birch,t2@demo.example\nTest Cedar,t3@demo.example\n",
    {
      rows: 2,
      bad: [
        { line: 2, because: "too_many_cells" },
        { line: 3, because: "too_few_cells" },
      ],
    },
  ],
  ["a row ten times", `name,email\n${row.repeat(10)}`, { rows: 1, bad: [] }],
  [
    "a value over two lines",
    'name,address\nTest Amber,"1 Example Street\nTestville"\n',
    { rows: 1, bad: [] },
  ],
];

for (const [what, text, wanted] of stated) {
  test(`${what}: read as far as it goes, by line number`, async () => {
    const { rows, bad } = await readSample(text);
    assert.deepEqual({ rows: rows.length, bad }, wanted);
  });
}

test("what a table program would compute is no value; a phone number is, whatever stands before it", async () => {
  const { rows, stated } = await readSample(
    'name,phone\n"=HYPERLINK(""http://x"",""Test"")",+1+cmd\nTest Amber,\'+12025550101\nTest Birch,"=""+12025550102"""\n@SUM(A1),-2+3\n',
  );
  const texts = rows.map(({ values }) => values.map(({ text }) => text));
  assert.deepEqual(texts, [[], ["Test Amber", "+12025550101"], ["Test Birch", "+12025550102"], []]);
  assert.equal(stated.values.formulas, 4);
});

test("letters that nobody sees, and marks that turn a text, are taken out and counted", async () => {
  const { rows, stated } = await readSample(
    "name,email\n\u202eTest\u200b Am\u00adber,t1@demo\u2060.example\n",
  );
  assert.deepEqual(
    rows[0]?.values.map(({ text }) => text),
    ["Test Amber", "t1@demo.example"],
  );
  assert.equal(stated.values.unseen, 2);
});

const written = "name;city\nTest Jürgen;Zürich\n";
const latin = Buffer.from(written, "latin1");
const encodings: readonly (readonly [string, Uint8Array, string])[] = [
  ["UTF-8", Buffer.from(written), "utf-8"],
  ["UTF-8 with its mark", Buffer.from(`\ufeff${written}`), "utf-8"],
  ["UTF-16 with its mark", Buffer.from(`\ufeff${written}`, "utf16le"), "utf-16le"],
  ["UTF-16 without one", Buffer.from(written, "utf16le"), "utf-16le"],
  ["UTF-16, the other way round", Buffer.from(`\ufeff${written}`, "utf16le").swap16(), "utf-16be"],
  ["Windows-1252", latin, "windows-1252"],
  [
    "Windows-1252 and UTF-8, line by line",
    Buffer.concat([latin, Buffer.from("Test Jörg;Köln\n")]),
    "mixed",
  ],
];

for (const [what, bytes, wanted] of encodings) {
  test(`${what} is read, and said`, async () => {
    const { rows, stated } = await readSample(bytes);
    assert.equal(stated.encoding.is, wanted);
    assert.deepEqual(
      rows[0]?.values.map(({ text }) => text),
      ["Test Jürgen", "Zürich"],
    );
  });
}

test("pasted text is hashed as its UTF-8, letters of any length across the pieces", async () => {
  for (const before of ["", "x", "xy"]) {
    const text = `${before}${"😀".repeat(140_000)}\n${row}`;
    const { digest, stated } = await readSample(text);
    assert.equal(digest, createHash("sha256").update(text).digest("hex"));
    assert.equal(stated.bytes, Buffer.byteLength(text));
  }
});

test("others get to work while a long sample is read, and hear how far it is", async () => {
  const text = Array.from({ length: 4_000 }, (_, n) => `Test Amber,t${n}@demo.example\n`).join("");
  const told: number[] = [];
  let turns = 0;
  const reading = new AbortController();
  const work = () => {
    turns += 1;
    if (!reading.signal.aborted) setImmediate(work);
  };
  setImmediate(work);
  await readSample(text, {}, (done, of) => told.push(done / of));
  reading.abort();
  assert.ok(turns > 20);
  assert.deepEqual(
    told,
    told.toSorted((one, other) => one - other),
  );
  assert.ok((told.at(-1) ?? 0) > 0.9 && (told.at(-1) ?? 0) <= 1);
});
