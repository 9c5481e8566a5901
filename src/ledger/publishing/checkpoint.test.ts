import assert from "node:assert/strict";
import { test } from "node:test";
import { system } from "#platform";
import {
  cosignNewest,
  makeTestWitness,
  noted,
  openTestLedger,
  policyText,
  type TestLedger,
  type TestWitness,
} from "#test";
import { parseCheckpoint, parseNote, parsePolicy, verifyByPolicy } from "#tlog";
import { headWith, newestHead } from "./checkpoint.ts";

const witnesses = ["one", "two", "three"].map(makeTestWitness);
const [one, two, three] = witnesses as [TestWitness, TestWitness, TestWitness];

function policyOf(ledger: TestLedger, quorum: string) {
  return parsePolicy(policyText(ledger.logSigner, witnesses, quorum));
}

/** Appends an event, and has these witnesses cosign the head that has it. */
async function grow(ledger: TestLedger, ...cosigners: TestWitness[]): Promise<void> {
  await ledger.appender.append(system, { kind: noted, details: { note: "x" } }, ledger.time.now);
  await ledger.sealer.sealOnce();
  for (const witness of cosigners) {
    await cosignNewest(ledger.opened.database, witness, ledger.time.now);
  }
}

test("the published head is the newest that enough witnesses cosigned, however long one is away", async () => {
  await using ledger = await openTestLedger();
  const { database } = ledger.opened;
  const sizeOf = async (quorum: string) =>
    (await newestHead(database, policyOf(ledger, quorum)))?.size;
  assert.equal(await sizeOf("none"), undefined);
  await grow(ledger);
  assert.equal(await sizeOf("none"), 1);
  assert.equal(await sizeOf("any"), undefined);
  await grow(ledger, one, two, three);
  for (let count = 0; count < 40; count++) await grow(ledger, one, two);
  await grow(ledger, one);
  await grow(ledger);
  assert.deepEqual(
    [await sizeOf("none"), await sizeOf("any"), await sizeOf("2"), await sizeOf("all")],
    [44, 43, 42, 2],
  );
});

test("what is published verifies by the policy, and names nobody whom the policy doesn't", async () => {
  await using ledger = await openTestLedger();
  const { database } = ledger.opened;
  const stranger = makeTestWitness("stranger");
  await grow(ledger, one, stranger, two, three);
  const policy = policyOf(ledger, "all");
  const head = await newestHead(database, policy);
  assert.ok(head);
  assert.equal(verifyByPolicy(head.note, policy).witnessed.length, 3);
  const names = parseNote(head.note).signatures.map(({ name }) => name);
  const log = ledger.logSigner.origin;
  const expected = [log, log, ...witnesses.map(({ signer }) => signer.key.name)];
  assert.deepEqual(names.sort(), expected.sort());
});

test("a forged or torn cosignature in the database never gets a head published", async () => {
  await using ledger = await openTestLedger();
  const { database } = ledger.opened;
  const policy = policyOf(ledger, "any");
  await grow(ledger, one);
  await grow(ledger);
  const forged = (await newestHead(database, policy))?.note.split("\n").at(-2);
  for (const [{ url }, lines] of [
    [one, `${forged}\n`],
    [two, "— one"],
    [three, ""],
  ] as const) {
    await database.query("insert into ledger.cosignatures values (2, $1, $2, now())", [url, lines]);
    assert.equal((await newestHead(database, policy))?.size, 1);
  }
});

test("a leaf is proven by the first head that counts and has it, or by none", async () => {
  await using ledger = await openTestLedger();
  const { database } = ledger.opened;
  for (let count = 0; count < 6; count++) await grow(ledger, ...(count % 2 ? [one] : []));
  const policy = policyOf(ledger, "any");
  const sizes: (number | undefined)[] = [];
  for (let index = 0; index < 7; index++) {
    const head = await headWith(database, policy, index);
    sizes.push(head?.size);
    if (head) assert.equal(parseCheckpoint(parseNote(head.note).text).size, head.size);
  }
  assert.deepEqual(sizes, [2, 2, 4, 4, 6, 6, undefined]);
});
