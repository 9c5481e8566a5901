import assert from "node:assert/strict";
import { after, test } from "node:test";
import { findTargetHandler } from "hono/utils/handler";
import { declarationOf, type Id, idFrom, newId, uuidOf } from "#platform";
import {
  openTestClient,
  openTestSite,
  PasswordClient,
  sentTo,
  TestAuthenticator,
  TestBrowser,
} from "#test";
import { type ChangeName, changes } from "./change/index.ts";

const site = await openTestSite();
const { database } = site.opened;
after(() => site[Symbol.asyncDispose]());

/** Why a route that declares nothing changes nothing of how an account is protected. */
const harmless: Readonly<Record<string, string>> = {
  "POST /check": "answers; nothing is kept",
  "POST /v1/checks": "answers; nothing is kept",
  "POST /sent": "answers; nothing is kept",
  "POST /v1/outbox/checks": "answers; nothing is kept",
  "POST /briefs/:brief/disputes":
    "a reader's question about a published sentence; nobody is signed in",
  "POST /v1/outbox/messages": "another system registers a message: it changes no account",
  "POST /v1/outbox/reports": "a mail system says that a message bounced",
  "POST /inbox/:notice/read": "marks a message as read",
  "POST /help/:slug/votes": "counts a vote",
  "POST /banners/hidden": "sets a cookie",
  "POST /region": "sets a cookie",
  "POST /v1/protections/decisions": "answers",
  "POST /account/master-key/new": "shows a key that is nobody's before it is confirmed",
  "POST /sign-up": "sends a link; the account is opened by following it",
  "POST /sign-up/confirm/:token/options": "asks an authenticator",
  "POST /recover/finish/:token/passkey/options": "asks an authenticator",
  "POST /account/passkeys/options": "asks an authenticator",
  "POST /sign-in/passkey/options": "asks an authenticator",
  "POST /step-up/passkey/options": "asks an authenticator",
  "POST /sign-in/password": "signs in, which a lock leaves",
  "POST /sign-in/code": "signs in, which a lock leaves",
  "POST /sign-out": "signs out",
  "POST /step-up/passkey": "proves it again",
  "POST /step-up/code": "proves it again",
  "POST /account/requests/:request/approve/options": "asks an authenticator",
  "POST /account/requests/:request/approve":
    "lets support see a field for an hour; no setting changes",
  "POST /account/requests/:request/decline": "says no to support",
  "POST /account/requests/:request/withdraw": "takes back what support may see",
  "POST /account/tickets": "a question to support always passes",
  "POST /account/tickets/:ticket/messages": "a question to support always passes",
  "POST /account/looks/answers": "a word on who looked always passes",
  "POST /account/call/legs/:leg/stop": "ends a call; a word on one always passes",
  "POST /support": "sends a link; the question is asked by following it",
  "POST /support/confirm/:token": "a question of who has no account",
  "POST /support/read/:token": "shows who has no account the own question",
  "POST /support/read/:token/again": "sends who has no account a link to the own question",
  "POST /support/tickets/:ticket/messages": "a question of who has no account",
  "POST /report": "a report always passes",
  "POST /report/approach": "a report always passes",
  "POST /v1/uploads": "a file for a question to support, which always passes",
  "POST /v1/webhooks": "another system is told of tickets",
  "POST /v1/webhooks/:id/secrets": "another system is told of tickets",
  "DELETE /v1/webhooks/:id": "another system is told of tickets",
  "POST /v1/tickets": "a question to support always passes",
  "POST /v1/tickets/:id/comments": "a question to support always passes",
  "POST /v1/clients": "another system says what it knows of clients: it changes no account",
  "POST /v1/traces": "another system has a leak traced: it changes no account",
  "POST /account/calls": "asks for a call, which always passes",
  "POST /account/calls/new": "answers a question; nothing is kept",
  "POST /account/calls/zone": "sets a cookie",
  "POST /account/calls/:call/rebook": "chooses another time for a call",
  "POST /account/calls/:call/cancel": "cancels a call",
  "POST /cancel-call/:token": "cancels a call",
  "POST /account/calls/:call/legs/:leg/ringing": "says that it rings",
  "POST /account/calls/:call/legs/:leg/answer": "opens a question to support, which always passes",
  "POST /account/calls/:call/legs/:leg/words":
    "says which words were heard: nothing is allowed by them",
  "POST /account/calls/:call/legs/:leg/report": "hangs up",
  "POST /account/calls/:call/legs/:leg/signals": "how two pages connect",
  "POST /account/calls/:call/legs/:leg/beats": "says that a page is there",
  "POST /account/calls/:call/legs/:leg/ice": "opens a relay for sound",
  "POST /account/calls/:call/legs/:leg/end": "hangs up",
  "POST /account/calls/:call/after": "a word on a call, and a report of it",
  "POST /account/calls/:call/approve/options": "asks an authenticator",
  "POST /account/calls/:call/approve": "opens a question to support, which always passes",
  "POST /account/calls/claims/:claim": "a word on who phoned us; a yes opens nothing",
  "POST /v1/calls/events": "the provider says how a phone call stands",
  "POST /v1/calls/in-progress": "answers",
  "POST /v1/decoys/touched": "another system says that a decoy was used",
  "POST /reset-password": "sends a link; the password is changed by following it",
};

/** Routes of the staff, whose accounts have no settings lock, and of the demo. */
const staff = /^\w+ \/(?:staff|v1\/staff|demo)\b/;

type Owner = { client: Id<"client">; browser: TestBrowser; password?: PasswordClient };
/** A request that would be done but for the lock. */
type Asked = { path: string; fields?: Record<string, string> };
type Sample = { owner(): Promise<Owner>; ask(owner: Owner): Promise<Asked> | Asked };

let made = 0;

/** Somebody with a passkey that can really be asked. */
async function passkeyOwner(): Promise<Owner> {
  const browser = new TestBrowser(site);
  const authenticator = new TestAuthenticator();
  return { client: await browser.signUp(`walker-${made++}@example.net`, authenticator), browser };
}

async function passwordOwner(): Promise<Owner> {
  const password = await PasswordClient.open(site, `walker-${made++}@example.net`);
  return { client: password.client, browser: password.browser, password };
}

/** Somebody with rows of every factor, signed in by all of them. */
async function rowsOwner(): Promise<Owner> {
  const { client, cookie } = await openTestClient(site, ["passkey", "password", "authenticator"]);
  const browser = new TestBrowser(site);
  const [name = "", value = ""] = cookie.split("=");
  browser.cookies.set(name, value);
  return { client, browser };
}

async function masterKeyForm({ browser }: Owner): Promise<Record<string, string>> {
  const shown = await (await browser.post("/account/master-key/new")).text();
  const sealed = /name="sealed" value="([^"]+)"/.exec(shown)?.[1] ?? "";
  const groups = [...shown.matchAll(/<\/small>([0-9A-Z]{4})</g)].map(([, group]) => group ?? "");
  const group = groups[Number(/group (\d) of your key/.exec(shown)?.[1]) - 1] ?? "";
  return { sealed, group, whole: groups.join("-") };
}

async function makeMasterKey(owner: Owner): Promise<string> {
  const { whole = "", ...fields } = await masterKeyForm(owner);
  assert.equal((await owner.browser.post("/account/master-key", fields)).status, 303);
  return whole;
}

async function factorOf({ client }: Owner, kind: string): Promise<Id<"factor">> {
  const { rows } = await database.query<{ id: string }>(
    "select id from accounts.factors where client = $1 and kind = $2 and ended_at is null",
    [uuidOf(client), kind],
  );
  return idFrom("factor", rows[0]?.id ?? "");
}

/** The path that the newest message with a link of this name leads to. */
async function linkPathOf({ client }: Owner, name: string): Promise<string> {
  await site.accounts.underWay.settled();
  const token = (await sentTo(site, client)).findLast(({ tokens }) => tokens[name])?.tokens[name];
  const led = await site.get(`/links/${token}`);
  return led.headers.get("location") ?? "";
}

const address = (): Record<string, string> => ({
  network: "ethereum",
  address: `0x${String(made++).padStart(40, "0")}`,
  label: `Wallet ${made}`,
});

/** How each route that makes an account less safe is asked, so that nothing but a lock stands in its way. */
const samples: Readonly<Record<string, Sample>> = {
  "POST /account/lock/open": { owner: passkeyOwner, ask: () => ({ path: "/account/lock/open" }) },
  "POST /account/lock/open-now": {
    owner: passkeyOwner,
    ask: async (owner) => ({
      path: "/account/lock/open-now",
      fields: { master_key: await makeMasterKey(owner) },
    }),
  },
  "POST /account/master-key": {
    owner: passkeyOwner,
    ask: async (owner) => ({ path: "/account/master-key", fields: await masterKeyForm(owner) }),
  },
  "POST /account/master-key/remove": {
    owner: passkeyOwner,
    async ask(owner) {
      await makeMasterKey(owner);
      return { path: "/account/master-key/remove" };
    },
  },
  "POST /account/addresses": {
    owner: passkeyOwner,
    ask: () => ({ path: "/account/addresses", fields: address() }),
  },
  "POST /account/addresses/confirm/:token": {
    owner: passkeyOwner,
    async ask(owner) {
      const added = await owner.browser.post("/account/addresses", address());
      assert.equal(added.status, 303);
      return { path: await linkPathOf(owner, "confirm") };
    },
  },
  "POST /account/passkeys": {
    owner: passkeyOwner,
    async ask({ browser }) {
      const options = await browser.options("/account/passkeys");
      const answer = JSON.stringify(new TestAuthenticator().register(options));
      return { path: "/account/passkeys", fields: { answer, name: "New" } };
    },
  },
  "POST /account/passkeys/:factor/remove": {
    owner: passkeyOwner,
    async ask(owner) {
      const first = await factorOf(owner, "passkey");
      await owner.browser.addPasskey(new TestAuthenticator(), "Another");
      return { path: `/account/passkeys/${first}/remove` };
    },
  },
  "POST /account/password": {
    owner: passwordOwner,
    ask: ({ password }) => ({
      path: "/account/password",
      fields: {
        current: password?.password ?? "",
        password: "seven violet anchors drift",
        email: "",
      },
    }),
  },
  "POST /reset-password/:token": {
    owner: passwordOwner,
    async ask(owner) {
      site.time.now = new Date(site.time.now.getTime() + 3_600_000);
      const { password } = owner;
      await new TestBrowser(site).post("/reset-password", { email: password?.email ?? "" });
      const code = password?.nextCode() ?? "";
      return {
        path: await linkPathOf(owner, "confirm"),
        fields: { password: "seven violet anchors drift", email: "", code },
      };
    },
  },
  "POST /account/authenticator": {
    owner: passkeyOwner,
    async ask({ browser }) {
      const app = Object.create(PasswordClient.prototype, {
        site: { value: site },
        key: { value: "", writable: true },
      }) as PasswordClient;
      const setUp = await app.setUp("/account/authenticator", browser);
      return { path: "/account/authenticator", fields: { ...setUp, code: app.code() } };
    },
  },
  "POST /account/authenticator/:factor/remove": {
    owner: rowsOwner,
    ask: async (owner) => ({
      path: `/account/authenticator/${await factorOf(owner, "authenticator")}/remove`,
    }),
  },
  "POST /account/recovery-codes": {
    owner: passkeyOwner,
    ask: () => ({ path: "/account/recovery-codes" }),
  },
  "POST /account/email": {
    owner: passkeyOwner,
    ask: () => ({ path: "/account/email", fields: { email: `new-${made++}@example.net` } }),
  },
  "POST /account/email/confirm/:token": {
    owner: passkeyOwner,
    async ask(owner) {
      const email = `new-${made++}@example.net`;
      assert.equal((await owner.browser.post("/account/email", { email })).status, 303);
      return { path: await linkPathOf(owner, "confirm") };
    },
  },
  "POST /account/close": {
    owner: passkeyOwner,
    ask: () => ({ path: "/account/close", fields: { understood: "yes" } }),
  },
};

/** Every route that isn't read-only, with what it declares. */
function declared(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const everyMethod = new Map<string, string[]>();
  for (const { method, path, handler } of site.app.routes) {
    if (/^(?:GET|HEAD|OPTIONS)$/.test(method)) continue;
    const declaration = declarationOf(findTargetHandler(handler));
    const among = method === "ALL" ? everyMethod : found;
    const route = method === "ALL" ? path : `${method} ${path}`;
    among.set(route, [...(among.get(route) ?? []), ...(declaration ? [declaration] : [])]);
  }
  for (const [route, declarations] of found) {
    declarations.push(...(everyMethod.get(route.replace(/^\w+ /, "")) ?? []));
  }
  return found;
}

test("every route that isn't read-only declares one change, or nothing and why [Must 11]", () => {
  const routes = declared();
  assert.ok(routes.size > 40);
  for (const [route, declarations] of routes) {
    assert.equal(
      declarations.length,
      1,
      `${route} declares ${declarations.join(", ") || "nothing at all"}`,
    );
    const [declaration = ""] = declarations;
    const isKnown =
      declaration === "nothing" ? route in harmless || staff.test(route) : declaration in changes;
    assert.ok(
      isKnown,
      `${route} declares ${declaration}: name the change, or say here why it changes nothing`,
    );
  }
  const gone = [...Object.keys(harmless), ...Object.keys(samples)].filter(
    (route) => !routes.has(route),
  );
  assert.deepEqual(gone, [], "these routes aren't there any more");
});

const lockings = {
  settings_locked: `insert into accounts.settings_locks (client, id, locked_at, locked_by, days)
    values ($1, $2, $3, $2, 3)`,
  account_locked: `insert into accounts.account_locks (client, id, locked_at, locked_by)
    values ($1, $2, $3, $2)`,
} as const;

async function lock({ client }: Owner, by: keyof typeof lockings): Promise<void> {
  const { now } = site.time;
  await database.query(lockings[by], [uuidOf(client), uuidOf(newId("lock", now)), now]);
}

async function unlock({ client }: Owner): Promise<void> {
  await database.query(
    "update accounts.settings_locks set unlocked_at = $2 where client = $1 and unlocked_at is null",
    [uuidOf(client), site.time.now],
  );
  await database.query(
    "update accounts.account_locks set lifted_at = $2 where client = $1 and lifted_at is null",
    [uuidOf(client), site.time.now],
  );
}

/** Everything that accounts keeps, but questions that were asked and attempts that are counted. */
async function kept(): Promise<string[]> {
  const { rows } = await database.query<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'accounts' and table_type = 'BASE TABLE' and table_name not in ('challenges', 'password_resets') order by 1`,
  );
  return await Promise.all(
    rows.map(async ({ name }) => {
      const { rows: whole } = await database.query<{ hash: string }>(
        `select md5(coalesce(string_agg(t::text, ';' order by t::text), '')) as hash from accounts.${name} t`,
      );
      return `${name} ${whole[0]?.hash}`;
    }),
  );
}

function refusedBy(name: ChangeName): (keyof typeof lockings)[] {
  if (changes[name] === "loosening") return ["settings_locked", "account_locked"];
  return changes[name] === "unlocking" ? ["account_locked"] : [];
}

for (const [route, declarations] of declared()) {
  const name = declarations[0] as ChangeName;
  const locks = refusedBy(name);
  if (locks.length === 0) continue;
  test(`${route} is refused under a lock and changes nothing, and is done without one [Must 11]`, async () => {
    const sample = samples[route];
    assert.ok(sample, `${route} makes an account less safe: say here how it is asked`);
    const owner = await sample.owner();
    for (const by of locks) {
      const { path, fields } = await sample.ask(owner);
      await lock(owner, by);
      const before = await kept();
      const answer = await owner.browser.post(path, fields, { accept: "application/json" });
      assert.equal(answer.status, 403, `${by}: ${await answer.clone().text()}`);
      if (answer.headers.get("content-type")?.includes("json")) {
        assert.equal(((await answer.json()) as { code: string }).code, by);
      }
      assert.deepEqual(await kept(), before);
      await unlock(owner);
    }
    const { path, fields } = await sample.ask(owner);
    if (changes[name] === "unlocking") await lock(owner, "settings_locked");
    const answer = await owner.browser.post(path, fields);
    assert.ok(answer.status < 400, await answer.clone().text());
    assert.doesNotMatch(answer.headers.get("location") ?? "", /sign-in|step-up/);
  });
}
