import assert from "node:assert/strict";
import { test } from "node:test";
import { newId, openDatabase, shortTransaction, type Transaction, transaction } from "#platform";
import { openTestDatabase } from "#test";
import { readEventsAndKeys } from "./store.ts";

test("events and keys are found by their ids, whatever the database knows of how many there are", async () => {
  await using opened = await openTestDatabase();
  await transaction(opened.database, async (joining) => refuseReadingAll(await planIn(joining)));
  const owner = openDatabase(opened.ownerUrl, () => {});
  await owner.query(
    `insert into ledger.events (client, occurred_at, id, actor, instance_seq, instance, kind_version, actor_kind, kind,
       details)
     select gen_random_uuid(), now() + n * interval '1 s', gen_random_uuid(), gen_random_uuid(), n, 1, 1, 'staff', '', ''
     from generate_series(1, 60) n`,
  );
  await owner.query("analyze ledger.events");
  await owner.end();
  await shortTransaction(opened.database, async (joining) =>
    refuseReadingAll(await planIn(joining)),
  );
});

async function planIn(joining: Transaction): Promise<string> {
  const lines: string[] = [];
  const query = async ({ text, values }: { text: string; values: unknown[] }) => {
    const { rows } = await joining.query(`explain ${text}`, values);
    lines.push(...rows.map((row) => row["QUERY PLAN"]));
    return { rows: [] };
  };
  const now = new Date();
  const asked = [{ client: newId("client", now), event: newId("event", now), number: 1 }];
  await readEventsAndKeys({ query, inTransaction: true } as unknown as Transaction, asked);
  return lines.join("\n");
}

function refuseReadingAll(plan: string): void {
  assert.match(plan, /using events_pkey/);
  assert.match(plan, /using client_keys_pkey/);
  assert.doesNotMatch(plan, /Seq Scan|Hash|Merge/);
}
