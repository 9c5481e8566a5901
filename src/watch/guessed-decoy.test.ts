import assert from "node:assert/strict";
import { test } from "node:test";
import { staffById } from "#accounts";
import { dayMs, uuidOf } from "#platform";
import {
  keepTestField,
  makeTestCanary,
  openTestApiKey,
  openTestContact,
  openTestSite,
  openTestStaff,
  reportTestDecoy,
} from "#test";
import { closeCase, openCases } from "./case/index.ts";

test("a decoy that was guessed, whose weak case was closed, is raised at once when it is used after it was seen", async () => {
  await using site = await openTestSite();
  const { database } = site.opened;
  const { agent, client, ticket } = await openTestContact(site);
  const { staff, session } = agent;
  const value = "guessed@larkmoor-mail.example";
  await keepTestField(site, client.client, "email", value);
  await makeTestCanary(site, client.client);
  await database.query(
    "update vault.fields set viewer = $2 where client = $1 and field = 'email'",
    [uuidOf(client.client), uuidOf(staff)],
  );
  const key = await openTestApiKey(site, "decoys:report");
  const report = async () => {
    await reportTestDecoy(site, key, { value, by: "mail" });
    await site.vault.alarms.settled();
    return (await openCases(database)).find((one) => one.staff === staff);
  };
  const later = (ms: number) => {
    site.time.now = new Date(site.time.now.getTime() + ms);
  };
  const weak = await report();
  assert.deepEqual([weak?.isUrgent, weak?.score], [false, 1]);
  later(60_000);
  const lead = await staffById(database, (await openTestStaff(site, { roles: ["lead"] })).staff);
  assert.ok(weak && lead);
  const said = { finding: "explained", reason: "Somebody guessed the address." } as const;
  const closing = { ...said, readUntil: weak.changedAt };
  await closeCase(site.watch.desk, lead, weak.id, closing, site.time.now);
  later(60_000);
  assert.equal(await report(), undefined, "guessed again it is the same hit");
  later(dayMs);
  const by = { staff, session, employer: "firm" as const, offShift: false, stepUp: false };
  await site.vault.revealing.look({
    ...{ by, client: client.client, ticket, field: "email", purpose: "account_help" },
    action: "reveal",
  });
  later(60_000);
  const found = await report();
  assert.deepEqual([found?.isUrgent, found?.score], [true, 16]);
});
