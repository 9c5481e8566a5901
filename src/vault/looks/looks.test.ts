import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import type { FieldTest } from "#keys";
import { sealEntry, verifyProofCommand } from "#ledger";
import { dayOf, type Id, minuteMs, transaction } from "#platform";
import type { FieldName } from "#policy";
import {
  keepTestField,
  openSealedSite,
  openTestClient,
  openTestContact,
  openTestStaff,
  runCommand,
  type SealedSite,
  sentTo,
  type TestContact,
  type TestSite,
} from "#test";
import { pastLooks } from "../past-look/index.ts";
import { tellClients } from "./telling.ts";

suite("who looked at my data", () => {
  let sealed: SealedSite;
  let site: TestSite;
  before(async () => {
    sealed = await openSealedSite();
    ({ site } = sealed);
  });
  after(() => sealed[Symbol.asyncDispose]());

  test("a client sees each look in plain words, and no employee's name; another client sees none of it", async () => {
    const agent = await openTestStaff(site, { name: "Arno Agentson", team: "Frontline" });
    const contact = await openTestContact(site, { agent });
    const { cookie } = contact.client;
    assert.match(await pageOf(cookie), /Nobody has looked/);
    await look(contact, "name");
    await look(contact, "balance").catch(() => {});
    const page = await pageOf(cookie);
    for (const words of [
      "Frontline, Larkmoor",
      "To answer your question about your account.",
      '<strong>Name</strong> <span class="badge caution">seen</span>',
      '<strong>Balance</strong> <span class="badge ">refused: not seen</span>',
      "our staff looked once, on one day, and were refused once",
      "You asked it on November 20, 2026, signed in.",
      "Did you ask for this?",
    ]) {
      assert.ok(page.includes(words), `${words} is missing in ${page}`);
    }
    assert.ok(!page.includes("Agentson") && !page.includes(agent.staff));
    const list = await (await site.get("/account/looks/list", { cookie })).text();
    assert.deepEqual(
      list
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line).what),
      ["Balance", "Name"],
    );
    assert.ok(!list.includes("Agentson") && !list.includes(agent.staff));
    const { cookie: others } = await openTestClient(site);
    assert.match(await pageOf(others), /Nobody has looked/);
    assert.equal(await (await site.get("/account/looks/list", { cookie: others })).text(), "");
    const foreign = await answer(others, contact.ticket, "no");
    assert.equal(foreign.status, 404);
  });

  test("what was asked for and isn't stored was seen by nobody", async () => {
    const contact = await openTestContact(site);
    await assert.rejects(look(contact, "email"), { code: "nothing_stored" });
    const { cookie } = contact.client;
    const asked =
      '<strong>E-mail address</strong> <span class="badge ">asked for: nothing is stored</span>';
    assert.ok((await pageOf(cookie)).includes(asked));
    const list = JSON.parse(await (await site.get("/account/looks/list", { cookie })).text());
    assert.deepEqual([list.how, list.shown], ["asked for: nothing is stored", false]);
  });

  test("one tap says no, stops whoever looked, and can be taken back; yes is said as easily", async () => {
    const contact = await looked();
    const { cookie } = contact.client;
    const said = await answer(cookie, contact.ticket, "no");
    assert.equal(said.headers.get("location"), `/account/looks#${contact.ticket}`);
    assert.match(await pageOf(cookie), /can’t see anything of yours now/);
    await assert.rejects(look(contact, "name"), { code: "access_denied" });
    await answer(cookie, contact.ticket, "back");
    await look(contact, "name");
    await answer(cookie, contact.ticket, "yes");
    assert.match(await pageOf(cookie), /that you asked for this/);
    for (let count = 4; count <= 20; count += 1) await answer(cookie, contact.ticket, "yes");
    const often = await answer(cookie, contact.ticket, "no");
    assert.equal(often.status, 429, "no client keeps every lead busy");
  });

  test("who only read the messages isn't said to be stopped by a no, and isn't", async () => {
    const contact = await looked();
    const { cookie } = contact.client;
    const lead = await openTestStaff(site, { roles: ["lead"], team: "Leads" });
    const read = async () =>
      (await site.get(`/staff/tickets/${contact.ticket}`, { cookie: lead.cookie })).status;
    assert.equal(await read(), 200);
    const asked = "If you say no, whoever saw or asked for your data can’t see anything";
    assert.ok((await pageOf(cookie)).includes(asked));
    assert.equal((await answer(cookie, contact.ticket, "no")).status, 303);
    const page = await pageOf(cookie);
    assert.match(page, /Whoever saw or asked for your data can’t see anything of yours now\./);
    assert.match(page, /Who only read your messages still can\./);
    assert.doesNotMatch(page, /Whoever looked can’t/);
    assert.equal(await read(), 200);
  });

  test("a sealed entry is counted with its day, and nothing more of it is told", async () => {
    const contact = await looked();
    const { client, cookie } = contact.client;
    const [entry] = await looksOf(client);
    assert.ok(entry);
    const sealing = { client, entry, reason: "investigation", until: "2026-12-01" } as const;
    await transaction(site.opened.database, (joined) =>
      sealEntry(site.appender, joined, { is: "system" }, sealing, site.time.now),
    );
    const page = await pageOf(cookie);
    assert.match(page, /2 entries are sealed until December 1, 2026/);
    assert.doesNotMatch(page, /Nobody has looked/);
    assert.match(
      page,
      /In the last 12 weeks, apart from what is sealed, nobody on our staff looked/,
    );
    assert.equal((await answer(cookie, contact.ticket, "no")).status, 404);
    const proofs = await (await site.get("/account/looks/proofs", { cookie })).text();
    assert.ok(!proofs.includes(entry));
    assert.match(proofs, /^# 0 looks at your data until \S+, apart from what is sealed\./);
    assert.match(
      proofs,
      /^# 2 entries are sealed until December 1, 2026 and aren’t in this file\.$/m,
    );
    const list = await (await site.get("/account/looks/list", { cookie })).text();
    assert.equal(list, '{"sealed":2,"until":"2026-12-01"}\n');
  });

  test("what is downloaded with proofs verifies by the command, and says what isn't in it yet", async () => {
    const contact = await looked();
    await look(contact, "name");
    const { cookie } = contact.client;
    const download = async () => (await site.get("/account/looks/proofs", { cookie })).text();
    assert.match(await download(), /^# 2 looks are left out: not in a signed head yet/m);
    assert.match(await pageOf(cookie), /The newest 2 looks aren’t in the signed log yet/);
    await sealed.note("x", 1);
    assert.match(await download(), /^# 2 looks are left out: too few witnesses/m);
    for (const witness of sealed.witnesses) await sealed.cosign(witness, 1);
    await look(contact, "name");
    const proofs = await download();
    assert.match(proofs, /^# 1 look is left out/m);
    assert.deepEqual(await verified(proofs), [0, "2 of 2 proofs are good"]);
    const changed = proofs.replace('"field": "name"', '"field": "phone"');
    assert.deepEqual(await verified(changed), [1, "1 of 2 proofs are good"]);
  });

  test("a client is told of a look once a day and contact, but not while writing in that very contact", async () => {
    const quiet = await looked();
    const loud = await openTestContact(site);
    pass(45);
    await look(loud, "name");
    await tell(1, 15);
    const told = await noticesOf(loud);
    assert.equal(told.length, 1);
    assert.match(told[0] ?? "", /shown one field of your data for one of your questions/);
    assert.deepEqual(await noticesOf(quiet), []);
    await look(loud, "name");
    await tell(5, 15);
    assert.equal((await noticesOf(loud)).length, 1, "not again on the same day");
    await tell(24 * 60, 15);
    assert.equal((await noticesOf(loud)).length, 2);
    await tell(24 * 60, 15);
    assert.equal((await noticesOf(loud)).length, 2);
  });

  test("a yes-or-no question, and what isn't stored, are told as no field that was shown", async () => {
    const contact = await openTestContact(site);
    const asked = { is: "equals", value: "Somebody Else" } as const;
    pass(45);
    await look(contact, "name", { action: "test", test: asked });
    await assert.rejects(look(contact, "email"), { code: "nothing_stored" });
    await tell(1, 15);
    const [told = ""] = await noticesOf(contact);
    assert.match(told, /was shown no field of your data, for one of your questions/);
    assert.match(await pageOf(contact.client.cookie), /<th scope="col">Looked<\/th>/);
  });

  test("of a sealed look a client is told when it opens, and not before", async () => {
    const contact = await openTestContact(site);
    pass(45);
    await look(contact, "name");
    const { client } = contact.client;
    const [entry] = await looksOf(client);
    assert.ok(entry);
    const until = dayOf(new Date(site.time.now.getTime() + 24 * 60 * minuteMs));
    const sealing = { client, entry, reason: "personal_safety", until } as const;
    await transaction(site.opened.database, (joined) =>
      sealEntry(site.appender, joined, { is: "system" }, sealing, site.time.now),
    );
    await tell(5, 15);
    assert.deepEqual(await noticesOf(contact), []);
    await tell(24 * 60, 15);
    assert.equal((await noticesOf(contact)).length, 1);
  });

  test("a mark that lies ahead, of a clock that was wrong, keeps nothing from a client", async () => {
    const contact = await looked();
    pass(40);
    await look(contact, "name");
    await site.opened.database.query("update vault.gathered set until = $1", [
      new Date(site.time.now.getTime() + 365 * 24 * 60 * minuteMs),
    ]);
    await tell(5, 15);
    assert.equal((await noticesOf(contact)).length, 1);
  });

  async function looked(): Promise<TestContact> {
    const contact = await openTestContact(site);
    await look(contact, "name");
    return contact;
  }

  const kept = new Set<string>();
  async function look(
    { agent, client, ticket }: TestContact,
    field: FieldName,
    how: { action: "reveal" } | { action: "test"; test: FieldTest } = { action: "reveal" },
  ) {
    if (!kept.has(client.client)) await keepTestField(site, client.client, "name", "Noor Example");
    kept.add(client.client);
    pass(1 / 60);
    const by = { ...agent, employer: "firm", offShift: false, stepUp: false } as const;
    return await site.vault.revealing.look({
      ...{ by, client: client.client, ticket, field, purpose: "account_help" },
      ...how,
    });
  }

  async function pageOf(cookie: string): Promise<string> {
    const answered = await site.get("/account/looks", { cookie });
    assert.equal(answered.status, 200);
    return await answered.text();
  }

  function answer(cookie: string, about: string, said: string): Promise<Response> {
    return site.post("/account/looks/answers", { about, said }, { cookie });
  }

  async function looksOf(client: Id<"client">): Promise<Id<"event">[]> {
    const asked = { now: site.time.now, limit: 100 };
    const { looks } = await pastLooks(site.opened.database, client, asked);
    return looks.map(({ id }) => id);
  }

  /** @returns the exit code, and what is said of all proofs together */
  async function verified(proofs: string): Promise<[number, string | undefined]> {
    const directory = await mkdtemp(join(tmpdir(), "holdfast-looks-"));
    const file = join(directory, "proofs.txt");
    await writeFile(file, proofs);
    const words = [file, "--policy", sealed.policyFile];
    const { code, stdout } = await runCommand(verifyProofCommand, words, {
      clock: () => site.time.now,
    });
    await rm(directory, { recursive: true });
    return [code, /\d of \d proofs are good/.exec(stdout)?.[0]];
  }

  function pass(minutes: number): void {
    site.time.now = new Date(site.time.now.getTime() + minutes * minuteMs);
  }

  async function tell(...afterMinutes: number[]): Promise<void> {
    for (const minutes of afterMinutes) {
      // As the job does it, but each hour.
      for (let left = minutes; left > 0; left -= 60) {
        pass(Math.min(60, left));
        await tellClients(site.vault.desk, site.time.now);
      }
    }
  }

  async function noticesOf({ client }: TestContact): Promise<string[]> {
    const sent = await sentTo(site, client.client);
    return sent.filter(({ subject }) => /looked at/.test(subject)).map(({ text }) => text);
  }
});
