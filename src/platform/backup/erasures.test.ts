import assert from "node:assert/strict";
import { appendFile, mkdtemp, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import fc, { codePoint } from "#fast-check";
import { type Erasure, type ErasureLine, readErasures, recordErasure } from "./erasures.ts";

let directory = "";
let lists = 0;
const at = new Date("2026-11-20T12:00:00.123Z");

before(async () => {
  directory = await mkdtemp(join(tmpdir(), "holdfast-erasures-"));
});
after(() => rm(directory, { recursive: true, force: true }));

const newList = () => join(directory, `${lists++}`, "erasures.jsonl");
const erasure = (name: string): Erasure => ({ kind: "sample.erased", at, ids: { name } });

async function linesOf(file: string): Promise<ErasureLine[]> {
  const lines: ErasureLine[] = [];
  for await (const line of readErasures(file)) lines.push(line);
  return lines;
}

test("what was recorded is read in its order, and nobody else may read the file", async () => {
  const texts = fc.array(fc.string({ unit: codePoint, maxLength: 50 }), { maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(texts, async (names) => {
      const file = newList();
      for (const name of names) await recordErasure(file, erasure(name));
      const read = await linesOf(file);
      assert.deepEqual(
        read,
        names.map((name, place) => ({ is: "erasure", number: place + 1, erasure: erasure(name) })),
      );
      if (names.length > 0) assert.equal((await stat(file)).mode & 0o777, 0o600);
    }),
    { numRuns: 30 },
  );
});

test("lines of many writers at once stay whole", async () => {
  const file = newList();
  const names = Array.from({ length: 50 }, (_, number) => String(number));
  await Promise.all(names.map((name) => recordErasure(file, erasure(name))));
  const read = (await linesOf(file)).map((line) => line.is === "erasure" && line.erasure.ids.name);
  assert.deepEqual(read.sort(), names.sort());
});

test("a last line that a crash cut short is told as torn, also after others follow; nothing else is lost", async () => {
  const file = newList();
  await recordErasure(file, erasure("first"));
  const { size: start } = await stat(file);
  await recordErasure(file, erasure("second"));
  const { size: end } = await stat(file);
  const whole = await readFile(file);
  for (let cut = start + 1; cut < end - 1; cut++) {
    await writeFile(file, whole);
    await truncate(file, cut);
    assert.deepEqual((await linesOf(file)).at(-1), { is: "torn", number: 2 }, `cut at ${cut}`);
    await recordErasure(file, erasure("third"));
    await recordErasure(file, erasure("fourth"));
    const read = (await linesOf(file)).map((line) =>
      line.is === "erasure" ? line.erasure.ids.name : line.is,
    );
    assert.deepEqual(read, ["first", "torn", "third", "fourth"], `cut at ${cut}`);
  }
});

test("a damaged line in the middle stops the reading, with its number", async () => {
  const file = newList();
  await recordErasure(file, erasure("first"));
  await appendFile(file, '{"kind":"sample.erased"}\n');
  await recordErasure(file, erasure("last"));
  await assert.rejects(linesOf(file), { code: "damaged_erasures", message: /^Line 2 of / });
});

test("what can't be read again isn't recorded", async () => {
  const file = newList();
  await assert.rejects(recordErasure(file, { ...erasure("x"), kind: "no kind" }));
  await assert.rejects(recordErasure(file, erasure("x".repeat(5_000))));
  assert.deepEqual(await linesOf(file), []);
});
