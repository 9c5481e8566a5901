import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { Keykeeper } from "#keys";
import { type Database, type Id, newId, uuidOf } from "#platform";
import {
  keepTestField,
  makeTestCanary,
  openTestClient,
  openTestContact,
  openTestSite,
  openTestStaff,
  type TestPerson,
  type TestSite,
} from "#test";
import type { Viewer } from "../reveal/index.ts";
import { readIdentifier } from "./identifier.ts";
import { search } from "./searching.ts";

suite("staff look for a client", () => {
  let site: TestSite;
  before(async () => {
    site = await openTestSite();
  });
  after(() => site[Symbol.asyncDispose]());

  test("a client whose open contact the viewer has is found by whichever identifier, and by no part of one", async () => {
    const { agent, client, ticket } = await openTestContact(site);
    await keepTestField(site, client.client, "email", "dune@example.net");
    await keepTestField(site, client.client, "phone", "+1 202 555 0107");
    await keepTestField(site, client.client, "id_number", "TEST-77");
    for (const [by, value] of [
      ["account", client.publicId.replaceAll("-", " ")],
      ["email", " Dune@Example.net"],
      ["phone", "+1 (202) 555-0107"],
      ["id_number", "test 77"],
    ] as const) {
      const page = await posted(agent, by, value);
      assert.match(page, new RegExp(`href="/staff/tickets/${ticket}"`), by);
      assert.ok(
        !page.includes("555-0107") && !page.includes("Dune@"),
        "what was typed doesn't come back",
      );
    }
    assert.match(await posted(agent, "phone", "+1 202 555 010"), /No client that you may see/);
    assert.match(await posted(agent, "email", "dune"), /isn’t|isn&#39;t an e-mail address/);
    const events = await eventsOf(client.client);
    assert.deepEqual(
      events.map(({ decision }) => decision),
      ["allow", "allow", "allow", "allow"],
    );
    assert.ok(!events.some(({ details }) => /dune|555|77/i.test(details)));
  });

  test("missing, denied, frozen and canary are one page, and take the same work", async () => {
    const agent = await openTestStaff(site);
    const [other, canary, frozen] = [
      await openTestContact(site),
      await openTestClient(site),
      await openTestContact(site, { agent }),
    ];
    await keepTestField(site, other.client.client, "email", "fern@example.net");
    await keepTestField(site, canary.client, "email", "garnet@example.net");
    await keepTestField(site, frozen.client.client, "email", "hazel@example.net");
    const { database } = site.opened;
    const { now } = site.time;
    await makeTestCanary(site, canary.client);
    await database.query(
      "insert into vault.freezes (id, staff, client, because, since) values ($1, $2, $3, 'doubt', $4)",
      [uuidOf(newId("freeze", now)), uuidOf(agent.staff), uuidOf(frozen.client.client), now],
    );
    const words = ["nobody", "fern", "garnet", "hazel"].map((word) => `${word}@example.net`);
    const pages: string[] = [];
    for (const word of words) pages.push(withoutIds(await posted(agent, "email", word)));
    assert.equal(new Set(pages).size, 1);
    assert.match(pages[0] ?? "", /No client that you may see has this/);
    const works: string[][] = [];
    for (const word of words) works.push(await workOf(agent, word));
    for (const work of works) assert.deepEqual(work, works[0]);
    assert.equal(works[0]?.length, 4, "the index, count, find, append");
    for (const { client } of [other, { client: canary }, frozen]) {
      assert.deepEqual(
        (await eventsOf(client.client)).map(({ decision }) => decision),
        ["deny", "deny"],
      );
    }
    const { rows } = await database.query(
      "select from ledger.events where kind = 'vault.searched' and details like '%nobody%' and actor = $1",
      [uuidOf(agent.staff)],
    );
    assert.equal(rows.length, 2, "a search for nobody is an event too");
  });

  test("a search over the budget looks for nobody, and says so; so does one outside of working hours", async () => {
    const { agent, client } = await openTestContact(site);
    const { budgets } = await site.vault.desk.access();
    const outcomes = await Promise.allSettled(
      Array.from({ length: budgets.searches_per_hour + 5 }, () =>
        searchAs(agent, "account", client.publicId),
      ),
    );
    const refused = outcomes.filter(({ status }) => status === "rejected");
    assert.equal(refused.length, 5);
    assert.match(
      await posted(agent, "account", client.publicId),
      /searches of this hour or this day/,
    );
    assert.equal((await eventsOf(client.client)).length, budgets.searches_per_hour);
    const { rows } = await site.opened.database.query<{ attempts: number; searches: number }>(
      "select attempts, searches from vault.counts where staff = $1",
      [uuidOf(agent.staff)],
    );
    assert.deepEqual(rows, [
      { attempts: budgets.searches_per_hour + 6, searches: budgets.searches_per_hour },
    ]);
    const late = await openTestStaff(site);
    const asked = search(
      site.vault.desk,
      { ...viewer(late), offShift: true },
      readIdentifier("account", client.publicId),
      site.time.now,
    );
    await assert.rejects(asked, { code: "access_denied" });
  });

  test("when the log can't take it, nothing is found; who has another role searches for nobody", async () => {
    const { agent, client } = await openTestContact(site);
    const broken = {
      ...site.vault.desk,
      appender: { ...site.appender, appendTogether: () => Promise.reject(new Error("disk full")) },
    };
    const asked = search(
      broken as never,
      viewer(agent),
      readIdentifier("account", client.publicId),
      site.time.now,
    );
    await assert.rejects(asked, { code: "log_unavailable" });
    const analyst = await openTestStaff(site, { roles: ["analyst"] });
    const sent = { by: "account", identifier: client.publicId };
    assert.equal((await site.post("/staff/search", sent, { cookie: analyst.cookie })).status, 403);
  });

  const viewer = ({ staff, session }: TestPerson): Viewer => ({
    ...{ staff, session, employer: "firm", offShift: false, stepUp: false },
  });

  const searchAs = (agent: TestPerson, by: string, value: string) =>
    search(site.vault.desk, viewer(agent), readIdentifier(by, value), site.time.now);

  async function posted(agent: TestPerson, by: string, identifier: string): Promise<string> {
    const response = await site.post("/staff/search", { by, identifier }, { cookie: agent.cookie });
    assert.equal(response.headers.get("cache-control"), "no-store");
    return await response.text();
  }

  /** Every statement and every question to the keykeeper of one search, in their order. */
  async function workOf(agent: TestPerson, email: string): Promise<string[]> {
    const work: string[] = [];
    const { desk } = site.vault;
    const told = <Target extends object>(
      target: Target,
      names: readonly string[],
      tell: (name: string, given: unknown) => void,
    ): Target =>
      new Proxy(target, {
        get(from, name: keyof Target & string) {
          const value: unknown = Reflect.get(from, name);
          if (typeof value !== "function") return value;
          return (...given: unknown[]) => {
            if (names.includes(name)) tell(name, given[0]);
            return Reflect.apply(value, from, given);
          };
        },
      });
    const database = new Proxy(desk.database, {
      get(from, name: keyof Database) {
        if (name !== "connect") return Reflect.get(from, name);
        return async () =>
          told(await from.connect(), ["query"], (_name, asked) => work.push(textOf(asked)));
      },
    });
    const keykeeper = told<Keykeeper>(desk.keykeeper, ["blindIndex"], (name) => work.push(name));
    await search(
      { ...desk, database, keykeeper },
      viewer(agent),
      readIdentifier("email", email),
      site.time.now,
    );
    return work;
  }

  function textOf(asked: unknown): string {
    return typeof asked === "string" ? asked : (asked as { text: string }).text;
  }

  async function eventsOf(client: Id<"client">) {
    const { rows } = await site.opened.database.query<{ decision: string; details: string }>(
      "select decision, details from ledger.events where client = $1 and kind = 'vault.searched' order by client_seq",
      [uuidOf(client)],
    );
    return rows;
  }
});

/** Without what differs from answer to answer whatever is asked. */
function withoutIds(page: string): string {
  return page.replaceAll(/req_[0-9a-z]+/g, "");
}
