import assert from "node:assert/strict";
import { createSecretKey, randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { after, test } from "node:test";
import { zstdDecompressSync } from "node:zlib";
import { type Erasure, idFrom, isId, newId, openLog, uuidOf } from "#platform";
import {
  databaseFilesWith,
  openTestClient,
  openTestSite,
  openTestStaff,
  TestBackups,
  TestBrowser,
} from "#test";
import { shreddedMessageReplayer } from "./erasing.ts";
import { openMail, receiveMail } from "./mail/index.ts";
import { openText, sealText } from "./sealing/index.ts";

const lines: string[] = [];
const log = openLog("debug", { write: (line) => lines.push(line) });
const site = await openTestSite({}, undefined, log);
after(() => site[Symbol.asyncDispose]());
const { database } = site.opened;
const leader = await openTestStaff(site, { name: "Leo Lead", roles: ["lead", "agent"] });

const phrase = "legal winner thank year wave sausage worth useful legal winner thank yellow";
const password = "hunter2trombone99";
const secrets = ["wave sausage worth", password];
const open = { topic: "account", name: "Ada", text: "Where is my money?" };

async function opened(fields = open) {
  const owner = await openTestClient(site);
  const headers = { cookie: owner.cookie };
  const answer = await site.post("/account/tickets", fields, headers);
  assert.equal(answer.status, 303, await answer.clone().text());
  const id = /\/(ticket_\w+)/.exec(answer.headers.get("location") ?? "")?.[1] ?? "";
  assert.ok(isId("ticket", id));
  return { owner, headers, id, place: answer.headers.get("location") ?? "" };
}

/** Takes a mail, as an SMTP server hands it over. */
async function mailed([name, address, id, quoted]: readonly string[], text: string) {
  const config = { MAIL_ADDRESS: "support@larkmoor.example", MAIL_LISTEN: undefined };
  const nowhere = () => Promise.reject(Object.assign(new Error("none"), { code: "ENOTFOUND" }));
  const desk = openMail(site.tickets.tickets, { ...config, MAIL_FROM: undefined }, nowhere);
  assert.ok(desk);
  const header = `From: ${name} <${address}>\r\nMessage-ID: <${id}>\r\nSubject: ${text}`;
  const raw = Buffer.from(`${header}\r\n\r\nHello.\r\n> ${quoted}\r\n`);
  const envelope = { from: address ?? "", to: [config.MAIL_ADDRESS], ip: "192.0.2.1", helo: "a" };
  const { is } = await receiveMail(desk, raw, envelope, site.time.now);
  assert.equal(is, "stored");
}

test("secrets that people type are in no table, file of the database or log, on the page, the API and by mail", async () => {
  const { id, headers, place } = await opened({
    ...open,
    text: `Hello. My password is ${password}, can you look?`,
  });
  const told = await (await site.get(place, headers)).text();
  assert.match(told, /We took a secret out of your message/);
  assert.match(told, /Change it now/);
  const typed = await site.post(
    `/account/tickets/${id}/messages`,
    { text: `my words are ${phrase}` },
    headers,
  );
  assert.match(
    await (await site.get(typed.headers.get("location") ?? "", headers)).text(),
    /Make a new wallet/,
  );
  const sent = await site.app.request("/v1/tickets", {
    method: "POST",
    headers: { ...headers, "content-type": "application/json" },
    body: JSON.stringify({ subject: "other", name: "Ada", comment: { body: phrase } }),
  });
  assert.equal(sent.status, 201);
  assert.deepEqual((await sent.json()).removed, ["seed_phrase"]);
  const browser = new TestBrowser(site);
  const text = `It said ${phrase} and my password is ${password}.`;
  const guest = await browser.post("/support", { ...open, email: "g@example.net", text });
  assert.match(await guest.text(), /We took a secret out of your message/);
  await site.post("/account/tickets", { ...open, topic: "none", text }, headers); // shown again, and not kept
  const tag = "canarytagthatisstoredinplain";
  await site.post(
    `/staff/tickets/${id}/status`,
    { status: "", priority: "normal", tags: tag },
    { cookie: leader.cookie },
  );
  const written = [
    "Mallory Canary",
    "canary.sender@example.org",
    "canary-id@example.org",
    "quoted.canary",
  ];
  await mailed(written, text);
  const form = new FormData();
  for (const [name, value] of Object.entries(open)) form.append(name, value);
  form.append("files", new File([text], "canaryfilename.txt"));
  form.append("files", new File([`%PDF-1.4 canaryinadamagedfile ${password}`], "a.pdf"));
  const body = { method: "POST", body: form, headers: { ...headers, origin: "http://localhost" } };
  const refused = await site.app.request("/account/tickets", body);
  assert.equal(refused.status, 422, "the text waits, sealed, without its secrets");
  written.push("canaryfilename", "canaryinadamagedfile");
  const found = await databaseFilesWith(site.opened, [tag, ...secrets, ...written]);
  assert.ok((found.get(tag) ?? []).length > 0, "what is stored in plain is found");
  for (const secret of [...secrets, ...written]) {
    assert.deepEqual(found.get(secret), [], secret);
  }
  assert.ok(lines.length > 5);
  for (const secret of [...secrets, ...written, "Where is my money", "Hello."]) {
    assert.ok(!lines.some((line) => line.includes(secret)), secret);
  }
});

test("nor on any other way in, nor in a backup", async () => {
  const { owner, headers, id } = await opened();
  const secret = "trumpet5canary";
  const words = "zoo zone zero youth young yellow year wrong wrist wrestle wreck wrap";
  const text = `My password is ${secret} and my words are ${words}.`;
  const browser = new TestBrowser(site);
  const told = (page: string) => assert.match(page, /We took a secret out/);
  const report = { happened: text, contacts: secret, name: "Ada", email: "" };
  for (const cookie of [headers, {}]) {
    told(await (await site.post("/report", { ...report, answer: "none" }, cookie)).text());
  }
  const email = "canary.reporter@example.net";
  told(await (await browser.post("/report", { ...report, answer: "email", email })).text());
  const confirmed = await linkOf("confirm");
  const read = (await browser.post(`/support/confirm/${confirmed}`)).headers.get("location") ?? "";
  const written = await browser.post(`${read}/messages`, { text });
  told(await (await browser.get(written.headers.get("location") ?? "")).text());
  const approached = { text, by: "anonymous", email: "" };
  told(await (await site.post("/report/approach", approached)).text());
  const byStaff = { ...approached, by: "staff" };
  told(await (await site.post("/report/approach", byStaff, { cookie: leader.cookie })).text());
  const noted = { text, kind: "note" };
  await site.post(`/staff/tickets/${id}/messages`, noted, { cookie: leader.cookie });
  const asked = { text, reason: `It is a quote: ${text}` };
  await openTestStaff(site, { roles: ["approver"], team: "oversight", employer: "Vendor" });
  const asking = await site.post(`/staff/tickets/${id}/release`, asked, { cookie: leader.cookie });
  assert.equal(asking.status, 303);
  const typing = { cookie: leader.cookie, accept: "application/json" };
  await site.post(`/staff/tickets/${id}/typing`, { text }, typing);
  const json = { ...headers, "content-type": "application/json" };
  const comment = { body: text };
  for (const body of [{ comment }, { comment, [secret]: text }, { comment: text }]) {
    await site.app.request(`/v1/tickets/${id}/comments`, {
      ...{ method: "POST", body: JSON.stringify(body) },
      headers: { ...json, "idempotency-key": secret },
    });
  }
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...open, text })) form.set(name, value);
  form.set("files", new File([text], `${secret}.txt`, { type: "text/plain" }));
  const filed = { ...headers, origin: "http://localhost" };
  const withFile = { method: "POST", body: form, headers: filed };
  const uploaded = await site.app.request("http://localhost/account/tickets", withFile);
  assert.equal(uploaded.status, 303, await uploaded.clone().text());
  for (const path of ["/check", "/sent"])
    await site.post(path, { input: text, text, message: text });
  const found = encodeURIComponent(text);
  const address = `q=${found}&sent=${found}&done=${found}&back=${found}&lang=${secret}`;
  const said = { ...headers, "user-agent": text, referer: `http://localhost/?${found}` };
  for (const path of ["/help/search", `/account/tickets/${id}`, "/sign-in", `/${found}`]) {
    await site.get(`${path}?${address}`, said);
  }
  await site.post("/sign-in/password", { email: owner.email, password: secret }, said);
  await site.accounts.underWay.settled();
  const { rows } = await database.query<{ id: string }>("select id from tickets.tickets");
  assert.ok(rows.length >= 7);
  for (const row of rows) {
    const path = `/staff/tickets/${idFrom("ticket", row.id)}`;
    const page = await (await site.get(path, { cookie: leader.cookie })).text();
    assert.match(page, /Requester/);
    assert.ok(!page.includes(secret) && !page.includes("wrong wrist wrestle"), page);
  }
  const kept = await databaseFilesWith(site.opened, [secret, "wrong wrist wrestle"]);
  for (const [canary, files] of kept) assert.deepEqual(files, [], canary);
  await using backups = await TestBackups.open();
  const file = backups.path("canary.age");
  await backups.take(site.opened, file);
  const packed = await backups.decrypter().decrypt(await readFile(file));
  const backup = zstdDecompressSync(packed);
  assert.ok(backup.includes(uuidOf(id)), "the backup is read");
  for (const canary of [secret, "wrong wrist wrestle"]) {
    assert.ok(!backup.includes(canary), canary);
    assert.ok(!backup.includes(Buffer.from(canary).toString("hex")), canary);
    assert.ok(!lines.some((line) => line.includes(canary)), canary);
  }
  assert.ok(!lines.some((line) => line.includes(found)));
});

/** What opens the link of the newest message that has one of this name. */
async function linkOf(name: string): Promise<string> {
  const { rows } = await database.query<{ link: `link_${string}` }>(
    "select links ->> $1 as link from outbox.messages where links ? $1 order by id desc limit 1",
    [name],
  );
  assert.ok(rows[0]);
  return site.outbox.linkTokens.tokenFor(rows[0].link);
}

test("a secret that is split over messages takes the former ones along", async () => {
  const { id, headers } = await opened();
  const { desk } = site.tickets.tickets;
  const erasures: Erasure[] = [];
  desk.recordErasure = async (erasure) => void erasures.push(erasure);
  const words = phrase.split(" ");
  for (const text of [words.slice(0, 6).join(" "), words.slice(6).join(" ")]) {
    assert.equal(
      (await site.post(`/account/tickets/${id}/messages`, { text }, headers)).status,
      303,
    );
  }
  const page = await (await site.get(`/account/tickets/${id}`, headers)).text();
  assert.doesNotMatch(page, /legal winner|worth useful/);
  assert.match(page, /This message was destroyed/);
  const { rows } = await database.query<{ salt: Buffer | null; shredded: boolean }>(
    `select salt, shredded_at is not null as shredded from tickets.messages where ticket = $1 order by number`,
    [uuidOf(id)],
  );
  assert.deepEqual(
    rows.map(({ salt, shredded }) => [salt === null, shredded]),
    [
      [false, false],
      [true, true],
      [false, false],
    ],
  );
  const [erasure] = erasures;
  assert.ok(erasure);
  await database.query(
    `update tickets.messages set salt = '\\x00', sealed = '\\x00', shredded_at = null where ticket = $1 and number = 2`,
    [uuidOf(id)],
  );
  await shreddedMessageReplayer.replay(erasure, { database, clock: desk.clock });
  const restored = await database.query<{ sealed: Buffer | null }>(
    "select sealed from tickets.messages where ticket = $1 and number = 2",
    [uuidOf(id)],
  );
  assert.deepEqual(restored.rows, [{ sealed: null }], "a restored backup loses it again");
});

test("a guard that fails lets nothing through, from either side", async () => {
  const { id, headers } = await opened();
  const { desk } = site.tickets.tickets;
  const { guard } = desk;
  const fail = () => {
    throw new Error(phrase);
  };
  const count = async () =>
    (await database.query("select from tickets.messages where ticket = $1", [uuidOf(id)])).rowCount;
  const before = await count();
  const staff = { cookie: leader.cookie };
  try {
    desk.guard = { ...guard, removeSecrets: fail };
    const typed = { text: "Hello?" };
    const held = await site.post(`/account/tickets/${id}/messages`, typed, headers);
    assert.equal(held.status, 503);
    assert.match(await held.text(), /We could not check this message/);
    const answer = { text: "Hello.", kind: "answer" };
    assert.equal((await site.post(`/staff/tickets/${id}/messages`, answer, staff)).status, 503);
    desk.guard = { ...guard, judgeAgentMessage: fail };
    assert.equal((await site.post(`/staff/tickets/${id}/messages`, answer, staff)).status, 503);
    assert.equal((await site.post("/account/tickets", open, headers)).status, 303);
  } finally {
    desk.guard = guard;
  }
  assert.equal(await count(), before);
  assert.ok(!lines.some((line) => line.includes("sausage")));
});

test("no page, stream or answer shows staff a client's address or name", async () => {
  const { id, owner } = await opened();
  const cookie = { cookie: leader.cookie };
  await database.query("update accounts.emails set mask = $2 where client = $1", [
    uuidOf(owner.client),
    `mask-of-${owner.email}`,
  ]);
  const paths = site.app.routes
    .filter(({ method, path }) => method === "GET" && /^\/(?:staff|v1)\/tickets/.test(path))
    .map(({ path }) => path.replace(/:ticket|\{id\}|:id/, id));
  assert.ok(paths.length >= 6, paths.join());
  for (const path of new Set(paths)) {
    const answer = await site.get(path, cookie);
    const isStream = answer.headers.get("content-type") === "text/event-stream";
    const reader = isStream ? answer.body?.getReader() : undefined;
    const said = reader
      ? Buffer.from((await reader.read()).value ?? "").toString()
      : await answer.text();
    await reader?.cancel();
    for (const datum of [owner.email, owner.email.split("@")[0] ?? "", owner.client]) {
      assert.ok(!said.includes(datum), `${path} says ${datum}`);
    }
  }
});

test("whoever has a ticket open is told when a colleague begins to write, and when that one stops", async () => {
  const { id } = await opened();
  const other = await opened();
  const second = await openTestStaff(site, { name: "Sven Second", roles: ["lead"] });
  const path = `/staff/tickets/${id}`;
  const typing = async (text: string) => {
    const asking = { cookie: second.cookie, accept: "application/json" };
    return await (await site.post(`${path}/typing`, { text }, asking)).json();
  };
  let told = 0;
  const stop = site.tickets.live.watch({
    session: { staff: leader.staff, id: leader.session },
    ...{ ticket: id, isFor: () => false, end: () => {} },
    changed: () => {
      told += 1;
    },
  });
  const look = async () => {
    await site.tickets.live.tellChanges(); // it may be one that was begun before
    await site.tickets.live.tellChanges();
    const page = await (await site.get(path, { cookie: leader.cookie })).text();
    const [, hidden] = /data-live="writing"( hidden)?/.exec(page) ?? [];
    return { told, isSaid: hidden === undefined && page.includes("Sven Second is writing") };
  };
  assert.deepEqual(await look(), { told: 0, isSaid: false });
  await site.post(`/staff/tickets/${other.id}/typing`, { text: "Hi" }, { cookie: second.cookie });
  assert.deepEqual(await look(), { told: 0, isSaid: false }, "elsewhere");
  assert.deepEqual(await typing("Please tell me your password"), { wouldStop: true });
  assert.deepEqual(await look(), { told: 1, isSaid: true });
  assert.deepEqual(await typing("Hello"), { wouldStop: false });
  assert.deepEqual(await look(), { told: 1, isSaid: true }, "it goes on");
  site.time.now = new Date(site.time.now.getTime() + 16_000);
  assert.deepEqual(await look(), { told: 2, isSaid: false });
  await typing("Hello again");
  assert.deepEqual(await look(), { told: 3, isSaid: true });
  const sent = { text: "Hello again", kind: "answer" };
  assert.equal((await site.post(`${path}/messages`, sent, { cookie: second.cookie })).status, 303);
  assert.deepEqual(await look(), { told: 4, isSaid: false });
  stop();
});

test("what looks like a number to anybody is a code while somebody signs in", async () => {
  const { id, headers, owner } = await opened();
  const text = "It says 482913";
  const send = async () => {
    const sent = await site.post(`/account/tickets/${id}/messages`, { text }, headers);
    return await (await site.get(sent.headers.get("location") ?? "", headers)).text();
  };
  assert.match(await send(), /It says 482913/);
  const now = site.time.now;
  await database.query(
    `insert into accounts.sign_ins (client, id, secret_hash, browser, network, began_at, ends_at)
     values ($1, $2, '\\x00', 'Firefox on Linux', '192.0.2.10', $3, $4)`,
    [uuidOf(owner.client), uuidOf(newId("signin", now)), now, new Date(now.getTime() + 60_000)],
  );
  assert.match(await send(), /We took a secret out of your message/);
});

test("two halves of a secret that are sent at once are read one after the other", async () => {
  const { id, headers } = await opened();
  const words = phrase.split(" ");
  const halves = [words.slice(0, 6).join(" "), words.slice(6).join(" ")];
  await Promise.all(
    halves.map((text) => site.post(`/account/tickets/${id}/messages`, { text }, headers)),
  );
  const page = await (await site.get(`/account/tickets/${id}`, headers)).text();
  assert.doesNotMatch(page, /legal winner|worth useful/);
  assert.match(page, /This message was destroyed/);
});

test("what is sealed opens in its own place, with its own salt and key, and nowhere else", () => {
  const now = site.time.now;
  const key = createSecretKey(randomBytes(32));
  const place = { is: "message", of: newId("msg", now) } as const;
  const sealed = sealText(key, place, "Grüße");
  assert.equal(openText(key, place, sealed), "Grüße");
  const { salt } = sealText(key, place, "Grüße");
  const wrong = [
    () => openText(key, { is: "message", of: newId("msg", now) }, sealed),
    () => openText(key, { is: "unproven", of: `link_${place.of.slice(4)}` }, sealed),
    () => openText(createSecretKey(randomBytes(32)), place, sealed),
    () => openText(key, place, { ...sealed, salt }),
  ];
  for (const open of wrong) assert.throws(open, /doesn't open/);
});

test("the second part of a secret, sent first, goes with the first", async () => {
  const { id, headers } = await opened();
  const words = phrase.split(" ");
  for (const text of [words.slice(6).join(" "), "Sorry:", words.slice(0, 6).join(" ")]) {
    await site.post(`/account/tickets/${id}/messages`, { text }, headers);
  }
  const page = await (await site.get(`/account/tickets/${id}`, headers)).text();
  assert.doesNotMatch(page, /legal winner|worth useful/);
  assert.match(page, /Sorry:/);
});
