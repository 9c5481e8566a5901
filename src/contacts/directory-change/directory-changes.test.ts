import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { makeKeyPair, type PrivateKey } from "#platform";
import { openTestSite, openTestStaff, proveTestStaff, type TestPerson, type TestSite } from "#test";
import type { Directory } from "../directory.ts";
import { signDirectory } from "../signature.ts";

let site: TestSite;
let folder: string;
let key: PrivateKey;
let admin: TestPerson;
let approver: TestPerson;
let watcher: TestPerson;

const first: Directory = {
  firm: "Larkmoor",
  brands: ["Larkmoor"],
  contacts: [
    { type: "domain", value: "larkmoor.example" },
    { type: "email", value: "help@larkmoor.example", purpose: "help" },
  ],
};
const evil = "larkmoor-support.example";

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "holdfast-directory-"));
  const pair = await makeKeyPair();
  key = pair.privateKey;
  const keyFile = join(folder, "key.json");
  const file = join(folder, "directory.json");
  await writeFile(keyFile, JSON.stringify(pair.publicKey));
  await writeFile(file, await signed(first, 1));
  site = await openTestSite({ DIRECTORY_FILE: file, DIRECTORY_KEY: keyFile });
  admin = await openTestStaff(site, { roles: ["admin"], team: "it", employer: "Larkmoor" });
  approver = await openTestStaff(site, { roles: ["approver"], team: "risk", employer: "Vendor" });
  watcher = await openTestStaff(site, { roles: ["agent"] });
});
after(async () => {
  await site[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

async function signed(directory: Directory, version: number, by = key): Promise<string> {
  const edition = { version, expiresAt: new Date("2027-06-01"), now: new Date("2026-11-20") };
  return JSON.stringify(await signDirectory(directory, by, edition));
}

const wider = (value = "larkmoor.test"): Directory => ({
  ...first,
  contacts: [...first.contacts, { type: "domain", value }],
});

async function upload(text: string, by: TestPerson, reason = "A new domain"): Promise<Response> {
  const form = new FormData();
  form.set("edition", new File([text], "signed.json", { type: "application/json" }));
  form.set("reason", reason);
  const headers = { cookie: by.cookie, origin: "http://localhost:8080", accept: "text/html" };
  const request = new Request("http://localhost:8080/staff/directory", {
    ...{ method: "POST", body: form, headers },
  });
  return await site.app.fetch(request, { incoming: { socket: { remoteAddress: "192.0.2.10" } } });
}

async function propose(text: string, by = admin): Promise<string> {
  const answered = await upload(text, by);
  assert.equal(answered.status, 303, await answered.text());
  return (answered.headers.get("location") ?? "").replace("?done=proposed", "");
}

const post = (path: string, by: TestPerson, fields: Record<string, string> = {}) =>
  site.post(path, fields, { cookie: by.cookie });
const see = async (path: string, by: TestPerson) =>
  await (await site.get(path, { cookie: by.cookie })).text();

async function decide(by: TestPerson, decision: string): Promise<Response> {
  const page = await see("/staff/approvals", by);
  const [path = ""] = /\/staff\/approvals\/approval_\w+\/decide/.exec(page) ?? [];
  return await post(path || "/staff/approvals/approval_none/decide", by, { decision });
}

function later(seconds: number): void {
  site.time.now = new Date(site.time.now.getTime() + seconds * 1_000);
}

/** Proves both again, so that the delay of a change is no reason to ask for a passkey. */
async function proveAgain(): Promise<void> {
  for (const person of [admin, approver, watcher]) await proveTestStaff(site, person);
}

async function versionInForce(of: TestSite = site): Promise<number> {
  later(6); // longer than a desk goes without looking
  const served = await of.get("/.well-known/official-contacts.json");
  const { payload } = await served.json();
  return JSON.parse(Buffer.from(payload, "base64url").toString()).version;
}

async function eventsOf(name: string): Promise<{ sha256?: string }[]> {
  const { rows } = await site.opened.database.query<{ details: string }>(
    "select details from ledger.events where kind = $1 order by occurred_at",
    [`contacts.${name}`],
  );
  return rows.map(({ details }) => JSON.parse(details));
}

test("a change is proposed, seen by everybody, agreed to by a second person, waits, and is in force everywhere", async () => {
  const other = await site.another();
  assert.equal(await versionInForce(other), 1);
  const path = await propose(await signed(wider(), 2));
  const page = await see(path, watcher);
  assert.match(page, /Waits for the second person[\s\S]*domain larkmoor\.test/);
  assert.match(await see("/inbox", watcher), /A change to the official contacts is proposed/);
  assert.equal(await site.changes.publishDue(site.time.now), 0);
  assert.match(await see("/staff/approvals", approver), /1 added, 0 removed, 0 changed/);
  assert.equal((await decide(approver, "approved")).status, 303);
  assert.match(await see(path, watcher), /Two people agreed/);
  assert.equal(await site.changes.publishDue(site.time.now), 0, "the delay isn't over");
  assert.equal(await versionInForce(), 1);
  later(3_601);
  assert.equal(await site.changes.publishDue(site.time.now), 1);
  assert.equal(await site.changes.publishDue(site.time.now), 0, "once");
  assert.equal(await versionInForce(), 2);
  assert.equal(await versionInForce(other), 2, "another process takes it up");
  assert.equal(
    await versionInForce(await site.another()),
    2,
    "and one that starts, on the old file",
  );
  const [published] = await eventsOf("directory_published");
  const adopted = await eventsOf("directory_adopted");
  assert.equal(adopted.length, 2, "each edition once, however many processes");
  assert.equal(adopted[1]?.sha256, published?.sha256);
});

test("one administrator alone changes nothing, in whatever order he tries", async () => {
  await proveAgain();
  const path = await propose(await signed(wider(evil), 3));
  const page = await see("/staff/approvals", admin);
  const [, id] = /\/staff\/approvals\/(approval_\w+)\/withdraw/.exec(page) ?? [];
  assert.ok(id);
  const own = await post(`/staff/approvals/${id}/decide`, admin, { decision: "approved" });
  assert.equal(own.status, 404);
  await upload(await signed(wider(evil), 3), admin);
  await post(`${path}/propose`, admin, { reason: "again" });
  await proveAgain();
  for (let round = 0; round < 3; round++) {
    later(4_000);
    await site.accounts.approvals.expire(site.time.now);
    assert.equal(await site.changes.publishDue(site.time.now), 0);
  }
  assert.equal(await versionInForce(), 2);
  await proveAgain();
  assert.match(await see(path, watcher), /said no, or nothing in time/);
  const { rows } = await site.opened.database.query(
    "select from contacts.directory_proposals where published_at is not null and agreed_by is null",
  );
  assert.equal(rows.length, 0);
});

test("the database itself refuses what one person agreed to, and what comes before its time", async () => {
  const { database } = site.opened;
  const forged = [
    "update contacts.directory_proposals set published_at = now() where published_at is null",
    `update contacts.directory_proposals set agreed_at = now(), agreed_by = proposed_by, effective_at = now()
     where agreed_at is null`,
    "update contacts.directory_proposals set signed = '{}'",
  ];
  for (const statement of forged) await assert.rejects(database.query(statement));
});

test("a change that two people agreed to can be stopped until it is published", async () => {
  await proveAgain();
  const path = await propose(await signed(wider(evil), 3));
  assert.equal((await decide(approver, "approved")).status, 303);
  assert.equal((await post(`${path}/withdraw`, watcher)).status, 403, "not by anybody");
  const stopped = await post(`${path}/withdraw`, approver);
  assert.equal(stopped.headers.get("location"), `${path}?done=withdrawn`);
  later(4_000);
  assert.equal(await site.changes.publishDue(site.time.now), 0);
  assert.equal(await versionInForce(), 2);
});

test("what isn't signed by the firm's key, isn't newer or is no directory is refused, and two at once", async () => {
  await proveAgain();
  const stranger = (await makeKeyPair()).privateKey;
  const refused: [string, RegExp][] = [
    [await signed(wider(evil), 3, stranger), /is signed by the key/],
    [await signed(wider(evil), 2), /version 2/],
    [await signed(wider(evil), 1), /version 1/],
    ["{}", /isn&#39;t a signed directory/],
    [(await signed(wider(evil), 3)).replace(/"signature":"../, '"signature":"xx'), /signature/],
  ];
  for (const [text, words] of refused) {
    const answered = await upload(text, admin);
    assert.equal(answered.status, 400);
    assert.match(await answered.text(), words);
  }
  assert.equal((await upload(await signed(wider(), 3), watcher)).status, 403, "without the role");
  await propose(await signed(wider(), 3));
  assert.equal((await upload(await signed(wider(evil), 4), admin)).status, 409);
  assert.equal((await decide(approver, "refused")).status, 303);
});

test("an edition that a command uploaded is nobody's until somebody on the staff proposes it", async () => {
  await proveAgain();
  const { id } = await site.changes.upload(await signed(wider(), 5), site.time.now);
  const path = `/staff/directory/${id}`;
  assert.match(await see(path, watcher), /Nobody has proposed it yet/);
  assert.equal((await post(`${path}/propose`, watcher, { reason: "x" })).status, 403);
  assert.equal((await post(`${path}/propose`, admin, { reason: "From the office" })).status, 303);
  assert.equal((await decide(approver, "approved")).status, 303);
  later(3_601);
  assert.equal(await site.changes.publishDue(site.time.now), 1);
  assert.equal(await versionInForce(), 5);
});
