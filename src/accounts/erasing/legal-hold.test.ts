import assert from "node:assert/strict";
import { after, beforeEach, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { type Id, newId, transaction, uuidOf } from "#platform";
import {
  decideTestApproval,
  openTestClient,
  openTestSite,
  openTestStaff,
  type TestPerson,
} from "#test";
import { approvalsOf } from "../approval/index.ts";
import { askErasure, clientErasure } from "./erasing.ts";
import { clientErasureAgreed } from "./erasure.ts";
import { holdLiftKind, holdReasonLettersMax, placeLegalHold } from "./legal-hold.ts";
import { eraseAccount } from "./store.ts";

const site = await openTestSite();
after(() => site[Symbol.asyncDispose]());
const { database } = site.opened;
const { desk, approvals } = site.accounts;
const counsel = await openTestStaff(site, { roles: ["counsel"], name: "Cleo Counsel" });
const admin = await openTestStaff(site, { roles: ["admin"] });
const approver = await openTestStaff(site, {
  ...{ roles: ["approver"], team: "oversight", employer: "Vendor" },
});
beforeEach(pass);

/** The newest approval is the one that was asked last. */
function pass(): void {
  site.time.now = new Date(site.time.now.getTime() + 1_000);
}

const post = (path: string, fields: Record<string, string>, by: TestPerson = counsel) =>
  site.post(`/staff/erasures/holds${path}`, fields, { cookie: by.cookie });
const page = async (by: TestPerson = counsel) =>
  await (await site.get("/staff/erasures", { cookie: by.cookie })).text();

async function place(account: string, reason: string): Promise<void> {
  const placed = await post("", { account, reason });
  assert.equal(placed.headers.get("location"), "/staff/erasures?done=placed", await placed.text());
}

async function reading(account: string): Promise<string> {
  const answer = await post("/read", { account });
  assert.equal(answer.status, 200);
  return await answer.text();
}

const holdIn = (text: string) => /holds\/(event_\w+)\/lift/.exec(text)?.[1] ?? "";

async function eventsOf(client: Id<"client">, kind: string) {
  const { rows } = await database.query<{ actor: string; details: string }>(
    "select actor, details from ledger.events where client = $1 and kind = $2 order by occurred_at, id",
    [uuidOf(client), kind],
  );
  return rows.map(({ actor, details }) => ({ actor, details: JSON.parse(details) }));
}

/** What the approver was asked last. */
async function newestApproval() {
  const asked = await approvalsOf(database, approver.staff, 100, site.time.now);
  return asked.toSorted((a, b) => b.askedAt.getTime() - a.askedAt.getTime())[0];
}

test("counsel alone sees the holds and acts on them, with a passkey proven just now", async () => {
  const { publicId } = await openTestClient(site);
  await place(publicId, "case roles");
  const hold = holdIn(await reading(publicId));
  const all = ["agent", "lead", "analyst", "custodian", "comms", "approver", "admin"];
  const everybodyElse = await openTestStaff(site, { roles: all });
  for (const [path, fields] of [
    ["", { account: publicId, reason: "mine" }],
    ["/read", { account: publicId }],
    ["/read", { hold }],
    [`/${hold}/lift`, { why: "Over" }],
  ] as const) {
    assert.equal((await post(path, fields, everybodyElse)).status, 403, path);
    const stale = await openTestStaff(site, { roles: ["counsel"], provenAt: null });
    const led = await post(path, fields, stale);
    assert.match(led.headers.get("location") ?? "", /^\/staff\/step-up\?back=/, path);
  }
  assert.doesNotMatch(await page(everybodyElse), /Legal holds|Cleo Counsel/);
  assert.doesNotMatch(await page(counsel), /Erase a client/);
  const asked = await site.post(
    "/staff/erasures",
    { account: publicId, reason: "client_asked", why: "Because" },
    { cookie: counsel.cookie },
  );
  assert.equal(asked.status, 403, "counsel asks for no erasure");
  const people = await site.get("/staff/people", { cookie: counsel.cookie });
  assert.match(await people.text(), /<a href="\/staff\/erasures">Legal holds<\/a>/);
});

test("the list names neither a client nor a case; who reads a client's holds leaves an event", async () => {
  const { client, publicId } = await openTestClient(site);
  await place(publicId, "case 2026/41");
  const listed = await page();
  assert.match(listed, /Placed on November 20, 2026 by Cleo Counsel/);
  assert.doesNotMatch(listed, new RegExp(`${publicId}|2026/41|${client}`));
  assert.deepEqual(await eventsOf(client, "accounts.holds_read"), []);

  const byAccount = await reading(publicId);
  const hold = holdIn(byAccount);
  const byHold = await (await post("/read", { hold })).text();
  for (const text of [byAccount, byHold]) {
    assert.match(text, new RegExp(`Holds on the client ${publicId}`));
    assert.match(text, /case 2026\/41[\s\S]*by Cleo Counsel/);
  }
  const read = { actor: uuidOf(counsel.staff), details: { holds: [hold] } };
  assert.deepEqual(await eventsOf(client, "accounts.holds_read"), [read, read]);

  const free = await openTestClient(site);
  assert.match(await reading(free.publicId), /No legal hold stands on this client/);
  assert.equal((await eventsOf(free.client, "accounts.holds_read")).length, 1);
});

test("a slip loses nothing that was typed, and one case holds a client once, however often it is pressed", async () => {
  const { client, publicId } = await openTestClient(site);
  const unknown = await post("", { account: "9999 9999 9999", reason: "case 8" });
  assert.equal(unknown.status, 404);
  assert.match(await unknown.text(), /no account[\s\S]*9999 9999 9999[\s\S]*case 8/);
  const long = "x".repeat(holdReasonLettersMax);
  for (const reason of [" ", `${long}x`]) {
    const refused = await post("", { account: publicId, reason });
    assert.equal(refused.status, 400);
    assert.match(
      await refused.text(),
      new RegExp(`1 to ${holdReasonLettersMax} letters[^]*${publicId}`),
    );
  }
  const pressed = await Promise.all(
    Array.from({ length: 4 }, () => post("", { account: publicId, reason: long })),
  );
  assert.deepEqual(pressed.map(({ status }) => status).sort(), [303, 409, 409, 409]);
  assert.equal((await eventsOf(client, "ledger.hold_placed")).length, 1);

  const hold = holdIn(await reading(publicId));
  const tooLong = await post(`/${hold}/lift`, { why: `Over ${long}` });
  assert.equal(tooLong.status, 400);
  assert.match(await tooLong.text(), new RegExp(`letters[^]*Over ${long}`));
  assert.equal((await post("/event_1/lift", { why: "Over" })).status, 400);
  assert.equal((await post("/read", { hold: "event_1" })).status, 400);
});

test("a hold is lifted once, by whom the desk draws, with what counsel said; the second word for it is too late", async () => {
  const { client, publicId } = await openTestClient(site);
  await place(publicId, "case 9");
  const hold = holdIn(await reading(publicId));
  const asked = await post(`/${hold}/lift`, { why: "Case 9 is closed" });
  assert.equal(asked.headers.get("location"), "/staff/approvals?done=asked");
  assert.notEqual(
    (await decideTestApproval(site, counsel)).status,
    303,
    "who asked doesn't decide",
  );
  const shown = await site.get("/staff/approvals", { cookie: approver.cookie });
  const text = await shown.text();
  assert.match(text, new RegExp(`Lift a legal hold on the client ${publicId}`));
  assert.match(text, /Placed on November 20, 2026 by Cleo Counsel[\s\S]*Case 9 is closed/);
  assert.equal((await decideTestApproval(site, approver)).status, 303);
  assert.match(await reading(publicId), /No legal hold stands/);
  const lifted = { actor: uuidOf(approver.staff), details: { hold, reason: "Case 9 is closed" } };
  assert.deepEqual(await eventsOf(client, "ledger.hold_lifted"), [lifted]);
  const over = await site.get("/staff/approvals", { cookie: approver.cookie });
  assert.match(await over.text(), /Lift a legal hold that doesn’t stand any more/);
  assert.equal((await post(`/${hold}/lift`, { why: "Again" })).status, 400);

  pass();
  await place(publicId, "case 9");
  const again = holdIn(await reading(publicId));
  await post(`/${again}/lift`, { why: "One" });
  const first = await newestApproval();
  pass();
  const about = { kind: holdLiftKind, subject: again, scope: {}, reason: "Two" };
  await transaction(database, (joining) =>
    approvals.ask({ ...about, asker: counsel.staff }, site.time.now, joining),
  );
  assert.equal((await decideTestApproval(site, approver)).status, 303);
  const late = { decision: "approved" };
  const path = `/staff/approvals/${first?.id}/decide`;
  const told = await site.post(path, late, { cookie: approver.cookie });
  assert.equal(told.status, 400);
  assert.match(await told.text(), /no such hold, or it was lifted already/);
  assert.equal((await eventsOf(client, "ledger.hold_lifted")).length, 2);
});

test("one question about lifting a hold is asked at a time, however often and by whom it is pressed", async () => {
  const { publicId } = await openTestClient(site);
  await place(publicId, "case 12");
  const hold = holdIn(await reading(publicId));
  const lift = (why: string, by?: TestPerson) => post(`/${hold}/lift`, { why }, by);
  const pressed = await Promise.all(Array.from({ length: 4 }, () => lift("Case 12 is closed")));
  assert.deepEqual(pressed.map(({ status }) => status).sort(), [303, 409, 409, 409]);
  const colleague = await openTestStaff(site, { roles: ["counsel"] });
  const refused = await lift("It is over", colleague);
  assert.equal(refused.status, 409);
  assert.match(await refused.text(), /asked already to lift this hold[\s\S]*It is over/);
  assert.equal((await decideTestApproval(site, approver, { decision: "refused" })).status, 303);
  pass();
  assert.equal((await lift("It is over", colleague)).status, 303);
  assert.equal((await decideTestApproval(site, approver)).status, 303);
  const all = await approvalsOf(database, approver.staff, 100, site.time.now);
  const states = all.filter(({ subject }) => subject === hold).map(({ state }) => state.is);
  assert.deepEqual(states, ["used", "refused"]);
});

test("a hold that comes while its client is erased finds nobody: no event is about who is gone", async () => {
  const { client, publicId } = await closed();
  const about = { account: publicId, reason: "client_asked", why: "By letter" } as const;
  await askErasure(desk, approvals, admin.staff, about, site.time.now);
  const approval = await newestApproval();
  assert.ok(approval);
  const placing: { held?: Promise<unknown> } = {};
  const erasure = clientErasure(desk, {
    clientErasers: [eraseAccount],
    formerIds: async () => [],
    record: async () => {},
    shred: async (request) => {
      const asked = { account: publicId, reason: "case 10" };
      placing.held = placeLegalHold(desk, counsel.staff, asked, site.time.now);
      await untilWaiting(placing.held);
      await site.keykeeper.shred(request);
    },
  });
  await transaction(database, async (joining) => {
    await erasure.act?.(joining, approval, site.time.now);
  });
  await assert.rejects(placing.held ?? Promise.resolve(), { code: "no_such_account" });
  const { rowCount } = await database.query("select from ledger.events where client = $1", [
    uuidOf(client),
  ]);
  assert.equal(rowCount, 0);
});

test("a hold after an erasure that never ended says that the keys are gone, and keeps the rest", async () => {
  const { client, publicId } = await closed();
  const agreed = { reason: "client_asked", approval: newId("approval", site.time.now) };
  const draft = { kind: clientErasureAgreed, client, decision: "allow", details: agreed } as const;
  const by = { is: "staff", id: approver.staff } as const;
  const { event } = await desk.appender.append(by, draft, site.time.now);
  await site.keykeeper.shred({ client, event });
  const placed = await post("", { account: publicId, reason: "case 11" });
  const led = placed.headers.get("location") ?? "";
  assert.equal(led, "/staff/erasures?done=placed_late");
  const told = await (await site.get(led, { cookie: counsel.cookie })).text();
  assert.match(told, /an erasure had begun before: the client’s keys are destroyed/);
  assert.match(await reading(publicId), /case 11/);
});

async function closed() {
  const owner = await openTestClient(site);
  await database.query("update accounts.clients set closed_at = $2 where client = $1", [
    ...[uuidOf(owner.client), site.time.now],
  ]);
  return owner;
}

/** Until somebody waits for a lock, or what would have to wait is over. */
async function untilWaiting(waiter: Promise<unknown>): Promise<void> {
  let isOver = false;
  const over = () => {
    isOver = true;
  };
  void waiter.then(over, over);
  const waiting = `select from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`;
  while (!isOver && (await database.query(waiting)).rowCount === 0) await sleep(1);
}
