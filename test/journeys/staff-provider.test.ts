import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, beforeEach, test } from "node:test";
import { uuidOf } from "#platform";
import { openTestSite, openTestStaff, TestAuthenticator, TestBrowser, type TestSite } from "#test";
import {
  clientId,
  clientSecret,
  type IdentityProvider,
  openIdentityProvider,
  type SignInTraits,
  type TokenTwist,
} from "../identity-provider.ts";

const callback = "/staff/sign-in/callback";
const kim = { subject: "kim", acr: "two-factors" };

let provider: IdentityProvider;
let site: TestSite;
let folder: string;
before(async () => {
  provider = await openIdentityProvider(`http://localhost:8080${callback}`);
  folder = await mkdtemp(join(tmpdir(), "holdfast-provider-"));
  const file = join(folder, "secret");
  await writeFile(file, `${clientSecret}\n`, { mode: 0o600 });
  site = await openTestSite({
    STAFF_ISSUER: provider.issuer,
    STAFF_CLIENT_ID: clientId,
    STAFF_CLIENT_SECRET: file,
    STAFF_ACR: "two-factors",
  });
  site.time.now = new Date(); // the provider's clock is the machine's
  const { staff } = await openTestStaff(site, { name: "Kim Ito", roles: ["agent"] });
  await site.opened.database.query(
    "update accounts.staff set provider_subject = 'kim' where staff = $1",
    [uuidOf(staff)],
  );
});
after(async () => {
  await site[Symbol.asyncDispose]();
  await provider[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});
beforeEach(() => {
  provider.twist = undefined;
});

/** Begins in a browser, and signs in there. @returns the path at which the browser comes back */
async function goThere(browser: TestBrowser, traits: SignInTraits = kim): Promise<string> {
  const begun = await browser.get("/staff/sign-in/provider?back=/staff/approvals");
  assert.equal(begun.status, 303);
  const back = new URL(await provider.signIn(begun.headers.get("location") ?? "", traits));
  return back.pathname + back.search;
}

async function signIn(browser: TestBrowser, traits: SignInTraits = kim): Promise<Response> {
  return await browser.get(await goThere(browser, traits));
}

async function refused(response: Response, status = 403): Promise<void> {
  assert.equal(response.status, status, await response.clone().text());
  assert.equal(
    response.headers.getSetCookie().some((line) => /^session=[^;]/.test(line)),
    false,
  );
}

const agoSeconds = (seconds: number) => Math.floor(site.time.now.getTime() / 1_000) - seconds;

test("staff sign in at the identity provider, and go on where they wanted to", async () => {
  const browser = new TestBrowser(site);
  const page = await (await browser.get("/staff/sign-in?back=/staff/approvals")).text();
  assert.match(page, /href="\/staff\/sign-in\/provider\?back=%2Fstaff%2Fapprovals"/);
  const signedIn = await signIn(browser);
  assert.equal(signedIn.headers.get("location"), "/staff/approvals");
  assert.match(await (await browser.get("/staff")).text(), /Hello, Kim Ito/);
  assert.ok(provider.asked.includes("pushed"), "a pushed authorization request (RFC 9126)");
});

test("a passkey of the desk is asked for what matters, and the first one needs the fresh sign-in", async () => {
  const browser = new TestBrowser(site);
  await signIn(browser);
  const add = "/staff/passkeys/add";
  const own = new TestAuthenticator();
  const answer = JSON.stringify(own.register(await browser.options(add)));
  assert.equal(
    (await browser.post(add, { answer, name: "Key" })).headers.get("location"),
    "/staff",
  );
  const again = new TestBrowser(site);
  await signIn(again);
  assert.match((await again.get(add)).headers.get("location") ?? "", /^\/staff\/step-up/);
  const proven = await again.prove("/staff/step-up", own, add);
  assert.equal(proven.headers.get("location"), add);
  const direct = await new TestBrowser(site).post("/staff/sign-in/passkey", { answer });
  assert.equal(direct.status, 404, "a passkey alone signs nobody in");
});

test("who is nobody here stays nobody", async () => {
  await refused(await signIn(new TestBrowser(site), { ...kim, subject: "stranger" }));
});

test("what comes back is good once, and in the browser that began [ASVS 7.6.2]", async () => {
  const [own, another] = [new TestBrowser(site), new TestBrowser(site)];
  const back = await goThere(own);
  await refused(await another.get(back));
  await another.get("/staff/sign-in/provider");
  await refused(await another.get(back)); // with an attempt of its own
  const kept = own.cookie;
  assert.equal((await own.get(back)).status, 303);
  await refused(await site.get(back, { cookie: kept })); // the same cookie again
});

test("a code that somebody else got isn't taken (code injection), nor one with another state", async () => {
  const [victim, attacker] = [new TestBrowser(site), new TestBrowser(site)];
  const own = new URL(await goThere(victim), "http://localhost");
  const stolen = new URL(await goThere(attacker), "http://localhost");
  own.searchParams.set("code", stolen.searchParams.get("code") ?? "");
  await refused(await victim.get(own.pathname + own.search));
  const third = new TestBrowser(site);
  const changed = new URL(await goThere(third), "http://localhost");
  changed.searchParams.set("state", "x".repeat(43));
  await refused(await third.get(changed.pathname + changed.search));
});

test("an answer in the name of another issuer is refused (RFC 9207) [ASVS 6.8.1]", async () => {
  const browser = new TestBrowser(site);
  const back = new URL(await goThere(browser), "http://localhost");
  back.searchParams.set("iss", "https://evil.example");
  await refused(await browser.get(back.pathname + back.search));
});

test("an authentication that is too old or too weak is refused, though the provider lets it pass [ASVS 6.8.4, 7.6.1]", async () => {
  await refused(await signIn(new TestBrowser(site), { ...kim, acr: "password" }));
  await refused(await signIn(new TestBrowser(site), { subject: "kim" }));
  provider.twist = { claims: (claims) => ({ ...claims, auth_time: agoSeconds(1_000) }) };
  await refused(await signIn(new TestBrowser(site)));
});

const twists: Record<string, TokenTwist> = {
  "no auth_time": { claims: ({ auth_time: _gone, ...claims }) => claims },
  "auth_time in the future": {
    claims: (claims) => ({ ...claims, auth_time: agoSeconds(-3_600) }),
  },
  "auth_time that is a text": { claims: (claims) => ({ ...claims, auth_time: "now" }) },
  "another nonce": { claims: (claims) => ({ ...claims, nonce: "another" }) },
  "no nonce": { claims: ({ nonce: _gone, ...claims }) => claims },
  "another audience": { claims: (claims) => ({ ...claims, aud: "another-desk" }) },
  "several audiences and another party": {
    claims: (claims) => ({ ...claims, aud: [clientId, "another-desk"], azp: "another-desk" }),
  },
  "another issuer": { claims: (claims) => ({ ...claims, iss: "https://evil.example" }) },
  "a token that ran out": { claims: (claims) => ({ ...claims, exp: agoSeconds(120) }) },
  "no subject": { claims: ({ sub: _gone, ...claims }) => claims },
  "another key": { signedBy: "another key" },
  "no signature (alg none)": { signedBy: "nobody" },
};

for (const [name, twist] of Object.entries(twists)) {
  test(`an ID token with ${name} signs nobody in [ASVS 6.8.2]`, async () => {
    provider.twist = twist;
    await refused(await signIn(new TestBrowser(site)));
  });
}

test("clocks may differ by half a minute", async () => {
  provider.twist = { claims: (claims) => ({ ...claims, auth_time: agoSeconds(-25) }) };
  assert.equal((await signIn(new TestBrowser(site))).status, 303);
});

test("a leaver's next request finds nobody signed in, and signing in doesn't help", async () => {
  const leaver = await openTestStaff(site, { name: "Lee" });
  await site.opened.database.query(
    "update accounts.staff set provider_subject = 'lee' where staff = $1",
    [uuidOf(leaver.staff)],
  );
  const browser = new TestBrowser(site);
  assert.equal((await signIn(browser, { ...kim, subject: "lee" })).status, 303);
  await site.accounts.leaving.leave(leaver.staff, { is: "system" }, site.time.now);
  assert.equal((await browser.get("/staff")).status, 303);
  await refused(await signIn(new TestBrowser(site), { ...kim, subject: "lee" }));
});
