import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { type Id, isId } from "#platform";
import {
  assignTestTicket,
  openTestClient,
  openTestSite,
  openTestStaff,
  type TestPerson,
  type TestSite,
} from "#test";
import { ticketById } from "../ticket/index.ts";

suite("two who change a ticket at once", () => {
  let site: TestSite;
  let agent: TestPerson;
  let lead: TestPerson;
  before(async () => {
    site = await openTestSite();
    agent = await openTestStaff(site);
    lead = await openTestStaff(site, { roles: ["lead"] });
  });
  after(() => site[Symbol.asyncDispose]());

  async function opened() {
    const { cookie } = await openTestClient(site);
    const fields = { topic: "payments", name: "Ada", text: "Where is it?" };
    const answer = await site.post("/account/tickets", fields, { cookie });
    const id = /ticket_\w+/.exec(answer.headers.get("location") ?? "")?.[0] ?? "";
    assert.ok(isId("ticket", id));
    await assignTestTicket(site, id, agent.staff);
    return id;
  }

  const pageOf = async (id: Id<"ticket">, { cookie }: TestPerson) =>
    await (await site.get(`/staff/tickets/${id}`, { cookie })).text();

  /** What the page's form sends when nobody touches it. */
  function untouched(page: string): Record<string, string> {
    const [form = ""] = /<form[^>]*\/status"[\s\S]*?<\/form>/.exec(page) ?? [];
    const inputs = [...form.matchAll(/name="(\w+)" value="([^"]*)"/g)];
    const selects = [...form.matchAll(/<select[^>]*name="(\w+)">([\s\S]*?)<\/select>/g)];
    const chosen = selects.map(([, name = "", options = ""]) => {
      const [, value] =
        /value="(\w+)" selected/.exec(options) ?? /value="(\w+)"/.exec(options) ?? [];
      return [name, value ?? ""] as const;
    });
    return Object.fromEntries([
      ...inputs.map(([, name = "", value = ""]) => [name, value] as const),
      ...chosen,
    ]);
  }

  const save = async (id: Id<"ticket">, { cookie }: TestPerson, form: Record<string, string>) =>
    await site.post(`/staff/tickets/${id}/status`, form, { cookie });

  const standing = async (id: Id<"ticket">) => {
    const ticket = await ticketById(site.opened.database, id);
    return [ticket?.status.is, ticket?.priority, ticket?.tags.join(" ")];
  };

  test("each writes what was changed in the own form, and nothing of what a colleague set meanwhile", async () => {
    const id = await opened();
    const [first, second] = [untouched(await pageOf(id, agent)), untouched(await pageOf(id, lead))];
    await save(id, lead, { ...second, status: "hold", priority: "urgent", tags: "fraud" });
    assert.equal((await save(id, agent, { ...first, tags: "late vip" })).status, 303);
    assert.deepEqual(await standing(id), ["hold", "urgent", "fraud late vip"]);
    const third = untouched(await pageOf(id, agent));
    assert.equal((await save(id, agent, { ...third, tags: "vip" })).status, 303);
    assert.equal((await save(id, agent, third)).status, 303);
    assert.deepEqual(await standing(id), ["hold", "urgent", "vip"]);
  });

  test("a refused form keeps what was changed, and shows of the rest what a colleague set", async () => {
    const id = await opened();
    const form = untouched(await pageOf(id, agent));
    await save(id, lead, { ...form, priority: "urgent" });
    const refused = await save(id, agent, { ...form, status: "pending", tags: "no@tag" });
    assert.equal(refused.status, 400);
    const again = untouched(await refused.text());
    assert.deepEqual(
      [again.status, again.priority, again.tags, again.shown_priority],
      ["pending", "urgent", "no@tag", "urgent"],
    );
    assert.equal((await save(id, agent, { ...again, tags: "fine" })).status, 303);
    assert.deepEqual(await standing(id), ["pending", "urgent", "fine"]);
  });

  test("a refused form that is sent again takes away no tag that a colleague put in meanwhile", async () => {
    const id = await opened();
    const form = untouched(await pageOf(id, agent));
    await save(id, lead, { ...form, tags: "fraud" });
    const refused = await save(id, agent, { ...form, tags: "vip no@tag" });
    const again = untouched(await refused.text());
    assert.deepEqual([again.tags, again.shown_tags], ["vip no@tag", ""]);
    assert.equal((await save(id, agent, { ...again, tags: "vip" })).status, 303);
    assert.deepEqual((await standing(id))[2], "fraud vip");
  });

  test("who changed nothing in a form isn't told that something was saved: the ticket may have changed meanwhile", async () => {
    const id = await opened();
    const form = untouched(await pageOf(id, agent));
    await save(id, lead, { ...form, status: "pending" });
    const answer = await save(id, agent, form);
    const next = answer.headers.get("location") ?? "";
    const page = await (await site.get(next, { cookie: agent.cookie })).text();
    assert.match(page, /You changed nothing, so nothing was written/);
    assert.equal((await standing(id))[0], "pending");
    const written = await save(id, agent, { ...form, tags: "vip" });
    assert.match(written.headers.get("location") ?? "", /done=saved/);
  });

  test("the page shows the priority and the tags where it stays live", async () => {
    const id = await opened();
    const form = untouched(await pageOf(id, lead));
    await save(id, lead, { ...form, priority: "urgent", tags: "fraud" });
    const [facts = ""] = /data-live="facts"[\s\S]*?<\/section>/.exec(await pageOf(id, agent)) ?? [];
    assert.match(facts, /Urgent[\s\S]*fraud/);
  });
});
