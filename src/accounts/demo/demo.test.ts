import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openTestSite, type TestSite } from "#test";
import { draw } from "../approval/index.ts";
import { hasRole, roles, staffHere } from "../staff/index.ts";
import { demoPeople, demoRoutes } from "./index.ts";

let site: TestSite;
before(async () => {
  site = await openTestSite();
  const people = await demoPeople(site.accounts.desk, site.time.now);
  site.app.route(
    "/",
    demoRoutes(site.accounts, people, async () => {}),
  );
});
after(() => site[Symbol.asyncDispose]());

const cookieOf = (response: Response) => response.headers.get("set-cookie")?.split(";")[0] ?? "";
const here = { host: "localhost:8080", accept: "text/html" };
const home = { incoming: { socket: { remoteAddress: "127.0.0.1" } } };

async function ask(path: string, headers: Record<string, string>, person?: string) {
  const body = person === undefined ? null : new URLSearchParams({ person });
  const method = body ? "POST" : "GET";
  const origin = "http://localhost:8080";
  const request = new Request(origin + path, { method, body, headers: { origin, ...headers } });
  return await site.app.fetch(request, home);
}

test("a developer signs in as the client or as any role with one click", async () => {
  assert.match(await (await ask("/demo", here)).text(), /Sign in as the demo client/);
  for (const person of ["client", ...roles]) {
    const response = await ask("/demo/sign-ins", here, person);
    assert.equal(response.status, 303, person);
    const page = await ask(response.headers.get("location") ?? "", {
      ...here,
      cookie: cookieOf(response),
    });
    assert.equal(page.status, 200, person);
  }
});

test("the demo's client has no passkey, on every page that says so, and adds one", async () => {
  assert.match(
    await (await ask("/demo", here)).text(),
    /<a href="\/account\/passkeys">add a passkey/,
  );
  const signedIn = await ask("/demo/sign-ins", here, "client");
  const cookie = cookieOf(signedIn);
  const pageOf = async (path: string) => await (await ask(path, { ...here, cookie })).text();
  assert.match(await pageOf("/account"), /You have no passkey</);
  assert.match(await pageOf("/account/passkeys"), /You have no passkey yet/);
  assert.match(await pageOf("/account/authenticator"), /the only way to sign in that you have/);
  const options = await ask("/account/passkeys/options", { ...here, cookie }, "");
  assert.equal(options.status, 200, await options.text());
});

test("the people are made once", async () => {
  const once = await demoPeople(site.accounts.desk, site.time.now);
  assert.deepEqual(await demoPeople(site.accounts.desk, site.time.now), once);
});

test("what takes two people finds its second among them, whoever asks", async () => {
  const { database, profile } = site.accounts.desk;
  const people = await staffHere(database);
  const newSeconds = (await profile()).new_approver_seconds;
  for (const kind of [
    ...["accounts.staff_addition", "accounts.client_erasure", "contacts.directory_change"],
    ...["tickets.message_release", "vault.break_glass", "vault.restricted"],
    ...["briefs.publication", "trace.scope_certificate"],
  ]) {
    const { role } = site.accounts.approvals.kindOf(kind);
    // Certificates and briefs are asked about by who could decide them too; the rest by anybody but an approver.
    const askers = people.filter((one) => hasRole(one, role) !== (role === "approver"));
    assert.ok(askers.length >= 2, kind);
    for (const asker of askers) {
      const drawn = draw(people, asker, { role, newSeconds, subject: "" }, site.time.now);
      assert.ok(drawn, `${asker.name} asks: ${kind}`);
    }
  }
});

test("nobody signs in like that from elsewhere, by another name or through a proxy [ASVS 6.3.2]", async () => {
  for (const headers of [
    { ...here, host: "help.example.com" },
    { ...here, "x-forwarded-for": "192.0.2.1" },
    { ...here, forwarded: "for=192.0.2.1" },
  ]) {
    assert.equal((await ask("/demo", headers)).status, 404);
    const refused = await ask("/demo/sign-ins", headers, "admin");
    assert.equal(refused.status, 404);
    assert.equal(refused.headers.get("set-cookie"), null);
  }
  assert.equal((await site.get("/demo", here)).status, 404, "another machine");
});
