import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { type Id, uuidOf } from "#platform";
import { openTestSite, openTestStaff, type TestPerson, type TestSite } from "#test";
import { approvalsOf } from "../approval/index.ts";
import { hasRole, join, joinerSchema, staffByEmail, staffById } from "../staff/index.ts";
import { StaffKnown, TwoPeopleNeeded } from "../staff/refusals.ts";
import { canTwoDecide } from "./kinds.ts";

let site: TestSite;
let admin: TestPerson;
let approver: TestPerson;
before(async () => {
  site = await openTestSite();
  admin = await openTestStaff(site, { roles: ["admin"], team: "it", employer: "Larkmoor" });
  approver = await openTestStaff(site, { roles: ["approver"], team: "risk", employer: "Vendor" });
});
after(() => site[Symbol.asyncDispose]());
let round = 0;
beforeEach(() => {
  round += 1;
  site.time.now = new Date(site.time.now.getTime() + 1_000);
});

const post = (path: string, fields: Record<string, string>, by: TestPerson) =>
  site.post(path, fields, { cookie: by.cookie });

async function newest(of: TestPerson) {
  const [approval] = await approvalsOf(site.opened.database, of.staff, 1, site.time.now);
  assert.ok(approval);
  return approval;
}

const person = async (id: Id<"staff">) => {
  const found = await staffById(site.opened.database, id);
  assert.ok(found);
  return found;
};

const joinerFields = () => ({
  ...{ name: `Joiner ${round}`, email: `Joiner-${round}@larkmoor.example`, team: "support" },
  ...{ employer: "Larkmoor", role_agent: "on", role_approver: "on", reason: "New on the team" },
});

test("somebody is added when a second person agrees, and not before", async () => {
  const asked = await post("/staff/people", joinerFields(), admin);
  assert.equal(asked.headers.get("location"), "/staff/approvals?done=asked");
  const found = () => staffByEmail(site.opened.database, `joiner-${round}@larkmoor.example`);
  assert.equal(await found(), undefined);
  const approval = await newest(admin);
  const page = await site.get("/staff/approvals", { cookie: approver.cookie });
  assert.match(
    await page.text(),
    /Add Joiner \d to the staff[\s\S]*agent, approver[\s\S]*New on the team/,
  );
  const path = `/staff/approvals/${approval.id}/decide`;
  const own = await post(path, { decision: "approved" }, admin);
  assert.equal(own.status, 404, "who asked doesn't decide");
  assert.equal(await found(), undefined);
  const decided = await post(path, { decision: "approved" }, approver);
  assert.equal(decided.headers.get("location"), "/staff/approvals?done=approved");
  const staff = await found();
  assert.ok(staff && hasRole(await person(staff), "approver"));
  assert.equal((await post(path, { decision: "approved" }, approver)).status, 409);
});

test("what is typed wrongly comes back with what was typed", async () => {
  const wrong = { ...joinerFields(), email: "nobody", timeZone: "Mars/Olympus" };
  const refused = await post("/staff/people", wrong, admin);
  assert.equal(refused.status, 400);
  assert.match(await refused.text(), /value="Mars\/Olympus"/);
});

test("what is typed wrongly is told by its label, with what it takes", async () => {
  for (const [change, sentence] of [
    [{ timeZone: "Mars/Olympus" }, "Time zone is no time zone, such as Europe/Berlin."],
    [{ languages: "en, Klingonese" }, "Languages takes a language, such as en or pt-BR."],
    [{ day_monday: "on", from: "9", to: "17:00" }, "Works from takes a time, such as 09:00."],
    [{ team: "" }, "Team has 1 letter at least."],
  ] as const) {
    const refused = await post("/staff/people", { ...joinerFields(), ...change }, admin);
    assert.equal(refused.status, 400);
    assert.ok((await refused.text()).includes(sentence), sentence);
  }
});

test("roles are changed by two people, and nobody changes his own [ASVS 8.2.3]", async () => {
  const someone = await openTestStaff(site, { roles: ["agent"] });
  const path = `/staff/people/${someone.staff}/roles`;
  await post(path, { role_lead: "on", reason: "Leads now" }, admin);
  const approval = await newest(admin);
  assert.deepEqual(approval.scope, { grant: ["lead"], end: ["agent"] });
  await post(`/staff/approvals/${approval.id}/decide`, { decision: "approved" }, approver);
  const changed = await person(someone.staff);
  assert.deepEqual([hasRole(changed, "lead"), hasRole(changed, "agent")], [true, false]);
  const own = await post(`/staff/people/${admin.staff}/roles`, { reason: "Me" }, admin);
  assert.equal(own.status, 403);
  const nothing = await post(path, { role_lead: "on", reason: "x" }, admin);
  assert.equal(nothing.status, 400);
  assert.equal((await post(path, { role_admin: "on", reason: "x" }, someone)).status, 403);
});

test("who is asked about a change of his own roles isn't drawn", async () => {
  const path = `/staff/people/${approver.staff}/roles`;
  const asked = await post(path, { role_admin: "on", role_approver: "on", reason: "x" }, admin);
  assert.equal(asked.status, 403);
  assert.match(await asked.text(), /The answer is no/);
});

test("a joiner's link takes one administrator; whoever had a passkey needs two people", async () => {
  const joiner = await openTestStaff(site);
  const path = `/staff/people/${joiner.staff}/link`;
  assert.match(await (await post(path, {}, admin)).text(), /\/staff\/register\/[\w-]{43}/);
  await site.opened.database.query(
    `insert into accounts.staff_passkeys (staff, id, credential_id, public_key, counter, transports, is_synced,
       is_backed_up, is_roaming, name, added_at)
     values ($1, gen_random_uuid(), 'x', 'y', 0, '{}', true, true, true, 'Phone', now())`,
    [uuidOf(joiner.staff)],
  );
  const asked = await post(path, { reason: "Lost the phone" }, admin);
  assert.equal(asked.headers.get("location"), "/staff/approvals?done=asked");
  const approval = await newest(admin);
  await post(`/staff/approvals/${approval.id}/decide`, { decision: "approved" }, approver);
  assert.match(await (await post(path, {}, admin)).text(), /\/staff\/register\/[\w-]{43}/);
  assert.equal((await post(path, {}, admin)).status, 400, "the approval was used");
});

test("an administrator doesn't become a second person by a new approver's link", async () => {
  const joiner = await openTestStaff(site, { roles: ["approver"], employer: "Auditor" });
  const answered = await post(`/staff/people/${joiner.staff}/link`, { reason: "New here" }, admin);
  assert.equal(answered.headers.get("location"), "/staff/approvals?done=asked");
  assert.doesNotMatch(await answered.text(), /\/staff\/register\//);
});

test("an administrator's page needs a fresh passkey, and the role [ASVS 8.2.1]", async () => {
  const stale = new Date(site.time.now.getTime() - 301_000);
  const late = await openTestStaff(site, { roles: ["admin"], provenAt: stale });
  const led = await site.get("/staff/people", { cookie: late.cookie });
  assert.match(led.headers.get("location") ?? "", /^\/staff\/step-up/);
  const agent = await openTestStaff(site);
  assert.equal((await site.get("/staff/people", { cookie: agent.cookie })).status, 200);
  const { cookie } = agent;
  assert.equal((await site.get(`/staff/people/${admin.staff}`, { cookie })).status, 403);
  assert.equal((await post(`/staff/people/${admin.staff}/leave`, {}, agent)).status, 403);
});

test("who leaves is out at the next request [ASVS 7.4.2, 8.3.2]", async () => {
  const leaver = await openTestStaff(site);
  assert.equal((await site.get("/staff", { cookie: leaver.cookie })).status, 200);
  const left = await post(`/staff/people/${leaver.staff}/leave`, {}, admin);
  assert.equal(left.headers.get("location"), "/staff/people?done=left");
  assert.equal((await site.get("/staff", { cookie: leaver.cookie })).status, 303);
  assert.equal(
    (await post(`/staff/people/${admin.staff}/leave`, {}, admin)).status,
    403,
    "himself",
  );
});

test("a command gives weighty roles only while two people couldn't decide", async () => {
  const { desk } = site.accounts;
  const joiner = joinerSchema.parse({
    ...{ name: "Sam", email: `sam-${round}@larkmoor.example`, team: "x", employer: "Vendor" },
    roles: ["approver"],
  });
  const options = { actor: { is: "system" } as const, canTwoDecide, withLink: false };
  await assert.rejects(join(desk, joiner, options, site.time.now), TwoPeopleNeeded);
  const { staff } = await join(desk, { ...joiner, roles: ["agent"] }, options, site.time.now);
  assert.ok(hasRole(await person(staff), "agent"));
  await assert.rejects(join(desk, { ...joiner, roles: [] }, options, site.time.now), StaffKnown);
  const nobody = { ...options, canTwoDecide: () => false };
  const other = { ...joiner, email: `other-${round}@larkmoor.example` };
  assert.ok((await join(desk, other, nobody, site.time.now)).staff);
});
