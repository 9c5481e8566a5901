import assert from "node:assert/strict";
import { Readable } from "node:stream";
import { test } from "node:test";
import { batchesIn } from "./batches.ts";

const now = new Date("2026-11-20T12:00:00Z");

/** The lines that aren't taken, each with its number and why. */
async function badIn(...lines: (string | Buffer)[]): Promise<[number, string][]> {
  const bytes = lines.map((line) => Buffer.concat([Buffer.from(line), Buffer.from("\n")]));
  const found: [number, string][] = [];
  for await (const { bad } of batchesIn(Readable.from(bytes, { objectMode: true }), 0, now)) {
    found.push(...bad.map(({ line, error }): [number, string] => [line, error.code]));
  }
  return found;
}

const withFields = (fields: object) => JSON.stringify({ id: "core-1", fields });

test("the last four of an account are four: a whole number is a bad line", async () => {
  for (const given of ["DE89370400440532013000", "123456", "300", "30 00", "•••3"]) {
    const line = withFields({ bank_last_four: given });
    assert.deepEqual(await badIn(line), [[1, "value_invalid"]], given);
  }
  assert.deepEqual(await badIn(withFields({ bank_last_four: "3000" })), []);
  assert.deepEqual(await badIn(withFields({ bank_last_four: "30D0" })), []);
});

test("nobody was born on a day to come", async () => {
  for (const day of ["2084-05-28", "2026-11-22"]) {
    assert.deepEqual(await badIn(withFields({ date_of_birth: day })), [[1, "value_invalid"]], day);
  }
  assert.deepEqual(await badIn(withFields({ date_of_birth: "2026-11-20" })), []);
});

test("a line whose bytes are no UTF-8 is a bad line, and the others are taken as they are", async () => {
  const latin = Buffer.from(withFields({ name: "José Latin" }), "latin1");
  const good = withFields({ name: "José" });
  assert.deepEqual(await badIn(good, latin, good), [[2, "line_not_utf8"]]);
});
