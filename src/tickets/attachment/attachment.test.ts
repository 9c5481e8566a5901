import assert from "node:assert/strict";
import { after, test } from "node:test";
import { crc32 } from "node:zlib";
import sharp from "sharp";
import { type Id, isId, transaction, uuidOf } from "#platform";
import { openTestClient, openTestSite, openTestStaff, somebodyWaits, TestBrowser } from "#test";
import { openMail, receiveMail } from "../mail/index.ts";
import { eraseAttachments } from "./index.ts";
import { pagesMax } from "./limits.ts";

const site = await openTestSite({ ATTACHMENT_MEGABYTES: "1", ATTACHMENTS_AT_ONCE: "3" });
after(() => site[Symbol.asyncDispose]());
const { database } = site.opened;
const leader = await openTestStaff(site, { name: "Leo Lead", roles: ["lead"] });
const stranger = await openTestStaff(site, { name: "Sid Stranger" });
const desk = { cookie: leader.cookie };
const owner = await openTestClient(site);
const own = { cookie: owner.cookie };

const origin = "http://localhost:8080";
const connection = { incoming: { socket: { remoteAddress: "192.0.2.10" } } };
const question = { topic: "other", name: "Ada", text: "What is this?" };
const picture = await sharp({
  create: { width: 60, height: 40, channels: 3, background: "#c03" },
})
  .png()
  .toBuffer();
const jpegStart = "ffd8ff";

type Part = readonly [name: string, bytes: Uint8Array | string];

/** Posts a form with files, as a browser does. */
async function send(
  path: string,
  fields: Record<string, string>,
  files: readonly Part[],
  headers: Record<string, string>,
): Promise<Response> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  for (const [name, bytes] of files) {
    body.append(
      "files",
      new File([typeof bytes === "string" ? bytes : new Uint8Array(bytes)], name),
    );
  }
  const sent = { accept: "text/html", origin, ...headers };
  return await site.app.fetch(
    new Request(origin + path, { method: "POST", body, headers: sent }),
    connection,
  );
}

/** A ticket with files. */
async function opened(...files: Part[]) {
  const answer = await send("/account/tickets", question, files, own);
  assert.equal(answer.status, 303, await answer.clone().text());
  const place = answer.headers.get("location") ?? "";
  const id = /(ticket_\w+)/.exec(place)?.[1] ?? "";
  assert.ok(isId("ticket", id));
  const page = await (await site.get(place, own)).text();
  const attachments = [...page.matchAll(/attachments\/(attachment_\w+)\/1"/g)];
  return { id, page, attachments: attachments.map(([, attachment = ""]) => attachment) };
}

async function openingsOf(id: Id<"ticket">): Promise<string[]> {
  const { rows } = await database.query<{ actor: string }>(
    `select actor_kind as actor from ledger.events where ticket = $1 and kind = 'tickets.attachment_opened'
     order by client_seq`,
    [uuidOf(id)],
  );
  return rows.map(({ actor }) => actor);
}

/** A PDF of some pages with a text, and what opens by itself. */
function pdf(words: string, pages = 1): string {
  const kids = Array.from({ length: pages }, () => "3 0 R").join(" ");
  const text = `BT /F1 18 Tf 20 100 Td (${words}) Tj ET`;
  return [
    "%PDF-1.4",
    "1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>endobj",
    `2 0 obj<</Type/Pages/Kids[${kids}]/Count ${pages}>>endobj`,
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj",
    `4 0 obj<</Length ${text.length}>>stream\n${text}\nendstream endobj`,
    "trailer<</Root 1 0 R>>\n%%EOF",
  ].join("\n");
}

/** A PNG whose header says that it unpacks to so many pixels. */
function saidToBe(width: number, height: number): Buffer {
  const bytes = Buffer.from(picture);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
  return bytes;
}

test("what would break a program is refused in words, and nothing of it is kept", async () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="99999" height="99999"/>`;
  const refused: readonly [Part, RegExp][] = [
    [["a.png", svg], /this is something else/],
    [["b.png", saidToBe(20_000, 20_000)], /more than 40 million pixels/],
    [["c.png", picture.subarray(0, 90)], /can.{1,6}t open this file/],
    [
      ["d.jpg", Buffer.from(`\xff\xd8\xff${"x".repeat(500)}`, "latin1")],
      /can.{1,6}t open this file/,
    ],
    [["e.pdf", pdf("Hello", pagesMax + 1)], /more than 20 pages/],
    [["f.pdf", "%PDF-1.7\nnothing"], /can.{1,6}t open this file/],
    [["g.png", Buffer.concat([picture, Buffer.alloc(1_000_001)])], /has 1\.0 MB, and we take 1 MB/],
    [["evidence.pdf", ""], /There is nothing in this file/],
    [["h.pdf", pdf("my password is hunter2trombone99")], /holds a password/],
  ];
  for (const [part, sentence] of refused) {
    const answer = await send("/account/tickets", question, [part], own);
    const page = await answer.text();
    assert.equal(answer.status, 422, part[0]);
    assert.match(page, sentence, part[0]);
    assert.ok(page.includes(part[0]), "it is named to its sender");
    assert.match(page, /What is this\?<\/textarea>/, "what was typed stays");
  }
  const { rows } = await database.query<{ left: number }>(
    "select ((select count(*) from tickets.uploads) + (select count(*) from tickets.attachments))::integer as left",
  );
  assert.deepEqual(rows, [{ left: 0 }]);
});

test("a refused file loses neither the words nor the files that were good", async () => {
  const first = await send(
    "/account/tickets",
    question,
    [
      ["good.png", picture],
      ["bad.zip", "PK\x03\x04"],
    ],
    own,
  );
  const form = await first.text();
  assert.equal(first.status, 422);
  const token = /name="upload" value="([\w-]+)"/.exec(form)?.[1] ?? "";
  const body = { ...question, upload: token };
  const again = await send("/account/tickets", body, [], own);
  assert.equal(again.status, 303, await again.clone().text());
  const page = await (await site.get(again.headers.get("location") ?? "", own)).text();
  assert.match(page, /Picture 1/);
  const third = await send("/account/tickets", body, [], own);
  assert.match(await third.text(), /waited for too long/, "it goes with one message");
  const gone = await database.query("select from tickets.uploads");
  assert.equal(gone.rowCount, 0);
});

test("a form that is far too big keeps what was typed", async () => {
  const big: Part = ["big.png", Buffer.alloc(3_500_000, 7)];
  const answer = await send("/account/tickets", question, [big, big], own);
  const page = await answer.text();
  assert.match(page, /more than 3 MB together/);
  assert.match(page, /What is this\?<\/textarea>/);
  const anonymous = { pasted: "Move your coins", answer: "email", email: "guest@example.net" };
  const report = await (await send("/report", anonymous, [big, big], {})).text();
  assert.match(report, /guest@example\.net/, "our form has all its words before the files");
  const fields = [...report.matchAll(/<(?:input|textarea|select|button)[^>]*/g)].map(
    ([tag]) => tag,
  );
  assert.match(fields.slice(fields.findIndex((tag) => tag.includes('"files"')))[1] ?? "", /submit/);
  const many = await send("/account/tickets", question, Array(4).fill(["a.png", picture]), own);
  assert.match(await many.text(), /We take 3 files at once/);
});

test("an agent opens a file by an act of its own, which is logged before a byte leaves", async () => {
  const { id, page, attachments } = await opened(
    ["my-passport.png", picture],
    ["b.pdf", pdf("Hello", 2)],
  );
  assert.match(page, /Picture 1/);
  assert.match(page, /Document 2/);
  assert.match(page, /Nobody here has opened it yet/);
  const ticket = await (await site.get(`/staff/tickets/${id}`, desk)).text();
  assert.match(ticket, /Not scanned for viruses/);
  assert.doesNotMatch(ticket, /my-passport/);
  assert.doesNotMatch(
    ticket,
    /<img|attachments\/attachment_\w+"[^>]*href/,
    "nothing is shown by itself",
  );
  assert.deepEqual(await openingsOf(id), [], "looking at the ticket opens nothing");
  const path = `/staff/tickets/${id}/attachments/${attachments[0]}`;
  assert.equal((await site.get(path, desk)).status, 405);
  const other = { cookie: stranger.cookie };
  assert.equal((await site.post(path, { page: "1" }, other)).status, 404);
  assert.equal((await site.post(path, { page: "2" }, desk)).status, 404);
  assert.deepEqual(await openingsOf(id), []);
  const { appender } = site;
  const append = appender.append.bind(appender);
  appender.append = async () => {
    throw new Error("the ledger takes nothing");
  };
  const unlogged = await site.post(path, { page: "1" }, desk);
  appender.append = append;
  assert.equal(unlogged.status, 500);
  assert.ok(
    !Buffer.from(await unlogged.arrayBuffer())
      .toString("hex")
      .startsWith(jpegStart),
  );
  const shown = await site.post(path, { page: "1" }, desk);
  assert.equal(shown.status, 200);
  const headers = Object.fromEntries(shown.headers);
  assert.equal(headers["content-type"], "image/jpeg");
  assert.equal(headers["content-disposition"], 'inline; filename="picture-1.jpg"');
  assert.equal(headers["cache-control"], "no-store");
  assert.equal(headers["x-content-type-options"], "nosniff");
  assert.match(headers["content-security-policy"] ?? "", /^default-src 'none'; sandbox/);
  const bytes = Buffer.from(await shown.arrayBuffer());
  assert.deepEqual((await sharp(bytes).metadata()).width, 60);
  assert.deepEqual(await openingsOf(id), ["staff"]);
  const second = await site.post(
    `/staff/tickets/${id}/attachments/${attachments[1]}`,
    { page: "2" },
    desk,
  );
  assert.match(second.headers.get("content-disposition") ?? "", /document-2-page-2\.jpg/);
  const after = await (await site.get(`/account/tickets/${id}`, own)).text();
  assert.match(after, /Opened by us on November 20, 2026/);
  const mine = await site.get(`/account/tickets/${id}/attachments/${attachments[0]}/1`, own);
  assert.equal(mine.status, 200);
  const theirs = await openTestClient(site);
  const stolen = await site.get(`/account/tickets/${id}/attachments/${attachments[0]}/1`, {
    cookie: theirs.cookie,
  });
  assert.equal(stolen.status, 404);
});

test("a text loses its secrets as a message does, and its owner is told at once", async () => {
  const text = "They wrote:\r\nmy password is hunter2trombone99\r\n";
  const { id, page, attachments } = await opened(["sms.txt", text]);
  assert.match(page, /We took a secret out of your message/);
  assert.match(page, /Text 1/);
  const shown = await site.post(
    `/staff/tickets/${id}/attachments/${attachments[0]}`,
    { page: "1" },
    desk,
  );
  assert.equal(shown.headers.get("content-type"), "text/plain; charset=utf-8");
  const words = await shown.text();
  assert.match(words, /They wrote:\n/);
  assert.doesNotMatch(words, /trombone/);
});

test("without its owner's keys or its own place a file opens nowhere, and erasing takes it along", async () => {
  const { id, attachments } = await opened(["a.png", picture], ["b.png", picture]);
  const path = `/staff/tickets/${id}/attachments/${attachments[0]}`;
  const swapped = await database.query(
    `update tickets.attachment_pages p set sealed = q.sealed from tickets.attachment_pages q
     where p.ticket = $1 and q.ticket = $1 and p.attachment <> q.attachment`,
    [uuidOf(id)],
  );
  assert.equal(swapped.rowCount, 2);
  assert.equal((await site.post(path, { page: "1" }, desk)).status, 500);
  await transaction(database, (joining) => eraseAttachments(joining, owner.client));
  assert.equal((await site.post(path, { page: "1" }, desk)).status, 404);
  const left = await database.query("select from tickets.attachment_pages");
  assert.equal(left.rowCount, 0);
});

test("a program hands in a file first, and the comment that takes it has it once", async () => {
  const headers = { ...own, "content-type": "application/octet-stream" };
  const hand = (body: Buffer) =>
    site.app.fetch(
      new Request(`${origin}/v1/uploads`, { method: "POST", body: new Uint8Array(body), headers }),
      connection,
    );
  const refused = await hand(Buffer.from("PK\x03\x04"));
  assert.equal(refused.status, 422);
  assert.match((await refused.json()).detail, /this is something else/);
  const { upload } = await (await hand(picture)).json();
  assert.equal(upload.kind, "picture");
  const sealed = await database.query<{ pages: Buffer[] }>("select pages from tickets.uploads");
  assert.ok(!sealed.rows[0]?.pages[0]?.toString("hex").startsWith(jpegStart));
  const write = (name: string) =>
    site.app.request("/v1/tickets", {
      method: "POST",
      headers: { ...own, "content-type": "application/json", "idempotency-key": name },
      body: JSON.stringify({
        subject: "other",
        name: "Ada",
        comment: { body: "Look.", uploads: [upload.token] },
      }),
    });
  const created = await write("one");
  assert.equal(created.status, 201, await created.clone().text());
  const { ticket } = await created.json();
  assert.deepEqual(
    (await (await write("one")).json()).ticket.id,
    ticket.id,
    "sent again, it is the same",
  );
  assert.equal((await write("two")).status, 422);
  const listed = await (
    await site.app.request(`/v1/tickets/${ticket.id}/comments`, { headers: own })
  ).json();
  const [attachment] = listed.comments[0].attachments;
  assert.equal(attachment.scanned, false);
  const page = await site.app.request(attachment.content_urls[0], { headers: own });
  assert.equal(page.headers.get("content-type"), "image/jpeg");
  assert.equal((await site.app.request(attachment.content_urls[0])).status, 403);
});

test("what a proven sender attaches to a mail comes along; of a stranger's nothing is opened", async () => {
  const config = { MAIL_ADDRESS: "support@larkmoor.example", MAIL_LISTEN: undefined };
  const records: Record<string, string[][]> = {
    "TXT example.net": [["v=spf1 ip4:192.0.2.10 -all"]],
    "TXT _dmarc.example.net": [["v=DMARC1; p=reject"]],
  };
  const mail = openMail(
    site.tickets.tickets,
    { ...config, MAIL_FROM: undefined },
    async (name, type) => {
      const found = records[`${type} ${name}`];
      if (!found) throw Object.assign(new Error("none"), { code: "ENOTFOUND" });
      return found;
    },
  );
  assert.ok(mail);
  const receive = async (from: string, id: string) => {
    const part = (type: string, bytes: Uint8Array) =>
      `--b\r\nContent-Type: ${type}; name="CANARYNAME.png"\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(bytes).toString("base64")}\r\n`;
    const raw = [
      `From: ${from}\r\nTo: ${config.MAIL_ADDRESS}\r\nMessage-ID: <${id}@example.net>\r\nSubject: Look`,
      "\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n",
      "--b\r\nContent-Type: text/plain\r\n\r\nHello.\r\n",
      part("image/png", picture),
      part("application/zip", Buffer.from("PK\x03\x04")),
      "--b--\r\n",
    ].join("");
    const envelope = { from, to: [config.MAIL_ADDRESS], ip: "192.0.2.10", helo: "mx.example.net" };
    const received = await receiveMail(mail, Buffer.from(raw), envelope, site.time.now);
    assert.ok(received.is === "stored");
    return await (await site.get(`/staff/tickets/${received.ticket}`, desk)).text();
  };
  const proven = await receive(owner.email, "one");
  assert.match(proven, /Picture 1/);
  assert.match(proven, /One attachment was not taken/);
  assert.doesNotMatch(proven, /CANARYNAME/);
  const stranger = await receive("eve@silent.example", "two");
  assert.doesNotMatch(stranger, /Picture 1/);
  assert.match(stranger, /2 attachments were not taken/);
});

test("a picture goes with a report, and waits with a guest's words until the address is proven", async () => {
  const report = { pasted: "", answer: "none" };
  const sent = await send("/report", report, [["sms.png", picture]], {});
  assert.equal(sent.status, 200, await sent.clone().text());
  const { rows } = await database.query<{ reporter: string }>(
    `select r.reporter from tickets.scam_reports r join tickets.attachments a on a.client = r.client and a.ticket = r.ticket`,
  );
  assert.deepEqual(rows, [{ reporter: "anonymous" }]);
  const browser = new TestBrowser(site);
  await browser.get("/support");
  const asked = await send(
    "/support",
    { ...question, email: "guest@example.net" },
    [["sms.png", picture]],
    { cookie: browser.cookie },
  );
  assert.equal(asked.status, 200, await asked.clone().text());
  const links = await database.query<{ links: { confirm: Id<"link"> } }>(
    "select links from outbox.messages order by id desc limit 1",
  );
  const link = links.rows[0]?.links.confirm;
  assert.ok(link);
  const led = await browser.get(`/links/${site.outbox.linkTokens.tokenFor(link)}`);
  const proven = await browser.post(led.headers.get("location") ?? "");
  const place = proven.headers.get("location") ?? "";
  const page = await (await browser.get(place)).text();
  const path =
    /\/support\/tickets\/ticket_\w+\/attachments\/attachment_\w+\/1/.exec(page)?.[0] ?? "";
  assert.equal((await browser.get(path)).headers.get("content-type"), "image/jpeg");
  assert.equal((await new TestBrowser(site).get(path)).status, 404);
});

test("nobody opens a file behind a no, not even who asks for it while the client says it", async () => {
  const reader = await openTestStaff(site, { roles: ["lead"] });
  const { cookie } = reader;
  const { id, attachments } = await opened(["a.png", picture]);
  assert.equal((await site.get(`/staff/tickets/${id}`, { cookie })).status, 200);
  const path = `/staff/tickets/${id}/attachments/${attachments[0]}`;
  const [said, asked] = await transaction(database, async (joining) => {
    await joining.query("select from tickets.tickets where id = $1 for update", [uuidOf(id)]);
    const said = site.vault.doubts.say(owner.client, { is: "ticket", id }, "no", site.time.now);
    await somebodyWaits(database);
    const asked = site.post(path, { page: "1" }, { cookie });
    await Promise.race([somebodyWaits(database, 2), asked]);
    return [said, asked];
  });
  await said;
  assert.equal((await asked).status, 404);
  assert.deepEqual(await openingsOf(id), []);
});
