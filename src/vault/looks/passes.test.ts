import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { Id } from "#platform";
import {
  askTestBreakGlass,
  decideTestApproval,
  keepTestField,
  openTestClient,
  openTestSite,
  openTestStaff,
  proveTestStaff,
  type TestClient,
  type TestPerson,
  type TestSite,
} from "#test";

suite("a break-glass that nobody has used", () => {
  let site: TestSite;
  let approver: TestPerson;
  before(async () => {
    site = await openTestSite();
    const other = { team: "Risk", employer: "Trustwell", name: "Ana Costa" };
    approver = await openTestStaff(site, { ...other, roles: ["approver"] });
    await openTestStaff(site, { roles: ["lead"], team: "Audit", employer: "Checkwell" });
  });
  after(() => site[Symbol.asyncDispose]());

  test("stands on its client's page at once, for which data, by which team, why and until when", async () => {
    const { asker, client, grant } = await given({ field_email: "on" });
    const page = await pageOf(client);
    for (const words of [
      "In an emergency, without a question of yours",
      "<strong>E-mail address, Phone number</strong>",
      "access agreed to, until Nov 20, 2026, 12:15 UTC: not seen by that alone",
      "Frontline, Larkmoor",
      "To answer your question about your account.",
      "nobody on our staff looked at your data",
    ]) {
      assert.ok(page.includes(words), `${words} is missing in ${page}`);
    }
    assert.notEqual(await newestOf(client), "", "a page that stays open is told");
    const list = await download(client, "list");
    const line = JSON.parse(list);
    assert.deepEqual(
      [line.what, line.shown, line.about],
      ["E-mail address, Phone number", false, grant],
    );
    const proofs = await download(client, "proofs");
    assert.match(proofs, /^# 0 looks/);
    for (const named of [asker.staff, approver.staff, "Arno Agentson", "Ana Costa"]) {
      assert.ok(![page, list, proofs].join().includes(named), named);
    }
  });

  test("is no look: it is asked about and counted only once it is used", async () => {
    const { asker, client, grant } = await given();
    assert.doesNotMatch(await pageOf(client), /Did you ask for this/);
    const { cookie } = client;
    const no = { about: grant, said: "no" };
    assert.equal((await site.post("/account/looks/answers", no, { cookie })).status, 404);
    const used = await site.post(
      `/staff/break-glass/${grant}/show`,
      { field: "phone" },
      { cookie: asker.cookie, accept: "application/json" },
    );
    assert.equal(used.status, 200);
    const page = await pageOf(client);
    assert.match(page, /Did you ask for this/);
    assert.match(page, /our staff looked once, on one day/);
    assert.equal((await site.post("/account/looks/answers", no, { cookie })).status, 303);
  });

  test("that is sealed leaves the page empty but for the count, and doesn't say that nobody looked", async () => {
    const { client } = await given({ sealed_days: "3", sealed_because: "investigation" });
    const page = await pageOf(client);
    assert.match(page, /2 entries are sealed until November 23, 2026/);
    assert.doesNotMatch(page, /Nobody has looked/);
    assert.doesNotMatch(page, /emergency|Phone number|Frontline|agreed to/);
    assert.equal(await newestOf(client), "");
    assert.equal(await download(client, "list"), '{"sealed":2,"until":"2026-11-23"}\n');
    site.time.now = new Date("2026-11-23T00:00:00Z");
    const { cookie } = await client.signIn();
    assert.match(await pageOf({ cookie }), /access agreed to, until Nov 20, 2026, 12:15 UTC/);
  });

  test("that is sealed is agreed to by who reads from when its client reads of it", async () => {
    site.time.now = new Date("2026-11-25T23:50:00Z");
    const asker = await openTestStaff(site);
    const client = await openTestClient(site);
    await keepTestField(site, client.client, "phone", "+31612345678");
    const sealing = { sealed_days: "1", sealed_because: "personal_safety" };
    await askTestBreakGlass(site, asker, { identifier: client.email, ...sealing });
    const { cookie } = await proveTestStaff(site, approver);
    const page = await (await site.get("/staff/approvals", { cookie })).text();
    assert.match(page, /Reads of it from November 26, 2026, 00:00 UTC: somebody’s safety/);
  });

  async function given(changed: Record<string, string> = {}) {
    const asker = await openTestStaff(site, { name: "Arno Agentson", team: "Frontline" });
    const client = await openTestClient(site);
    await keepTestField(site, client.client, "phone", "+31612345678");
    await keepTestField(site, client.client, "email", client.email);
    const asked = { identifier: client.email, ...changed };
    const answer = await askTestBreakGlass(site, asker, asked);
    const grant = /grant_\w+/.exec(answer.headers.get("location") ?? "")?.[0] as Id<"grant">;
    assert.ok(grant, await answer.text());
    assert.equal((await decideTestApproval(site, approver, { grant })).status, 303);
    return { asker, client, grant };
  }

  async function pageOf({ cookie }: Pick<TestClient, "cookie">): Promise<string> {
    return await (await site.get("/account/looks", { cookie })).text();
  }

  async function newestOf({ cookie }: TestClient): Promise<unknown> {
    const answer = await site.get("/account/looks/newest", { cookie });
    return ((await answer.json()) as { newest: unknown }).newest;
  }

  async function download({ cookie }: TestClient, what: "list" | "proofs"): Promise<string> {
    return await (await site.get(`/account/looks/${what}`, { cookie })).text();
  }
});
