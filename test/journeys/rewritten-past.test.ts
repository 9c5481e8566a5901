import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { openSignerStore, verifyLog } from "#ledger";
import { type Id, openDatabase, uuidOf } from "#platform";
import {
  keepTestField,
  openSealedSite,
  openTestContact,
  type TestContact,
  type TestSite,
} from "#test";
import { parsePolicy } from "#tlog";

/** Whoever administers the database is paid to make a look disappear, to lay it on somebody else, and to make a grant. */
test("a DBA who rewrites the past is named by the log, and makes nobody able to look", async (t) => {
  await using sealed = await openSealedSite();
  const { site, ledger } = sealed;
  const owner = openDatabase(site.opened.ownerUrl, () => {});
  t.after(() => owner.end());
  const bribed = await openTestContact(site);
  await keepTestField(site, bribed.client.client, "name", "Noor Example");
  const event = await look(site, bribed);
  await sealed.note("the next event", 1);
  for (const witness of sealed.witnesses) await sealed.cosign(witness, 1);
  const policy = parsePolicy(await readFile(sealed.policyFile, "utf8"));
  const found = async () => {
    const { database } = site.opened;
    const signerStore = openSignerStore(ledger.signerDirectory);
    const report = await verifyLog({ database, policy, signerStore, clock: () => site.time.now });
    return report.findings.map(({ code }) => code);
  };
  assert.deepEqual(await found(), []);

  // Somebody else is made to have looked.
  const other = await openTestContact(site);
  await owner.query("update ledger.events set actor = $1 where id = $2", [
    uuidOf(other.agent.staff),
    uuidOf(event),
  ]);
  assert.deepEqual(await found(), ["event_changed"]);
  await owner.query("update ledger.events set actor = $1 where id = $2", [
    uuidOf(bribed.agent.staff),
    uuidOf(event),
  ]);
  assert.deepEqual(await found(), []);

  // The look is gone; what is sealed of it isn't, and the client's chain has a gap.
  await owner.query("delete from ledger.events where id = $1", [uuidOf(event)]);
  const gone = await found();
  assert.ok(gone.includes("event_missing"), gone.join());

  // A grant for somebody who never asked: a ticket, opened by nobody, with the words of a genuine act.
  await keepTestField(site, other.client.client, "name", "Somebody Else");
  await owner.query(
    `update tickets.tickets t set assignee = $2,
       opening_statement = replace(g.opening_statement, g.client_word, $3),
       opening_signature = g.opening_signature
     from (select opening_statement, opening_signature, $4::text as client_word from tickets.tickets where id = $5) g
     where t.id = $1`,
    [
      uuidOf(other.ticket),
      uuidOf(bribed.agent.staff),
      other.client.client,
      bribed.client.client,
      uuidOf(bribed.ticket),
    ],
  );
  await assert.rejects(look(site, { ...bribed, client: other.client, ticket: other.ticket }), {
    code: "evidence_refused",
  });
});

async function look(site: TestSite, { agent, client, ticket }: TestContact): Promise<Id<"event">> {
  const by = { ...agent, employer: "firm", offShift: false, stepUp: false } as const;
  const shown = await site.vault.revealing.look({
    ...{ by, client: client.client, ticket, field: "name" },
    ...{ purpose: "account_help", action: "reveal" },
  });
  return shown.receipt.event;
}
