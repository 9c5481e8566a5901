import assert from "node:assert/strict";
import { readFile, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { test } from "node:test";
import fc from "#fast-check";
import { MadeLog } from "#test";
import { makeWitness } from "./made-witness.ts";
import { parseState } from "./state.ts";
import { createState, StateFile } from "./state-file.ts";
import { makeWitnessKey, signersOf } from "./witness-key.ts";

const log = MadeLog.make();
const other = MadeLog.make("other.example");
const unusable = (reason: RegExp) => ({ code: "witness_state_unusable", message: reason });

async function witnessOfTwo() {
  const witness = await makeWitness([log, other]);
  assert.equal((await witness.add(0, [], log.checkpoint(7))).status, 200);
  assert.equal((await witness.add(0, [], other.checkpoint(3))).status, 200);
  return witness;
}

test("a changed byte of a state is refused, or changes nothing that it says", async () => {
  await using witness = await witnessOfTwo();
  const bytes = await readFile(witness.file);
  const heads = (text: string) =>
    [...parseState(text, witness.keys)].map(([origin, { size, root }]) => ({ origin, size, root }));
  const expected = heads(bytes.toString());
  let refused = 0;
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (place, change) => {
      const changed = Buffer.from(bytes);
      changed[place] = (changed[place] ?? 0) ^ change;
      let found: typeof expected | undefined;
      try {
        found = heads(changed.toString());
      } catch {
        refused += 1;
      }
      if (found !== undefined) assert.deepEqual(found, expected);
    }),
    { numRuns: 1_000 },
  );
  assert.ok(refused > 500);
});

test("every way to lose a state is refused, with what to do", async () => {
  await using witness = await witnessOfTwo();
  const { file, keys, running } = witness;
  running().memory.release();
  const text = await readFile(file, "utf8");
  const { length } = text;
  await truncate(file, Math.floor(length / 2));
  await assert.rejects(
    StateFile.open(file, keys),
    unusable(/isn't a whole state file.*older copy/s),
  );
  await writeFile(file, "");
  await assert.rejects(StateFile.open(file, keys), unusable(/isn't a whole state file/));
  await writeFile(file, Buffer.alloc(length));
  await assert.rejects(StateFile.open(file, keys), unusable(/isn't a whole state file/));
  await writeFile(file, text.replace('"checkpoints": [', '"checkpoints": ["x",'));
  await assert.rejects(StateFile.open(file, keys), unusable(/no blank line/));
  const twice = JSON.parse(text);
  twice.checkpoints.push(twice.checkpoints[0]);
  await writeFile(file, JSON.stringify(twice));
  await assert.rejects(StateFile.open(file, keys), unusable(/two checkpoints of log\.example/));
  await rm(file);
  await assert.rejects(StateFile.open(file, keys), unusable(/isn't there.*make a new key/s));
  await writeFile(file, text);
  const strangers = signersOf(makeWitnessKey("witness.example/one")).map(({ key }) => key);
  await assert.rejects(StateFile.open(file, strangers), unusable(/belongs to another witness/));
  await assert.rejects(createState(file, keys), { code: "file_not_written" });
  (await StateFile.open(file, keys)).release();
});

test("a second witness on one state is refused, whatever path it takes there", async () => {
  await using witness = await makeWitness([log]);
  const byLink = `${witness.file}.link`;
  await symlink(witness.file, byLink);
  const inUse = { code: "witness_state_in_use", message: /Another witness is running on/ };
  await assert.rejects(StateFile.open(witness.file, witness.keys), inUse);
  await assert.rejects(StateFile.open(byLink, witness.keys), inUse);
  await witness.restart();
});

test("a log that a witness follows no more isn't forgotten", async () => {
  await using witness = await witnessOfTwo();
  assert.equal((await witness.add(7, log.proof(7, 9), log.checkpoint(9))).status, 200);
  await witness.restart();
  const state = await witness.running().memory.current();
  assert.deepEqual(
    [...state].map(([origin, { size }]) => [origin, size]),
    [
      [log.origin, 9],
      [other.origin, 3],
    ],
  );
});
