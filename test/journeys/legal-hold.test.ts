import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { accountsJobs } from "#accounts";
import { dayMs, type Id, uuidOf } from "#platform";
import {
  decideTestApproval,
  keepTestField,
  openTestClient,
  openTestSite,
  openTestStaff,
  proveTestStaff,
  type TestPerson,
  type TestSite,
} from "#test";

/** A case in court: what the desk keeps of a client stays until two people say that it is over. */
suite("a client under a legal hold", () => {
  let site: TestSite;
  let counsel: TestPerson;
  let admin: TestPerson;
  let approver: TestPerson;
  before(async () => {
    site = await openTestSite();
    counsel = await openTestStaff(site, { roles: ["counsel"], team: "law", name: "Cleo Counsel" });
    admin = await openTestStaff(site, { roles: ["admin"], team: "it" });
    approver = await openTestStaff(site, {
      ...{ roles: ["approver"], team: "oversight", employer: "Vendor" },
    });
  });
  after(() => site[Symbol.asyncDispose]());

  test("counsel holds the client, who closes the account and asks to be forgotten: it is refused until two people lift the hold", async () => {
    const { client, publicId, cookie } = await openTestClient(site);
    await keepTestField(site, client, "phone", "+31612345670");
    const question = { topic: "other", name: "Ada", text: "Where is my money?" };
    await site.post("/account/tickets", question, { cookie });
    const placed = await postAs(counsel, "/holds", { account: publicId, reason: "case 2026/41" });
    assert.equal(placed.headers.get("location"), "/staff/erasures?done=placed");

    await closes(cookie);
    const erasing = { account: publicId, reason: "client_asked", why: "By letter of this week" };
    const refused = await postAs(admin, "", erasing);
    assert.equal(refused.status, 409);
    const told = await refused.text();
    assert.match(
      told,
      /A legal hold has kept this since .* Counsel can lift it at \/staff\/erasures/,
    );
    assert.match(told, new RegExp(`${publicId}[\\s\\S]*By letter of this week`), "nothing is lost");
    assert.doesNotMatch(told, /2026\/41/);
    assert.ok(await isKept(client));

    const read = await (await postAs(counsel, "/holds/read", { account: publicId })).text();
    assert.match(read, /case 2026\/41[\s\S]*by Cleo Counsel/);
    const lift = /\/holds\/event_\w+\/lift/.exec(read)?.[0] ?? "";
    await postAs(counsel, lift, { why: "Case 2026/41 is closed" });
    assert.notEqual((await decideTestApproval(site, counsel)).status, 303);
    assert.equal((await postAs(admin, "", erasing)).status, 409, "one person's word lifts nothing");
    assert.equal((await decideTestApproval(site, approver)).status, 303);

    pass(1_000); // what is asked for later is the newest
    const asked = await postAs(admin, "", erasing);
    assert.equal(asked.headers.get("location"), "/staff/approvals?done=asked", await asked.text());
    assert.equal((await decideTestApproval(site, approver)).status, 303);
    assert.ok(!(await isKept(client)));
    assert.equal(await countEvents(client), 0, "the hold and who read it went with the client");
  });

  test("a hold that comes after an erasure was asked for refuses the second person too, and every key is kept", async () => {
    const { client, publicId, cookie } = await openTestClient(site);
    await keepTestField(site, client, "phone", "+31612345671");
    await closes(cookie);
    pass(1_000);
    const erasing = { account: publicId, reason: "client_asked", why: "By letter" };
    assert.equal((await postAs(admin, "", erasing)).status, 303);
    await postAs(counsel, "/holds", { account: publicId, reason: "case 2026/42" });
    const refused = await decideTestApproval(site, approver);
    assert.equal(refused.status, 409);
    assert.match(await refused.text(), /Counsel can lift it at \/staff\/erasures/);
    assert.ok(await isKept(client));
    const agreed = await site.opened.database.query(
      "select from ledger.events where client = $1 and kind = 'accounts.client_erasure_agreed'",
      [uuidOf(client)],
    );
    assert.equal(agreed.rowCount, 0, "nobody agreed to what didn't happen");
  });

  const postAs = async (person: TestPerson, path: string, fields: Record<string, string>) =>
    await site.post(`/staff/erasures${path}`, fields, await proveTestStaff(site, person));

  function pass(ms: number): void {
    site.time.now = new Date(site.time.now.getTime() + ms);
  }

  /** The client closes the account, and a day goes by. */
  async function closes(cookie: string): Promise<void> {
    const begun = await site.post("/account/close", { understood: "yes" }, { cookie });
    assert.match(await begun.text(), /about to be closed/);
    pass(dayMs);
    for (const { run } of accountsJobs(site.accounts)) {
      await run(site.time.now, AbortSignal.timeout(10_000));
    }
  }

  /** Whether the client's keys, account and field are there. */
  async function isKept(client: Id<"client">): Promise<boolean> {
    const counts = ["keys.client_keys", "accounts.clients", "vault.fields"].map(async (table) => {
      const { rowCount } = await site.opened.database.query(
        `select from ${table} where client = $1`,
        [uuidOf(client)],
      );
      return rowCount !== 0;
    });
    const kept = new Set(await Promise.all(counts));
    assert.equal(kept.size, 1, "all of it or nothing");
    return kept.has(true);
  }

  async function countEvents(client: Id<"client">): Promise<number> {
    const { rows } = await site.opened.database.query(
      "select from ledger.events where client = $1",
      [uuidOf(client)],
    );
    return rows.length;
  }
});
