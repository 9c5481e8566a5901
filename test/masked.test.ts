import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { idFrom, newId, openLog, uuidOf } from "#platform";
import {
  keepTestField,
  openTestApiKey,
  openTestClient,
  openTestSite,
  openTestStaff,
  TestBrowser,
  type TestSite,
} from "#test";

/** What nobody on the staff is shown: of a client, of a guest, of who wrote by mail and of who reported a scam. */
const planted = {
  name: "Wilhelmina Quartzpot",
  city: "Zwolle-Plantstad",
  phone: "+31 6 1234 5678",
  browser: "Plantbrowser on Plantphone",
  network: "198.51.100.77",
  guest: "quartz.guest@plantmail.example",
  reporter: "quartz.reporter@plantmail.example",
  mask: "q•••z@p•••e",
};

/** The same person in the vault. */
const inVault = {
  name: planted.name,
  phone: planted.phone,
  address: "12 Plantstraat, Zwolle-Plantstad",
  date_of_birth: "1931-03-17",
  nationality: "Plantlandish",
  id_number: "NX7QPLANT9",
  balance: "8765432.10 EUR",
  holdings_tier: "planted tier",
  flags: "planted flag",
};

const lines: string[] = [];
const days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const shift = Object.fromEntries(
  days.map((day) => [day, ["00:00", "00:00"] as [string, string]] as const),
);
/** An agent, and somebody with every role but that one. */
const people = {
  agent: ["agent"],
  "everybody else": ["lead", "analyst", "approver", "counsel", "comms", "custodian", "admin"],
} as const;

let site: TestSite;
let email: string;
let tickets: string[];
const cookies = new Map<string, string>();
before(async () => {
  site = await openTestSite({}, undefined, openLog("debug", { write: (line) => lines.push(line) }));
  for (const [who, roles] of Object.entries(people)) {
    const { cookie } = await openTestStaff(site, { roles, ...(who === "agent" && { shift }) });
    cookies.set(who, cookie);
  }
  tickets = [await asClient(), await asGuest(), await asReporter()];
});
after(() => site[Symbol.asyncDispose]());

/** Somebody with a name, an address, a city and a device, who asks under another name. */
async function asClient(): Promise<string> {
  const { client, cookie, email: address } = await openTestClient(site);
  email = address;
  const { database } = site.opened;
  const id = uuidOf(client);
  const { now } = site.time;
  const { name, city, phone, browser, network, mask } = planted;
  await database.query("update accounts.emails set mask = $2 where client = $1", [id, mask]);
  await database.query("update accounts.factors set name = $2 where client = $1", [
    id,
    `${name}, ${phone}`,
  ]);
  await database.query(
    "update accounts.sessions set browser = $2, network = $3 where holder = $1",
    [...[id, browser, network]],
  );
  await database.query(
    `insert into accounts.withdrawal_addresses (client, id, version, network, label, ciphertext, mask, index, added_at,
       added_by)
     values ($1, $2, 1, 'ethereum', $3, '\\x00', $4, '\\x00', $5, $6)`,
    [id, uuidOf(newId("address", now)), city, mask, now, uuidOf(newId("change", now))],
  );
  for (const [field, value] of Object.entries({ ...inVault, email: address })) {
    await keepTestField(site, client, field, value);
  }
  const question = { topic: "account", name: "Mina", text: "Where is my money?" };
  const opened = await site.post("/account/tickets", question, { cookie });
  return ticketIn(opened);
}

async function asGuest(): Promise<string> {
  const question = { topic: "account", name: "Mina", text: "Hello?", email: planted.guest };
  return await proven("/support", question);
}

async function asReporter(): Promise<string> {
  const pasted = `To: ${planted.reporter}\n\nMove your coins to https://larkmoor-safe.top/in`;
  return await proven("/report", { pasted, answer: "email", email: planted.reporter });
}

async function proven(path: string, fields: Record<string, string>): Promise<string> {
  const browser = new TestBrowser(site);
  assert.equal((await browser.post(path, fields)).status, 200);
  const { rows } = await site.opened.database.query<{ links: { confirm: string } }>(
    "select links from outbox.messages order by id desc limit 1",
  );
  const link = rows[0]?.links.confirm;
  assert.ok(link?.startsWith("link_"));
  const token = site.outbox.linkTokens.tokenFor(link as `link_${string}`);
  return ticketIn(await browser.post(`/support/confirm/${token}`));
}

function ticketIn(answer: Response): string {
  const id = /ticket_\w+/.exec(answer.headers.get("location") ?? "")?.[0];
  assert.ok(id, String(answer.status));
  return id;
}

/** How the variable parts of paths are filled; a ticket's id stands wherever one can. */
const filled: Readonly<Record<string, string>> = {
  ":slug": "gave-a-code",
  ":token": "none",
  ":staff": "staff_none",
  ":proposal": "proposal_none",
  ":case": "case_none",
  ":trace": "trace_none",
  ":brief": "brief_none",
  ":translation": "de",
  ":claim": "1",
  ":source": "S01",
  ":question": "1",
  ":edition": "edition_none",
  ":file": "1.json",
  ":form": "json",
  ":certificate": "scope_none",
  ":call": "call_none",
  ":leg": "leg_none",
  ":grant": "grant_none",
  ":field": "id_number",
  ":attachment": "none",
  ":page": "1",
  ":notice": "notice_none",
  ":webhook": "none",
  ":log{log(?:-[0-9]+)?}": "log",
  "*": "0/000",
};

function pathsOf(method: string, below = ""): string[] {
  const routes = site.app.routes.filter(
    (route) => route.method === method && route.path.startsWith(below),
  );
  const paths = new Set(routes.map(({ path }) => path));
  return [...paths].flatMap((path) => {
    const of = path.replace(/:log\{[^}]*\}|:(?!ticket\b|id\b)\w+|\*/g, (part) => {
      const value = filled[part];
      assert.ok(value, `${path}: say here what ${part} may be`);
      return value;
    });
    const hasTicket = /:ticket\b|:id\b/.test(of);
    return hasTicket ? tickets.map((id) => of.replace(/:ticket\b|:id\b/, id)) : [of];
  });
}

function clean(said: string, where: string): void {
  const parts = [
    email,
    ...Object.values(planted),
    ...Object.values(inVault),
    email.split("@")[0] ?? "",
  ];
  const read = said.replaceAll("&#39;", "'");
  for (const datum of parts) assert.ok(!read.includes(datum), `${where} says ${datum}`);
}

async function saidBy(answer: Response): Promise<string> {
  const headers = [...answer.headers].join("\n");
  if (answer.headers.get("content-type") !== "text/event-stream") {
    return `${headers}\n${await answer.text()}`;
  }
  const reader = answer.body?.getReader();
  const first = await reader?.read();
  await site.tickets.live.tellChanges();
  await site.tickets.live.endClosed();
  await reader?.cancel();
  return headers + Buffer.from(first?.value ?? "").toString();
}

test("no page, stream, export or refusal of the whole site says a planted personal datum to anybody on the staff", async () => {
  const shown = new Map<string, number>();
  for (const [who, cookie] of cookies) {
    for (const path of pathsOf("GET")) {
      const answer = await site.get(path, { cookie });
      if (answer.status === 200) shown.set(who, (shown.get(who) ?? 0) + 1);
      clean(await saidBy(answer), `GET ${path} as ${who}`);
    }
  }
  assert.ok(
    [...shown.values()].every((count) => count > 30),
    JSON.stringify([...shown]),
  );
  const seen = await site.get(`/staff/tickets/${tickets[0]}`, {
    cookie: cookies.get("agent") ?? "",
  });
  assert.match(
    await seen.text(),
    /Mina[\s\S]*Where is my money[\s\S]*W••• Q•••/,
    "the agent does see the ticket, and masks beside it",
  );
});

test("nor does what the staff does answer with one", async () => {
  const acts = [...pathsOf("POST", "/staff/tickets"), ...pathsOf("POST", "/staff/indicators")];
  assert.ok(acts.length >= 6 * tickets.length);
  const fields = {
    ...{ text: "Please tell me your password", kind: "answer", reason: "", status: "open" },
    ...{ type: "domain", value: "larkmoor-safe.top", queue: "", into: "" },
  };
  for (const [who, cookie] of cookies) {
    for (const path of acts) {
      clean(await saidBy(await site.post(path, fields, { cookie })), `POST ${path} as ${who}`);
    }
  }
  const pack = await site.post("/staff/indicators/pack", fields, {
    cookie: cookies.get("everybody else") ?? "",
  });
  assert.match(await pack.text(), /larkmoor-safe/, "there is a pack");
});

test("nor does what the firm's own systems read, a notice to the staff, or a line of the log", async () => {
  const { database } = site.opened;
  const token = await openTestApiKey(site, "tickets:read");
  const headers = { authorization: `Bearer ${token}`, accept: "application/json" };
  for (const path of pathsOf("GET", "/v1/")) {
    clean(await saidBy(await site.get(path, headers)), `GET ${path} with a key`);
  }
  const { rows } = await database.query<{ addressee: string }>(
    "select distinct addressee::text from outbox.messages where addressee_kind = 'staff'",
  );
  for (const { addressee } of rows) {
    const to = { is: "staff", id: idFrom("staff", addressee) } as const;
    for (const { words } of await site.outbox.reader.sentTo(to)) {
      clean(JSON.stringify(words ?? ""), "a notice");
    }
  }
  assert.ok(lines.length > 100);
  for (const line of lines) clean(line, "the log");
});
