import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "#fast-check";
import { DamagedBackup, jsonPart, PartReader, partOf } from "./parts.ts";

async function* each<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}

async function bytesOf(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of content) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** The bytes, cut at random places. */
const cut = (bytes: Buffer, places: number[]): Buffer[] => {
  const ends = [...places.map((place) => place % (bytes.length + 1)), bytes.length];
  ends.sort((a, b) => a - b);
  return ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end));
};

const parts = fc.array(fc.array(fc.uint8Array({ maxLength: 50 })), { maxLength: 5 });
const places = fc.array(fc.nat());

async function written(parts: readonly (readonly Uint8Array[])[]): Promise<Buffer> {
  return Buffer.concat(await Promise.all(parts.map((pieces) => bytesOf(partOf(each(pieces))))));
}

test("parts are read as they were written, however the file is cut into pieces", async () => {
  await fc.assert(
    fc.asyncProperty(parts, places, async (parts, places) => {
      await using reader = new PartReader(each(cut(await written(parts), places)));
      for (const pieces of parts) {
        assert.deepEqual(await bytesOf(reader.next()), Buffer.concat(pieces));
      }
      await reader.end();
    }),
  );
});

test("a file that ends too early, or goes on too long, is damaged", async () => {
  await fc.assert(
    fc.asyncProperty(parts, fc.nat(), fc.boolean(), async (parts, place, isLonger) => {
      const whole = await written(parts);
      fc.pre(isLonger || whole.length > 0);
      const wrong = isLonger
        ? Buffer.concat([whole, Buffer.alloc(1)])
        : whole.subarray(0, place % whole.length);
      await assert.rejects(async () => {
        await using reader = new PartReader(each([wrong]));
        for (const _ of parts) await bytesOf(reader.next());
        await reader.end();
      }, DamagedBackup);
    }),
  );
});

test("a list that is too long to be one is not held in memory", async () => {
  const list = await bytesOf(jsonPart("x".repeat(1_000)));
  await assert.rejects(new PartReader(each([list])).nextJson(1_000), DamagedBackup);
  assert.equal(await new PartReader(each([list])).nextJson(1_002), "x".repeat(1_000));
});
