import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { type Id, idFrom, minuteMs, uuidOf } from "#platform";
import {
  askTestBreakGlass,
  decideTestApproval,
  openTestClient,
  openTestSite,
  openTestStaff,
  sentTo,
  type TestClient,
  type TestPerson,
  type TestSite,
} from "#test";
import { freezesOf } from "../freeze/index.ts";
import { importLines } from "../importing/index.ts";
import { tellClients } from "../looks/index.ts";
import { lookDays, pastLooks } from "./looked.ts";

const email = "kept@example.net";

suite("looks at a client who was known without an account", () => {
  let site: TestSite;
  let asker: TestPerson;
  let copy: Id<"client">;
  let owner: TestClient;
  before(async () => {
    site = await openTestSite();
    asker = await openTestStaff(site);
    const approver = await openTestStaff(site, {
      ...{ roles: ["approver"], team: "risk", employer: "Trustwell" },
    });
    await openTestStaff(site, { roles: ["lead"], team: "audit", employer: "Third" });
    await take();
    await askTestBreakGlass(site, asker, { identifier: email });
    await decideTestApproval(site, approver);
    const { rows } = await site.opened.database.query<{ client: string }>(
      "select client from vault.passes",
    );
    assert.ok(rows[0]);
    copy = idFrom("client", rows[0].client);
    await see();
    owner = await openTestClient(site);
  });
  after(() => site[Symbol.asyncDispose]());

  test("are that client's to see once the record has the account, day by day and page by page", async () => {
    await tell(30);
    const { database } = site.opened;
    const { now } = site.time;
    const before = await pastLooks(database, copy, { now, limit: 10 });
    assert.ok(before.looks.length >= 1);
    await take(owner.publicId);
    const asked = { now, limit: 10 };
    const found = await pastLooks(database, owner.client, asked);
    assert.deepEqual(found.looks, before.looks);
    const page = await (await site.get("/account/looks", { cookie: owner.cookie })).text();
    assert.match(page, /<strong>Phone number<\/strong> <span class="badge caution">seen/);
    assert.match(page, /access agreed to/);
    const used = before.looks.filter(({ seen }) => seen.is !== "pass").length;
    assert.match(page, new RegExp(`The newest (?:${used} )?looks? (?:isn|aren)`));
    const days = await lookDays(database, owner.client, { now, since: new Date(0) });
    assert.equal(days.length, 1);
    const ids: Id<"event">[] = [];
    for (let next: Id<"event"> | undefined; ; ) {
      const one = await pastLooks(database, owner.client, { now, limit: 1, before: next });
      ids.push(...one.looks.map(({ id }) => id));
      next = one.next;
      if (!next) break;
    }
    assert.deepEqual(
      ids,
      found.looks.map(({ id }) => id),
    );
    const stranger = await openTestClient(site);
    assert.deepEqual((await pastLooks(database, stranger.client, asked)).looks, []);
  });

  test("were at values that nobody can read any more, and are found by them", async () => {
    const { rows } = await site.opened.database.query(
      `select field, version, former, octet_length(ciphertext) as bytes from vault.fields
       where client = $1 and valid_to is not null order by field`,
      [uuidOf(owner.client)],
    );
    const own = { version: 1, former: uuidOf(copy), bytes: 0 };
    assert.deepEqual(rows, [
      { field: "email", ...own },
      { field: "phone", ...own },
    ]);
  });

  test("are told to the client then: nobody was there to be told before", async () => {
    await tell(15, 15);
    const sent = await sentTo(site, owner.client);
    assert.equal(sent.filter(({ subject }) => /looked at/.test(subject)).length, 1);
  });

  test("take a no, which stops who looked", async () => {
    const { database } = site.opened;
    const { looks } = await pastLooks(database, owner.client, { now: site.time.now, limit: 10 });
    const about = looks.find(({ about: { is } }) => is === "pass")?.about;
    assert.ok(about);
    const answer = { about: about.id, said: "no" };
    const { cookie } = owner;
    assert.equal((await site.post("/account/looks/answers", answer, { cookie })).status, 303);
    const frozen = await freezesOf(database, [asker.staff]);
    assert.deepEqual(
      frozen.map(({ client }) => client),
      [owner.client],
    );
  });

  async function take(account?: string) {
    const fields = new Map([
      ["phone", "+31201234567"],
      ["email", email],
    ] as const);
    const line = { line: 1, id: "core-1", fields, account, class: undefined, country: undefined };
    await importLines(site.vault.desk, [line], { via: "command" });
  }

  async function see() {
    const { staff, session } = asker;
    const by = { staff, session, employer: "firm", offShift: false, stepUp: true } as const;
    await site.vault.revealing.look({
      ...{ by, client: copy, ticket: undefined, field: "phone", purpose: "account_help" },
      ...{ action: "reveal", reason: Buffer.from("The phone rang.") },
    });
  }

  async function tell(...afterMinutes: number[]) {
    for (const minutes of afterMinutes) {
      site.time.now = new Date(site.time.now.getTime() + minutes * minuteMs);
      await tellClients(site.vault.desk, site.time.now);
    }
  }
});
