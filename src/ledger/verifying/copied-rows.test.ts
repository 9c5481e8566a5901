import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "#fast-check";
import { copiedRows, type Field } from "./copied-rows.ts";

const fields = fc.option(fc.uint8Array({ maxLength: 40 }), { nil: undefined });
const tables = fc
  .integer({ min: 0, max: 6 })
  .chain((width) =>
    fc.array(fc.array(fields, { minLength: width, maxLength: width }), { maxLength: 20 }),
  );

test("copied rows come out as they went in, however they are cut up on the way", async () => {
  await fc.assert(
    fc.asyncProperty(tables, fc.array(fc.nat(), { maxLength: 10 }), async (rows, cuts) => {
      const bytes = copyOf(rows);
      const places = cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b);
      const starts = [0, ...places];
      const chunks = starts.map((start, place) => bytes.subarray(start, starts[place + 1]));
      const read: Field[][] = [];
      for await (const some of copiedRows(iterable(chunks))) read.push(...some);
      assert.deepEqual(
        read,
        rows.map((row) => row.map((field) => field && Buffer.from(field))),
      );
    }),
  );
});

function copyOf(rows: readonly (Uint8Array | undefined)[][]): Buffer {
  const int16 = (value: number) => Buffer.from([(value >> 8) & 0xff, value & 0xff]);
  const int32 = (value: number) => {
    const bytes = Buffer.alloc(4);
    bytes.writeInt32BE(value);
    return bytes;
  };
  const header = Buffer.concat([Buffer.from("PGCOPY\n\xff\r\n\0", "latin1"), Buffer.alloc(8)]);
  const copied = rows.map((row) =>
    Buffer.concat([
      int16(row.length),
      ...row.flatMap((field) => (field ? [int32(field.length), field] : [int32(-1)])),
    ]),
  );
  return Buffer.concat([header, ...copied, int16(-1)]);
}

async function* iterable(chunks: readonly Buffer[]): AsyncGenerator<Buffer> {
  yield* chunks;
}
