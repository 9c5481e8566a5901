import assert from "node:assert/strict";
import { test } from "node:test";
import fc, { codePoint } from "#fast-check";
import { openTestKeykeeper, testPermits } from "#test";
import type { Evidence } from "./keykeeper.ts";
import { Keyring } from "./keyring.ts";
import { keykeeperFiles } from "./local-keykeeper.ts";
import { KeykeeperRefused } from "./refusals.ts";
import { rotate } from "./rotation.ts";

const refused = (code: string) => (error: unknown) =>
  error instanceof KeykeeperRefused && error.code === code;

test("an act is attested when it says in JSON, in one spelling, that it is of this minute", async () => {
  await using test = await openTestKeykeeper();
  const { keykeeper } = test;
  const now = test.ledger.time.now.getTime();
  const at = (seconds: number) => new Date(now + seconds * 1_000).toISOString();
  const act = (seconds: number) => JSON.stringify({ act: "ticket_opened", at: at(seconds) });
  for (const seconds of [-60, 0, 60]) {
    assert.equal((await keykeeper.attest(act(seconds))).length, 64);
  }
  for (const seconds of [-61, 61]) {
    await assert.rejects(keykeeper.attest(act(seconds)), refused("act_old"));
  }
  const said = (given: object) => JSON.stringify({ at: at(0), ...given });
  const invalid = [
    "",
    "{",
    "null",
    `"${at(0)}"`,
    `[{"at":"${at(0)}"}]`,
    '{"act":"ticket_opened"}',
    said({ at: now }),
    said({ at: "now" }),
    said({ at: "2026-11-20" }),
    `{"at": "${at(0)}"}`,
    `{"at":"${at(-100)}","at":"${at(0)}"}`,
    said({ note: "é".repeat(4_000) }),
  ];
  for (const statement of invalid) {
    await assert.rejects(keykeeper.attest(statement), refused("act_invalid"), statement);
  }
  await assert.doesNotReject(keykeeper.attest(said({ note: "é".repeat(3_900) })));
});

test("a permit is handed the statement that the keykeeper attested, and none that was forged, changed, cut or is another's", async () => {
  const handed: (string | undefined)[] = [];
  const permits = testPermits.map((permit) => ({
    ...permit,
    check: async (_event: unknown, statement: string | undefined) => {
      handed.push(statement);
    },
  }));
  await using test = await openTestKeykeeper(permits);
  await using foreign = await openTestKeykeeper();
  const { keykeeper } = test;
  const stored = await test.stored("ada@larkmoor.example");
  const statement = JSON.stringify({ at: test.ledger.time.now.toISOString(), ticket: "ticket_1" });
  const signature = await keykeeper.attest(statement);
  const read = async (evidence?: Evidence, by = keykeeper) =>
    by.decrypt({ ...stored, event: await test.event(stored), evidence });
  await read({ statement, signature });
  await read({ statement, signature });
  await read();
  assert.deepEqual(handed, [statement, statement, undefined]);

  const other = statement.replace("ticket_1", "ticket_2");
  const wrong: Evidence[] = [
    { statement: other, signature },
    { statement: statement.slice(0, -1), signature },
    { statement: `${statement} `, signature },
    { statement, signature: await keykeeper.attest(other) },
    { statement, signature: await foreign.keykeeper.attest(statement) },
    { statement, signature: signature.subarray(0, 63) },
    { statement, signature: new Uint8Array(64) },
    { statement, signature: new Uint8Array() },
    { statement: "x".repeat(8_001), signature },
  ];
  const { count } = keykeeper;
  for (const evidence of wrong) {
    await assert.rejects(read(evidence), refused("evidence_refused"));
    await assert.rejects(read(evidence), refused("evidence_refused"), "nor when it comes again");
  }
  assert.equal(keykeeper.count, count, "what was refused uses nothing");
  assert.equal(handed.length, 3);

  const { database } = test.ledger.opened;
  const { keyring: directory } = keykeeperFiles(test.directory);
  const keyring = await Keyring.open(directory, async () => ({ passphrases: [] }));
  await rotate(database, keyring, { kind: "file" }, test.ledger.time.now, () => {});
  await keykeeper.close();
  const again = await test.open();
  await read({ statement, signature }, again);
  await again.close();
  assert.equal(handed.at(-1), statement, "an act outlives key-encryption keys");
});

test("no statement but the very one that was signed is taken for it", async () => {
  await using test = await openTestKeykeeper();
  const stored = await test.stored("ada@larkmoor.example");
  const at = test.ledger.time.now.toISOString();
  const note = fc.string({ unit: codePoint, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(note, note, fc.nat(63), async (one, two, place) => {
      const [statement, other] = [one, two].map((each) => JSON.stringify({ at, note: each }));
      const signature = await test.keykeeper.attest(statement ?? "");
      const changed = Buffer.from(signature);
      changed[place] = (changed[place] ?? 0) ^ 1;
      const read = async (evidence: Evidence) =>
        test.keykeeper.decrypt({ ...stored, event: await test.event(stored), evidence });
      const moved = { statement: other ?? "", signature };
      if (one === two) await read(moved);
      else await assert.rejects(read(moved), refused("evidence_refused"));
      const broken = { statement: statement ?? "", signature: changed };
      await assert.rejects(read(broken), refused("evidence_refused"));
    }),
    { numRuns: 20 },
  );
});
