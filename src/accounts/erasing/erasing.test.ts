import assert from "node:assert/strict";
import { after, test } from "node:test";
import { liftHold, placeHold } from "#ledger";
import { type Id, newId, system, transaction, uuidOf } from "#platform";
import { keepTestField, openTestClient, openTestSite, openTestStaff } from "#test";

const site = await openTestSite();
after(() => site[Symbol.asyncDispose]());
const { database } = site.opened;
const admin = await openTestStaff(site, { roles: ["admin"], name: "Ann Admin" });
const approver = await openTestStaff(site, {
  ...{ roles: ["approver"], team: "oversight", employer: "Vendor", name: "Otto Other" },
});
const [asAdmin, asApprover] = [{ cookie: admin.cookie }, { cookie: approver.cookie }];

const asked = (account: string, reason = "client_asked") =>
  site.post("/staff/erasures", { account, reason, why: "By letter of this week" }, asAdmin);

async function decide(decision = "approved"): Promise<Response> {
  const list = await (await site.get("/staff/approvals", asApprover)).text();
  const path = /\/staff\/approvals\/approval_\w+\/decide/.exec(list)?.[0] ?? "";
  return await site.post(path, { decision }, asApprover);
}

async function closed() {
  const owner = await openTestClient(site, ["passkey", "password"]);
  const question = { topic: "other", name: "Ada", text: "Please forget me" };
  await site.post("/account/tickets", question, { cookie: owner.cookie });
  await keepTestField(site, owner.client, "email", `${owner.client}@example.net`);
  await database.query("update accounts.clients set closed_at = $2 where client = $1", [
    uuidOf(owner.client),
    site.time.now,
  ]);
  return owner;
}

/** Where a client's id stands in any column of any table. */
async function placesOf(client: Id<"client">): Promise<string[]> {
  const { rows } = await database.query<{ place: string; name: string; kind: string }>(
    `select format('%I.%I', table_schema, table_name) as place, column_name as name, data_type as kind
     from information_schema.columns join information_schema.tables using (table_schema, table_name)
     where table_type = 'BASE TABLE' and data_type in ('uuid', 'text', 'jsonb')
       and table_schema in ('accounts', 'ledger', 'outbox', 'tickets', 'keys', 'platform', 'contacts', 'vault', 'watch')`,
  );
  const found: string[] = [];
  for (const { place, name } of rows) {
    const { rowCount } = await database.query(
      `select from ${place} where "${name}"::text in ($1, $2) or "${name}"::text like '%' || $2 || '%'`,
      [uuidOf(client), client],
    );
    if (rowCount !== 0) found.push(`${place}.${name}`);
  }
  return found;
}

/** The client took the place of a copy of whom the ledger has something. @returns the copy's id */
async function tookPlace(client: Id<"client">): Promise<Id<"client">> {
  const former = newId("client", site.time.now);
  await transaction(database, async (joined) => {
    const of = { client: former, reason: "case 3" };
    const hold = await placeHold(site.appender, joined, system, of, site.time.now);
    await liftHold(site.appender, joined, system, { ...of, hold }, site.time.now);
  });
  await database.query("update vault.fields set former = $2 where client = $1", [
    ...[uuidOf(client), uuidOf(former)],
  ]);
  await database.query("insert into vault.former_ids (client, former, since) values ($1, $2, $3)", [
    ...[uuidOf(client), uuidOf(former), site.time.now],
  ]);
  return former;
}

test("two people erase a client: nothing names the client any more, but that the keys are destroyed", async () => {
  const { client, publicId } = await closed();
  const former = await tookPlace(client);
  const other = await openTestClient(site);
  const answer = await asked(publicId);
  assert.equal(answer.headers.get("location"), "/staff/approvals?done=asked", await answer.text());
  const shown = await (await site.get("/staff/approvals", asApprover)).text();
  assert.match(shown, new RegExp(`Erase the client ${publicId}`));
  assert.match(shown, /The client asked for it/);
  assert.ok((await placesOf(client)).length > 5);
  assert.ok((await placesOf(former)).includes("ledger.events.client"));
  const done = await decide();
  assert.equal(done.headers.get("location"), "/staff/approvals?done=approved", await done.text());
  assert.deepEqual(await placesOf(client), ["keys.clients.client"]);
  assert.deepEqual(await placesOf(former), [], "nor under the id of before the account");
  assert.ok((await placesOf(other.client)).length > 0, "others stay");
  const kept = { field: "email", value: `${client}@example.net`, kind: "email" } as const;
  const index = await site.keykeeper.blindIndex({ table: "vault.fields", ...kept });
  const found = await database.query("select from vault.fields where index = $1", [index]);
  assert.equal(found.rowCount, 0, "nobody is found by what was the client's");
  const written = site.keykeeper.encrypt({ table: "vault.fields", client, version: 2, ...kept });
  await assert.rejects(written, { code: "client_shredded" });
  const after = await (await site.get("/staff/approvals", asAdmin)).text();
  assert.match(after, /Erase a client, who is gone/);
  const { rows } = await database.query<{ details: string }>(
    "select details from ledger.events where kind = 'ledger.erased'",
  );
  assert.ok(rows.some(({ details }) => JSON.parse(details).reason === "client_asked"));
});

test("a client isn't erased whose account is open, by one person, under a legal hold, or whom nobody knows", async () => {
  const open = await openTestClient(site);
  assert.equal((await asked(open.publicId)).status, 409);
  assert.equal((await asked("9999-9999-9999")).status, 404);
  const { client, publicId } = await closed();
  assert.equal((await asked(publicId, "spite")).status, 400);
  await asked(publicId);
  const alone = await (await site.get("/staff/approvals", asAdmin)).text();
  const path = /\/staff\/approvals\/approval_\w+/.exec(alone)?.[0] ?? "";
  assert.notEqual(
    (await site.post(`${path}/decide`, { decision: "approved" }, asAdmin)).status,
    303,
  );
  const hold = { client, reason: "case 17" };
  const staff = { is: "staff", id: admin.staff } as const;
  await transaction(database, (joined) =>
    placeHold(site.appender, joined, staff, hold, site.time.now),
  );
  const held = await decide();
  assert.equal(held.status, 409, await held.clone().text());
  assert.match(await held.text(), /legal hold/i);
  const left = await placesOf(client);
  assert.ok(left.includes("tickets.tickets.client") && left.includes("vault.fields.client"));
  await decide("refused");
  const stranger = await openTestStaff(site, { roles: ["lead"] });
  assert.equal((await site.get("/staff/erasures", { cookie: stranger.cookie })).status, 403);
});
