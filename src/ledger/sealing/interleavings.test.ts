import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "#fast-check";
import { type Id, newId, system, type Transaction, transaction } from "#platform";
import { noted, openTestLedger, type TestLedger } from "#test";
import { emptyFrontier, extended, frontierRoot, leafHash, openCheckpoint } from "#tlog";
import { readTree } from "../store.ts";

const clientsCount = 3;

/** What one connection does: a transaction with some appends, each for one of a few clients or for none. */
type Work = { appends: readonly (number | undefined)[]; ends: "commit" | "rollback" };

/** Steps of connections and of the sealer, in the order in which they are begun. */
type Step =
  | { is: "work"; lane: number; work: Work }
  | { is: "alone"; client?: number }
  | { is: "seal" };

const client = fc.option(fc.nat(clientsCount - 1), { nil: undefined });
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({
      is: fc.constant("work" as const),
      lane: fc.nat(5),
      work: fc.record({
        // In the order of the clients: transactions that wait for each other crosswise are the caller's mistake.
        appends: fc
          .array(client, { minLength: 1, maxLength: 4 })
          .map((some) => some.sort((a, b) => (a ?? -1) - (b ?? -1))),
        ends: fc.constantFrom("commit" as const, "rollback" as const),
      }),
    }),
    client.map((one) => ({ is: "alone" as const, ...(one !== undefined && { client: one }) })),
    fc.constant({ is: "seal" as const }),
  ),
  { minLength: 5, maxLength: 40 },
);

test("whatever transactions do beside each other, each committed event is sealed exactly once", async () => {
  await using ledger = await openTestLedger();
  const committed = new Set<string>();
  await fc.assert(
    fc.asyncProperty(steps, async (some) => {
      await perform(ledger, some, committed);
      await ledger.sealer.sealOnce();
      await assertSealed(ledger, committed);
    }),
    { numRuns: 40 },
  );
});

async function perform(ledger: TestLedger, some: readonly Step[], committed: Set<string>) {
  const { appender, sealer, time, opened } = ledger;
  const clients = Array.from({ length: clientsCount }, () => newId("client", time.now));
  const append = async (whose: number | undefined, joined?: Transaction) => {
    const { leaf } = await appender.append(system, draftFor(clients, whose), time.now, joined);
    return leaf;
  };
  const lanes = new Map<number, Promise<unknown>>();
  const others: Promise<unknown>[] = [];
  for (const step of some) {
    if (step.is === "work") {
      const before = lanes.get(step.lane) ?? Promise.resolve();
      lanes.set(
        step.lane,
        before.then(async () => {
          const leaves: string[] = [];
          const done = transaction(opened.database, async (joined) => {
            for (const whose of step.work.appends) leaves.push(await append(whose, joined));
            if (step.work.ends === "rollback") throw new RolledBack();
          });
          await done.then(
            () => {
              for (const leaf of leaves) committed.add(leaf);
            },
            (error) => assert.ok(error instanceof RolledBack, error),
          );
        }),
      );
    } else if (step.is === "alone") {
      others.push(append(step.client).then((leaf) => committed.add(leaf)));
    } else {
      await sealer.sealOnce();
    }
  }
  await Promise.all([...lanes.values(), ...others]);
}

class RolledBack extends Error {}

function draftFor(clients: readonly Id<"client">[], whose: number | undefined) {
  const owner = whose === undefined ? undefined : clients[whose];
  return { kind: noted, details: { note: "x" }, ...(owner && { client: owner }) };
}

/** The bundles hold what was committed, each once, in runs that name each event once, under the signed root. */
async function assertSealed(ledger: TestLedger, committed: ReadonlySet<string>): Promise<void> {
  const { database } = ledger.opened;
  const bundles = await database.query<{ commitments: Buffer }>(
    "select commitments from ledger.bundles order by index",
  );
  const bytes = Buffer.concat(bundles.rows.map(({ commitments }) => commitments));
  const leaves = Array.from({ length: bytes.length / 32 }, (_, place) =>
    leafHash(bytes.subarray(place * 32, place * 32 + 32)),
  );
  const found = leaves.map((leaf) => Buffer.from(leaf).toString("base64"));
  assert.equal(found.length, committed.size);
  assert.deepEqual(new Set(found), committed);
  const { rows } = await database.query<{ named: string; events: string }>(
    `select count(r.first_index) as named, (select count(*) from ledger.events) as events
     from ledger.events e left join ledger.runs r on r.instance = e.instance
       and e.instance_seq >= r.first_seq and e.instance_seq < r.first_seq + r.events`,
  );
  assert.deepEqual(rows[0], { named: String(committed.size), events: String(committed.size) });
  const { head } = await readTree(database);
  const keys = ledger.logSigner.signers.map(({ key }) => key);
  const { checkpoint } = openCheckpoint(head?.note ?? "", keys);
  assert.equal(checkpoint.size, found.length);
  const root = frontierRoot(extended(emptyFrontier, leaves));
  assert.deepEqual(Buffer.from(checkpoint.root), Buffer.from(root));
}
