import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { openTestSite, openTestStaff, type TestPerson, type TestSite } from "#test";

const everybody = ["/staff", "/staff/approvals", "/staff/people", "/staff/directory"];
const own = ["/staff/sessions", "/inbox"];
const agents = ["/staff/tickets", "/staff/calls", "/staff/search", "/staff/break-glass"];
const analysts = ["/staff/indicators", "/staff/watch", "/staff/traces", "/staff/reviews"];
const all = [...everybody, ...agents, ...analysts, "/staff/briefs", ...own];

suite("where the staff may go", () => {
  let site: TestSite;
  before(async () => {
    site = await openTestSite();
  });
  after(() => site[Symbol.asyncDispose]());

  const places = async (person: TestPerson, path = "/staff") => {
    const page = await (await site.get(path, { cookie: person.cookie })).text();
    const [nav = ""] = page.match(/<nav class="tabs".*?<\/nav>/s) ?? [];
    return Array.from(nav.matchAll(/<a href="([^"]+)"( aria-current="page")?/g), (found) => ({
      path: found[1] ?? "",
      isOwn: found[2] !== undefined,
    }));
  };

  for (const { role, more } of [
    { role: "agent", more: agents },
    { role: "lead", more: [...agents, ...analysts, "/staff/briefs"] },
    { role: "analyst", more: [...analysts, "/staff/briefs"] },
    { role: "counsel", more: ["/staff/briefs"] },
    { role: "approver", more: [] },
  ] as const) {
    test(`a person who is ${role} is shown what is open to that role, and no more`, async () => {
      const person = await openTestStaff(site, { roles: [role] });
      const shown = (await places(person)).map(({ path }) => path);
      assert.deepEqual(shown.toSorted(), [...everybody, ...more, ...own].toSorted());
      for (const path of all) {
        const { status } = await site.get(path, { cookie: person.cookie });
        if (shown.includes(path)) assert.equal(status, 200, path);
        else assert.equal(status, 403, path);
      }
    });
  }

  test("one place is marked as one's own, also on the pages below it and where something was refused", async () => {
    const agent = await openTestStaff(site, { roles: ["agent"] });
    const marked = async (path: string) =>
      (await places(agent, path)).flatMap(({ path: place, isOwn }) => (isOwn ? place : []));
    assert.deepEqual(await marked("/staff"), ["/staff"]);
    assert.deepEqual(await marked("/staff/sessions"), ["/staff/sessions"]);
    assert.deepEqual(await marked("/staff/tickets/none"), ["/staff/tickets"]);
    assert.deepEqual(await marked("/staff/traces"), []);
  });

  test("who isn't signed in is led nowhere", async () => {
    const page = await (await site.get("/staff/sign-in")).text();
    assert.doesNotMatch(page, /class="tabs"/);
  });
});
