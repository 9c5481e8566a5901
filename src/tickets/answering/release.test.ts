import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { type Id, isId, system } from "#platform";
import {
  assignTestTicket,
  openTestClient,
  openTestSite,
  openTestStaff,
  proveTestStaff,
  somebodyWaits,
  type TestPerson,
  type TestSite,
} from "#test";
import { ticketById } from "../ticket/index.ts";

const text = "Please send me your password.";

suite("a stopped answer is released into the ticket that its writer knew, or not at all", () => {
  let site: TestSite;
  let approver: TestPerson;
  let lead: TestPerson;
  const known = new Set<string>();
  before(async () => {
    site = await openTestSite();
    const oversight = { roles: ["approver"], team: "oversight", employer: "Vendor" };
    approver = await openTestStaff(site, oversight);
    lead = await openTestStaff(site, { roles: ["lead"] });
  });
  after(() => site[Symbol.asyncDispose]());

  async function stopped() {
    const agent = await openTestStaff(site);
    const { cookie } = await openTestClient(site);
    const fields = { topic: "payments", name: "Ada", text: "Where is it?" };
    const opened = await site.post("/account/tickets", fields, { cookie });
    const id = /ticket_\w+/.exec(opened.headers.get("location") ?? "")?.[0] ?? "";
    assert.ok(isId("ticket", id));
    await assignTestTicket(site, id, agent.staff);
    await ask(id, agent);
    return { id, agent, asClient: { cookie } };
  }

  async function ask(id: Id<"ticket">, { cookie }: TestPerson) {
    const reason = "A quote";
    const asked = await site.post(`/staff/tickets/${id}/release`, { text, reason }, { cookie });
    assert.equal(asked.status, 303, await asked.clone().text());
  }

  const write = (id: Id<"ticket">, person: TestPerson, words: string, kind: string) =>
    site.post(`/staff/tickets/${id}/messages`, { text: words, kind }, { cookie: person.cookie });

  /** The approver says yes or no to what was asked last. */
  async function decide(decision: "approved" | "refused") {
    const cookie = await proveTestStaff(site, approver);
    const list = await (await site.get("/staff/approvals", cookie)).text();
    const all = [...list.matchAll(/approvals\/(approval_\w+)\/decide/g)].map(([, id = ""]) => id);
    const [approval] = all.filter((id) => !known.has(id));
    assert.ok(approval);
    known.add(approval);
    const path = `/staff/approvals/${approval}/decide`;
    return { list, answer: await site.post(path, { decision }, cookie) };
  }
  const approve = () => decide("approved");

  const pageOf = async (path: string, headers: { cookie: string }) =>
    await (await site.get(path, headers)).text();

  test("whoever wrote since then, it isn't sent, both are told, and what the client asked still waits", async () => {
    const happenings = [
      async ({ id, asClient }: Awaited<ReturnType<typeof stopped>>) =>
        await site.post(`/account/tickets/${id}/messages`, { text: "And the fee?" }, asClient),
      async ({ id }: Awaited<ReturnType<typeof stopped>>) =>
        await write(id, lead, "It arrived.", "answer"),
      async ({ id }: Awaited<ReturnType<typeof stopped>>) =>
        await write(id, lead, "Don't answer, I call them.", "note"),
    ];
    for (const happens of happenings) {
      const made = await stopped();
      assert.equal((await happens(made)).status, 303);
      const before = await ticketById(site.opened.database, made.id);
      const { list, answer } = await approve();
      assert.match(list, /The ticket went on/);
      assert.equal(answer.status, 409);
      assert.match(await answer.text(), /went on since this was written[^<]*Refuse it/);
      assert.deepEqual(await ticketById(site.opened.database, made.id), before);
      assert.ok(!(await pageOf(`/account/tickets/${made.id}`, made.asClient)).includes(text));
      const shown = await pageOf(`/staff/tickets/${made.id}`, made.agent);
      assert.match(shown, /Not sent: the ticket went on since you asked/);
      assert.ok(shown.includes(text), "it isn't lost");
    }
  });

  test("nor when another ticket of the client's went on in it since, or was taken out of it", async () => {
    const made = await stopped();
    const { id, agent, asClient } = made;
    const fields = { topic: "payments", name: "Ada", text: "I was robbed, stop everything" };
    const opened = await site.post("/account/tickets", fields, asClient);
    const robbed = /ticket_\w+/.exec(opened.headers.get("location") ?? "")?.[0];
    const change = async (act: string, form: Record<string, string>) => {
      const changed = await site.post(`/staff/tickets/${robbed}/${act}`, form, {
        cookie: lead.cookie,
      });
      assert.equal(changed.status, 303);
    };
    const notSent = async () => {
      const before = await ticketById(site.opened.database, id);
      const { list, answer } = await approve();
      assert.match(list, /The ticket went on/);
      assert.equal(answer.status, 409);
      assert.deepEqual(await ticketById(site.opened.database, id), before);
      assert.match(await pageOf(`/staff/tickets/${id}`, agent), /Not sent: the ticket went on/);
    };
    await change("merge", { into: id });
    await notSent();
    await ask(id, agent);
    await change("apart", {});
    await notSent();
  });

  test("nor when another agent has the ticket now", async () => {
    const { id } = await stopped();
    await assignTestTicket(site, id, (await openTestStaff(site)).staff);
    assert.equal((await approve()).answer.status, 409);
  });

  test("asked once more, by who read on, it is sent; an own note is nothing new", async () => {
    const { id, agent, asClient } = await stopped();
    await site.post(`/account/tickets/${id}/messages`, { text: "And the fee?" }, asClient);
    assert.equal((await approve()).answer.status, 409);
    await ask(id, agent);
    await write(id, agent, "I asked for a release", "note");
    assert.equal(
      (await approve()).answer.headers.get("location"),
      "/staff/approvals?done=approved",
    );
    assert.ok((await pageOf(`/account/tickets/${id}`, asClient)).includes(text));
  });

  test("a no reaches the page that waits for it, which doesn't say then that it is still asked", async () => {
    const { id, agent } = await stopped();
    const path = `/staff/tickets/${id}`;
    const asked = await pageOf(path, agent);
    assert.match(asked, /data-live="release">[^/]*If the answer is yes, it is sent by itself/);
    const before = await ticketById(site.opened.database, id);
    assert.equal((await decide("refused")).answer.status, 303);
    const after = await ticketById(site.opened.database, id);
    assert.equal(after?.revision, (before?.revision ?? 0) + 1, "open pages are told");
    const shown = await pageOf(`${path}?done=release_asked`, agent);
    assert.match(shown, /Not sent: the answer was no/);
    assert.doesNotMatch(shown, /If the answer is yes/);
  });

  test("and so does that nobody decided in time", async () => {
    const { id } = await stopped();
    const before = await ticketById(site.opened.database, id);
    const { approval_seconds: seconds } = await site.accounts.desk.profile();
    site.time.now = new Date(site.time.now.getTime() + seconds * 1_000);
    await site.accounts.approvals.expire(site.time.now);
    const after = await ticketById(site.opened.database, id);
    assert.equal(after?.revision, (before?.revision ?? 0) + 1);
  });

  test("who leaves while the answer is no, or nobody decides in time, waits for nobody who waits for that", async () => {
    const { approvals, leaving, desk } = site.accounts;
    const { approval_seconds: seconds } = await desk.profile();
    const endings = [
      async () => assert.equal((await decide("refused")).answer.status, 409),
      async () => {
        site.time.now = new Date(site.time.now.getTime() + seconds * 1_000);
        await approvals.expire(site.time.now);
      },
    ];
    let taken: PromiseWithResolvers<void> | undefined;
    let leaves: PromiseWithResolvers<void> | undefined;
    leaving.onLeave(async () => {
      taken?.resolve();
      await leaves?.promise;
    });
    for (const end of endings) {
      const { id, agent } = await stopped();
      [taken, leaves] = [Promise.withResolvers(), Promise.withResolvers()];
      const left = leaving.leave(agent.staff, system, site.time.now);
      await taken.promise;
      const ended = end();
      await Promise.race([ended, somebodyWaits(site.opened.database)]);
      leaves.resolve();
      await Promise.all([left, ended]);
      assert.equal((await ticketById(site.opened.database, id))?.assignee, undefined);
    }
  });

  test("who was asked and leaves is waited for no more: the open page is told, and says so", async () => {
    const { id, agent } = await stopped();
    const before = await ticketById(site.opened.database, id);
    await site.accounts.leaving.leave(approver.staff, system, site.time.now);
    const after = await ticketById(site.opened.database, id);
    assert.equal(after?.revision, (before?.revision ?? 0) + 1);
    const shown = await pageOf(`/staff/tickets/${id}`, agent);
    assert.match(shown, /Not sent: nobody decided/);
    assert.doesNotMatch(shown, /If the answer is yes|in time/);
  });
});
