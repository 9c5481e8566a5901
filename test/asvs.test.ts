import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import {
  openTestClient,
  openTestSite,
  openTestStaff,
  PasswordClient,
  TestAuthenticator,
  TestBrowser,
  type TestSite,
} from "#test";

const root = fileURLToPath(new URL("..", import.meta.url));
const document = readFileSync(join(root, "docs/asvs.md"), "utf8");
const sources = globSync("src/accounts/**/*.{ts,tsx}", {
  cwd: root,
  exclude: ["**/*.test.ts"],
}).map((path) => ({
  path: path.slice("src/accounts/".length),
  text: readFileSync(join(root, path), "utf8"),
}));

let site: TestSite;
let emptyTables: string[];
before(async () => {
  site = await openTestSite();
  emptyTables = await filled();
});
after(() => site[Symbol.asyncDispose]());

const later = (seconds: number) => {
  site.time.now = new Date(site.time.now.getTime() + seconds * 1_000);
};
const placeOf = (answered: Response) => answered.headers.get("location") ?? "";
const signedOut = /^\/(?:staff\/)?sign-in/;

async function filled(): Promise<string[]> {
  const counted = ["clients", "staff", "staff_passkeys", "api_keys", "factors", "sessions"].map(
    async (table) => {
      const { rows } = await site.opened.database.query(`select from accounts.${table} limit 1`);
      return rows.length > 0 ? table : undefined;
    },
  );
  return (await Promise.all(counted)).filter((table) => table !== undefined);
}

test("every limit stands in the document with its numbers [ASVS 6.1.1]", () => {
  const found = sources.flatMap(({ text }) =>
    [
      ...text.matchAll(/name: "(\w+)",\s*requestsMax: ([\d_]+)(?:,\s*windowSeconds: ([\d_]+))?/g),
    ].map(([, name, most = "", seconds = "3600"]) =>
      [name, Number(most.replace("_", "")), Number(seconds.replace("_", ""))].join(" "),
    ),
  );
  const table = /## Limits(.*?)\n## /s.exec(document)?.[1] ?? "";
  const written = [...table.matchAll(/^\| `(\w+)` \| [^|]+ \| (\d+) \| (\d+) \|$/gm)].map(
    ([, name, most, seconds]) => `${name} ${most} ${seconds}`,
  );
  assert.deepEqual(written.sort(), found.sort());
});

test("no password is made of the words in the document [ASVS 6.1.2, 6.2.11]", async () => {
  assert.match(
    document,
    /The firm's name and each word of it, `holdfast`, the part .* before the @/,
  );
  const email = "quentin.marlowe@example.net";
  const owner = await PasswordClient.open(site, email);
  for (const password of [
    "larkmoor larkmoor larkmoor",
    "Holdfast-Holdfast-1",
    "quentin.marlowe.quentin",
    "MarloweMarlowe2026",
  ]) {
    const fields = { email, current: owner.password, password };
    const refused = await owner.browser.post("/account/password", fields);
    assert.equal(refused.status, 400);
    assert.match(await refused.text(), /your address or our name/, password);
  }
});

test("every place that begins a session stands in the document, and no other [ASVS 6.1.3, 6.3.4]", () => {
  const places = sources
    .filter(({ text }) =>
      /(?<!function )\bstartSession\(|sessions\.start\(|this\.#begin\(/.test(text),
    )
    .map(({ path }) => path);
  const table = /## Every way in(.*?)\n## /s.exec(document)?.[1] ?? "";
  const written = [...table.matchAll(/`([\w/-]+\.ts)`/g)].map(([, path]) => path);
  assert.deepEqual([...new Set(written)].sort(), places.sort());
});

test("password fields mask, and let password managers and pasting in [ASVS 6.2.6, 6.2.7]", async () => {
  const client = await openTestClient(site, ["password", "authenticator"]);
  const pages = await Promise.all([
    site.get("/sign-in"),
    site.get("/account/password", { cookie: client.cookie }),
  ]);
  const html = (await Promise.all(pages.map((page) => page.text()))).join("");
  const fields = html.match(/<input[^>]*name="(?:password|current)"[^>]*>/g) ?? [];
  assert.equal(fields.length, 3);
  for (const field of fields) {
    assert.match(field, /type="password"/);
    assert.match(field, /autocomplete="(?:current|new)-password"/);
    assert.ok(Number(/maxlength="(\d+)"/.exec(field)?.[1] ?? 1_000) >= 128);
  }
  for (const { path, text } of sources) assert.doesNotMatch(text, /["'(]paste["')]|onpaste/i, path);
});

test("a password of 128 characters with spaces around it signs in as it is, in a year too [ASVS 6.2.9, 6.2.10]", async () => {
  const browser = new TestBrowser(site);
  const email = "long@example.net";
  const client = await PasswordClient.open(site, email);
  const long = ` ${"Ünquiet otters, 7 lamps & no regrets; ".repeat(4).slice(0, 126)} `;
  const changed = { email, current: client.password, password: long };
  assert.match(placeOf(await client.browser.post("/account/password", changed)), /done/);
  const statusOf = async (password: string) =>
    (await browser.post("/sign-in/password", { email, password })).status;
  assert.equal(await statusOf(long.trim()), 403);
  assert.equal(await statusOf(long.toLowerCase()), 403);
  later(366 * 86_400);
  assert.equal(await statusOf(long), 303);
});

test("a new desk has nobody who could sign in, and no key [ASVS 6.3.2]", () => {
  assert.deepEqual(emptyTables, []);
});

test("a mailbox alone signs nobody in and changes nothing [ASVS 6.3.6]", async () => {
  const owner = await PasswordClient.open(site, "mailbox@example.net");
  const thief = new TestBrowser(site);
  await thief.post("/reset-password", { email: owner.email });
  const reset = await owner.link("password_reset");
  for (const code of ["", "000000"]) {
    const fields = { email: owner.email, password: "four quiet words of mine", code };
    assert.equal((await thief.post(reset, fields)).status, 403);
  }
  await owner.signIn(new TestBrowser(site));
  await thief.post(await owner.link("new_device_approve"));
  await thief.post("/recover", { email: owner.email, code: "" });
  assert.equal(thief.client, undefined);
  assert.match(placeOf(await thief.get("/account")), signedOut);
  assert.equal(placeOf(await owner.signIn(owner.browser)), "/account");
});

test("nothing is asked about a person, and no phone is used [ASVS 6.4.2, 6.6.1]", async () => {
  const asked = new Set<string>();
  for (const path of ["/sign-up", "/sign-in", "/reset-password", "/recover"]) {
    const html = await (await site.get(path)).text();
    const own = html.replace(/<(header|footer)[\s\S]*?<\/\1>/g, "");
    for (const [field] of own.matchAll(/<(?:input|select|textarea)[^>]*>/g)) {
      const name = /name="([^"]+)"/.exec(field)?.[1] ?? "";
      if (!/type="(?:hidden|submit)"/.test(field)) asked.add(name);
      assert.doesNotMatch(field, /type="tel"/);
    }
  }
  assert.deepEqual([...asked].sort(), ["code", "email", "password"]);
  for (const { path, text } of sources) assert.doesNotMatch(text, /\bsms\b|telephon/i, path);
});

test("what was removed signs nobody in [ASVS 6.5.6]", async () => {
  const [first, second] = [new TestAuthenticator(), new TestAuthenticator()];
  const browser = new TestBrowser(site);
  await browser.signUp("lost-key@example.net", first);
  await browser.addPasskey(second, "Lost");
  const html = await (await browser.get("/account/passkeys")).text();
  const paths = [...html.matchAll(/\/account\/passkeys\/(factor_\w+)\/remove/g)];
  assert.equal((await browser.post(paths.at(-1)?.[0] ?? "")).status, 303);
  const answers = [first, second].map(
    async (authenticator) => (await new TestBrowser(site).signIn(authenticator)).status,
  );
  assert.deepEqual((await Promise.all(answers)).sort(), [303, 403]);
});

test("a browser's clock says nothing: a code of two steps away is refused, one step away is taken [ASVS 6.5.8] [Must 13]", async () => {
  const owner = await PasswordClient.open(site, "clocks@example.net");
  later(600);
  for (const [steps, status] of [
    [-2, 403],
    [2, 403],
    [1, 303],
  ] as const) {
    await owner.typePassword(owner.browser);
    const code = owner.code(steps);
    const date = new Date(site.time.now.getTime() + steps * 30_000).toUTCString();
    assert.equal((await owner.browser.post("/sign-in/code", { code }, { date })).status, status);
  }
});

test("each challenge is 256 bits of its own [ASVS 6.7.2]", async () => {
  const challenges = await Promise.all(
    Array.from({ length: 8 }, async () => {
      const { challenge } = await new TestBrowser(site).options("/sign-in/passkey");
      return String(challenge);
    }),
  );
  assert.equal(new Set(challenges).size, 8);
  for (const one of challenges) assert.equal(Buffer.from(one, "base64url").length, 32);
});

test("there is no SAML [ASVS 6.8.3]", () => {
  assert.doesNotMatch(
    readFileSync(join(root, "package-lock.json"), "utf8"),
    /node_modules\/[^"]*saml/i,
  );
});

test("the document has the times of sessions as the policy has them [ASVS 7.1.1, 7.1.2, 7.1.3]", async () => {
  const profile = await site.accounts.desk.profile();
  const section = /## Sessions(.*?)\n## /s.exec(document)?.[1] ?? "";
  const clients = `| clients | ${profile.session_idle_seconds} s | ${profile.session_seconds_max} s |`;
  const staff = `| staff | ${profile.staff_session_idle_seconds} s | ${profile.staff_session_seconds_max} s |`;
  for (const line of [
    clients,
    staff,
    `${profile.step_up_seconds} s`,
    `${profile.sign_in_seconds} s`,
  ]) {
    assert.ok(section.includes(line), line);
  }
  assert.match(section, /There is no greatest number of\s+sessions/);
  assert.match(section, /identity provider there are two sessions/);
});

test("a session is known by 256 bits of its own in the database, and by nothing that looks like it [ASVS 7.2.1, 7.2.2, 7.2.3]", async () => {
  const client = await openTestClient(site);
  const browser = new TestBrowser(site);
  const authenticator = new TestAuthenticator();
  await browser.signUp("tokens@example.net", authenticator);
  const tokens = [browser.cookies.get("session") ?? ""];
  for (let count = 0; count < 2; count++) {
    await browser.signIn(authenticator);
    tokens.push(browser.cookies.get("session") ?? "");
  }
  const secrets = tokens.map((token) => token.split(".")[2] ?? "");
  assert.equal(new Set(secrets).size, 3);
  for (const secret of secrets) assert.equal(Buffer.from(secret, "base64url").length, 32);
  const [id, session] = client.cookie.replace("session=", "").split(".");
  for (const forged of [
    `${id}.${session}.${Buffer.alloc(32).toString("base64url")}`,
    `${id}.${session}.`,
    `${id}.${session}`,
    tokens.at(-1)?.replace(/^[^.]+/, id ?? ""),
    tokens[0],
  ]) {
    const answered = await site.get("/account", { cookie: `session=${forged}` });
    assert.match(placeOf(answered), signedOut, forged);
  }
});

test("a session ends after its silence, and after its longest time though it was used [ASVS 7.3.1, 7.3.2]", async () => {
  const profile = await site.accounts.desk.profile();
  const times = { client: profile.session_idle_seconds, staff: profile.staff_session_idle_seconds };
  const longest = { client: profile.session_seconds_max, staff: profile.staff_session_seconds_max };
  for (const who of ["client", "staff"] as const) {
    const open = async () =>
      (await (who === "client" ? openTestClient(site) : openTestStaff(site))).cookie;
    const statusOf = async (cookie: string) =>
      (await site.get(who === "client" ? "/account" : "/staff", { cookie })).status;
    const idle = await open();
    later(times[who] - 1);
    assert.equal(await statusOf(idle), 200);
    later(times[who]);
    assert.equal(await statusOf(idle), 303);
    if (who === "staff") continue; // its silences are many: the rule is one
    const used = await open();
    const steps = Math.ceil(longest[who] / (times[who] - 1));
    for (let step = 0; step < steps; step++) {
      later(longest[who] / steps);
      assert.equal(await statusOf(used), step < steps - 1 ? 200 : 303, `${step} of ${steps}`);
    }
  }
});

test("signing out ends the session on the server, and no page of it is kept [ASVS 7.4.1]", async () => {
  const browser = new TestBrowser(site);
  await browser.signUp("out@example.net", new TestAuthenticator());
  const copied = browser.cookie;
  const page = await browser.get("/account/sessions");
  assert.match(page.headers.get("cache-control") ?? "", /no-store/);
  await browser.post("/sign-out");
  assert.match(placeOf(await site.get("/account/sessions", { cookie: copied })), signedOut);
});

test("every page of who is signed in has the way to sign out [ASVS 7.4.4]", async () => {
  const { cookie } = await openTestClient(site, ["passkey", "password", "authenticator"]);
  const staff = await openTestStaff(site, { roles: ["admin"] });
  const account = await (await site.get("/account", { cookie })).text();
  const pages = [...account.matchAll(/href="(\/(?:account|inbox)[^"]*)"/g)].map(
    ([, path]) => path ?? "",
  );
  assert.ok(new Set(pages).size > 8);
  for (const path of new Set(pages)) {
    const page = await site.get(path, { cookie });
    assert.match(await page.text(), /action="\/sign-out"/, `${path} ${page.status}`);
  }
  for (const path of ["/staff", "/staff/sessions", "/staff/approvals", "/staff/people"]) {
    const page = await site.get(path, { cookie: staff.cookie });
    assert.match(await page.text(), /action="\/(?:staff\/)?sign-out"/, `${path} ${page.status}`);
  }
});

test("ending other sessions takes a fresh proof, and locking the account takes none [ASVS 7.5.2]", async () => {
  const owner = await openTestClient(site);
  const { session } = await owner.signIn();
  const staff = await openTestStaff(site, { provenAt: null });
  const stale = { cookie: (await owner.signIn([])).cookie };
  for (const path of [
    "/account/sessions/end-others",
    `/account/sessions/${session}/end`,
    "/account/devices/remove-all",
  ]) {
    assert.match(placeOf(await site.post(path, {}, stale)), /^\/step-up/, path);
  }
  const byStaff = await site.post("/staff/sessions", {}, { cookie: staff.cookie });
  assert.match(placeOf(byStaff), /^\/staff\/step-up/);
  const fresh = { cookie: owner.cookie };
  assert.match(placeOf(await site.post("/account/sessions/end-others", {}, fresh)), /others_ended/);
  assert.match(placeOf(await site.get("/account", stale)), signedOut);
  const other = { cookie: (await owner.signIn([])).cookie };
  assert.equal((await site.post("/account/locked", {}, other)).status, 200);
  assert.match(placeOf(await site.get("/account", fresh)), signedOut);
});

test("each role and each circumstance has its rule in the document [ASVS 8.1.1, 8.1.2, 8.1.3, 8.1.4]", () => {
  const staff = sources.find(({ path }) => path === "staff/staff.ts")?.text ?? "";
  const scopes = sources.find(({ path }) => path === "machine/scope.ts")?.text ?? "";
  const roles = /export const roles = \[(.*?)\]/s.exec(staff)?.[1]?.match(/\w+/g) ?? [];
  const asked = scopes.match(/"\w+:\w+"/g)?.map((scope) => scope.slice(1, -1)) ?? [];
  assert.ok(roles.length === 8 && asked.length >= 4);
  const section = /## Who may do what(.*?)\n## /s.exec(document)?.[1] ?? "";
  for (const word of [...roles, ...asked, "client"])
    assert.ok(section.includes(`\`${word}\``), word);
  assert.match(section, /Field by field/);
  const around = /## What of the surroundings counts(.*)$/s.exec(document)?.[1] ?? "";
  for (const word of ["browser", "network", "time of day", "Host"])
    assert.match(around, new RegExp(word));
});

test("nobody reaches what is another client's, and no field says whose it is [ASVS 8.4.1]", async () => {
  const [ada, bo] = [
    await openTestClient(site, ["passkey", "authenticator"]),
    await openTestClient(site),
  ];
  const cookie = bo.cookie;
  const claims = { client: ada.client, holder: ada.client, staff: ada.client, role: "admin" };
  for (const path of [
    `/account/passkeys/${ada.factors.passkey}/remove`,
    `/account/passkeys/${ada.factors.passkey}/name`,
    `/account/authenticator/${ada.factors.authenticator}/remove`,
    `/account/sessions/${ada.session}/end`,
  ]) {
    const { status } = await site.post(path, { name: "Mine", ...claims }, { cookie });
    assert.equal(status, 404, path);
  }
  await site.post("/account/sessions/end-others", claims, { cookie });
  await site.post("/account/locked", claims, { cookie });
  assert.equal((await site.get("/account/passkeys", { cookie: ada.cookie })).status, 200);
});
