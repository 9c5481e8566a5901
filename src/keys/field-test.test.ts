import assert from "node:assert/strict";
import { test } from "node:test";
import { openTestKeykeeper, testPermits } from "#test";
import { audit, fits } from "./audit.ts";
import { testOf } from "./field-test.ts";
import type { FieldTest } from "./keykeeper.ts";
import type { FieldKind } from "./kind.ts";
import { keykeeperFiles } from "./local-keykeeper.ts";
import { KeykeeperRefused } from "./refusals.ts";

const refused = (code: string) => (error: unknown) =>
  error instanceof KeykeeperRefused && error.code === code;

const equals = (value: string): FieldTest => ({ is: "equals", value });

test("a value equals what is said in another spelling, and nothing else", () => {
  const questions: [FieldKind, string, string, boolean][] = [
    ["email", "Ada@Larkmoor.example", " ada@LARKMOOR.example ", true],
    ["email", "ada@larkmoor.example", "bob@larkmoor.example", false],
    ["phone", "+1 202 555 0100", "+1 (202) 555-0100", true],
    ["phone", "+1 202 555 0100", "+1 202 555 0101", false],
    ["name", "José  García-Muñoz", "jose garcia munoz", true],
    ["date", "1984-05-28", " 1984-05-28", true],
    ["text", "gold", "Gold", false],
    ["email", "not an address", "ada@larkmoor.example", false],
  ];
  for (const [kind, stored, said, answer] of questions) {
    assert.equal(testOf(kind, equals(said))(stored), answer, `${stored} ${said}`);
  }
  assert.throws(() => testOf("email", equals("ada")), /isn't an e-mail address/);
  assert.equal(testOf("text", equals(""))("\ud800"), false);
});

test("a value is at least an amount by its first decimal number; where there is none, the answer is no", () => {
  const amounts: [string, number, boolean][] = [
    ["12345.67 EUR", 12_345.67, true],
    ["12345.67 EUR", 12_345.68, false],
    ["EUR 12000 of 90000", 12_000, true],
    ["EUR 12000 of 90000", 12_001, false],
    ["-5 EUR", 0, false],
    ["0", 0, true],
    ["nothing", 0, false],
    ["", -1, false],
  ];
  for (const [stored, amount, answer] of amounts) {
    assert.equal(testOf("amount", { is: "at_least", amount })(stored), answer, stored);
  }
});

test("a test takes an event that permits a test, once, is journalled, and answers yes or no alone", async () => {
  const kinds = testPermits.filter(({ act }) => act !== "decrypt");
  await using test = await openTestKeykeeper(kinds);
  const { keykeeper } = test;
  const stored = await test.stored("ada@larkmoor.example");
  const { client } = stored;
  const ask = (event: `event_${string}`, said = "ADA@larkmoor.example", at = stored) =>
    keykeeper.test({ ...at, event, kind: "email", test: equals(said) });
  const event = await test.event(stored);
  await assert.rejects(keykeeper.decrypt({ ...stored, event }), refused("event_kind"));
  await assert.rejects(ask(event, "ada"), /isn't an e-mail address/);
  assert.equal(await ask(event), true, "what was refused uses nothing");
  await assert.rejects(ask(event), refused("event_used"));
  assert.equal(await ask(await test.event(stored), "bob@larkmoor.example"), false);
  await assert.rejects(ask(await test.event(stored, "deny")), refused("event_denies"));
  await assert.rejects(ask(await test.event({ ...stored, version: 2 })), refused("event_differs"));

  const place = { ...stored, kind: "email" as const, value: "ada@larkmoor.example" };
  const others = [
    (await test.stored("bob@larkmoor.example")).ciphertext,
    (await keykeeper.encrypt({ ...place, field: "phone" })).ciphertext,
    (await keykeeper.encrypt({ ...place, version: 2 })).ciphertext,
    (await keykeeper.encrypt({ ...place, table: "accounts.logins" })).ciphertext,
    stored.ciphertext.subarray(1),
  ];
  const unused = await test.event(stored);
  for (const ciphertext of others) {
    const asked = ask(unused, "ada@larkmoor.example", { ...stored, ciphertext });
    await assert.rejects(asked, refused("ciphertext_refused"));
  }

  const { database } = test.ledger.opened;
  const { uses } = keykeeperFiles(test.directory);
  const found = await audit(database, uses, kinds, () => {});
  assert.ok(fits(found) && found.decryptions === 2);
  const reading = testPermits.filter(({ act }) => act === "decrypt");
  const misfits = await audit(database, uses, reading, () => {});
  assert.equal(misfits.other_event.length, 2, "what permits reading permits no test");

  await keykeeper.shred({ client, event: await test.event({ client }) });
  await assert.rejects(ask(unused), refused("client_shredded"));
});

test("a permit sees what exactly is asked, such as the amount", async () => {
  const asked: unknown[] = [];
  const permits = testPermits.map((permit) => ({
    ...permit,
    check: async (_event: unknown, _statement: unknown, { act, ...more }: { act: string }) => {
      asked.push([act, "test" in more && more.test]);
    },
  }));
  await using test = await openTestKeykeeper(permits);
  const stored = await test.stored("ada@larkmoor.example");
  const question = { is: "at_least" as const, amount: 5_000 };
  const event = await test.event(stored);
  await test.keykeeper.test({ ...stored, event, kind: "amount", test: question });
  await test.keykeeper.decrypt({ ...stored, event: await test.event(stored) });
  assert.deepEqual(asked, [
    ["test", question],
    ["decrypt", false],
  ]);
});
