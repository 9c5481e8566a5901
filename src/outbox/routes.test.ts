import assert from "node:assert/strict";
import { after, test } from "node:test";
import { type Id, newId, transaction } from "#platform";
import { openTestClient, openTestSite, type SentNotice, sentTo } from "#test";

const mailFrom = "no-reply@larkmoor.example";
const site = await openTestSite({ MAIL_FROM: mailFrom });
after(() => site[Symbol.asyncDispose]());
const ada = await openTestClient(site);
const eve = await openTestClient(site);
const hers = await send(ada.client);

async function send(client: Id<"client">): Promise<SentNotice> {
  const { now } = site.time;
  const id = await transaction(site.opened.database, (joining) =>
    site.outbox.send(
      { is: "client", id: client, language: "en" },
      {
        template: "passkey_added",
        values: { when: now, device: "Safari on iOS" },
        links: { not_me: newId("link", now) },
      },
      now,
      joining,
    ),
  );
  const sent = (await sentTo(site, client)).find((message) => message.id === id);
  assert.ok(sent);
  return sent;
}

/** A mail as it arrives, or with something else in its head and words. */
function mailOf(sent: SentNotice, changed: { head?: string[]; text?: string } = {}): string {
  const head = changed.head ?? [`From: Larkmoor <${mailFrom}>`, `Subject: ${sent.subject}`];
  const lines = [...head, "To: ada@example.net", "MIME-Version: 1.0", "Content-Type: text/plain"];
  return [...lines, "", changed.text ?? sent.text].join("\r\n").replace(/\r?\n/g, "\r\n");
}

async function ask(input: string, cookie?: string): Promise<{ answer: string; heading: string }> {
  const response = await site.app.fetch(
    new Request("http://localhost:8080/v1/outbox/checks", {
      method: "POST",
      body: JSON.stringify({ input }),
      headers: { "content-type": "application/json", ...(cookie && { cookie }) },
    }),
    { incoming: { socket: { remoteAddress: `198.51.100.${(asked++ % 200) + 1}` } } },
  );
  assert.equal(response.status, 200);
  return await response.json();
}
let asked = 0;

test("the addressee hears a yes: of the code, of the pasted words, of the raw mail", async () => {
  const { subject, text, code } = hers;
  for (const input of [
    code,
    code.toLowerCase().replace("-", " "),
    text,
    `  ${text.replaceAll("\n", "\r\n   ")}`,
    `${subject}\n\n${text}`,
    mailOf(hers),
  ]) {
    assert.equal((await ask(input, ada.cookie)).answer, "ours", input.slice(0, 60));
  }
  const answer = await ask(text, ada.cookie);
  assert.deepEqual(answer, {
    answer: "ours",
    heading: "Yes. We sent you this.",
    why: "We sent it on November 20, 2026, about your account's security: “A passkey was added”.",
    sent_at: "2026-11-20T12:00:00.000Z",
    about: "your account's security",
    subject: "A passkey was added",
  });
});

test("a message is ours as the inbox shows it, too, with what stands above it or without", async () => {
  const page = await (await site.get(`/inbox/${hers.id}`, { cookie: ada.cookie })).text();
  const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(page)?.[1] ?? "";
  const textOf = (html: string) =>
    html
      .replace(/<\/(?:p|h1|header)>/g, "\n")
      .replace(/<[^>]+>/g, "")
      .replaceAll("&#39;", "'")
      .trim();
  const article = /<article[^>]*>([\s\S]*)<\/article>/.exec(main)?.[1] ?? "";
  const whole = /<header>[\s\S]*<\/article>/.exec(main)?.[0] ?? "";
  assert.match(textOf(article), /This was not me: lock my account/);
  for (const input of [textOf(article), textOf(whole), `${hers.subject}\n${textOf(article)}`]) {
    const { answer, heading } = await ask(input, ada.cookie);
    assert.deepEqual([answer, heading], ["ours", "Yes. We sent you this."], input);
    assert.equal((await ask(`${input}\nCall us now.`, ada.cookie)).answer, "changed");
    assert.equal((await ask(input)).answer, "ask_signed_in");
  }
});

test("a code counts as one with what stands around it in its message, when nothing else is said", async () => {
  const { code } = hers;
  const typed = (await ask(code, ada.cookie)).heading;
  const line = `Code of this message: ${code}`;
  for (const input of [line, `> ${line}`, `${code}.`, `(${code})`, `<${code}>`, `Code: ${code}`]) {
    const { answer, heading } = await ask(input, ada.cookie);
    assert.deepEqual([answer, heading], ["ours", typed], input);
  }
  for (const input of [
    ...[`\u200e${line}`, `\u2068${line}\u2069`, line.replace("mess", "mess\u00ad"), `´${line}´`],
    ...[`\u200e${code}`, `\u2068${code}\u2069`, code.replace("-", "\u2060-\u2060"), `´${code}´`],
    ...[`Code: \u200b${code}`, `\u0085${line}`, `${code}\ufe0e`],
  ]) {
    const { answer, heading } = await ask(input, ada.cookie);
    assert.deepEqual([answer, heading], ["ours", typed], JSON.stringify(input));
  }
  for (const said of [
    "Code of this call:",
    "🇵🇦🇾 🇺🇸",
    "🅲🅰🅻🅻",
    "ⓒⓐⓛⓛ",
    "⠉⠁⠇⠇",
    "ＣＡＬＬ",
    "\u200eCall\u200b",
  ]) {
    assert.equal((await ask(`${said} ${line}`, ada.cookie)).answer, "changed", said);
  }
});

test("a genuine code on changed words is a no", async () => {
  const { text, code, subject } = hers;
  const from = `From: Larkmoor <${mailFrom}>`;
  for (const input of [
    text.replace("was added", "was not added"),
    text.replace("/links/", "/1inks/"),
    text.replace("localhost:8080/sent", "larkmoor-sent.example"),
    `${text}\nCall us now.`,
    `Call us about ${code} now.`,
    mailOf(hers, { text: `${text}\r\nCall us.` }),
    mailOf(hers, { head: ["From: Larkmoor <care@larkmoor-help.example>", `Subject: ${subject}`] }),
    mailOf(hers, { head: [from, "Subject: Call us now"] }),
    mailOf(hers, { head: [from, `Subject: ${subject}`, "Reply-To: thief@example.org"] }),
    mailOf(hers, { head: [from, "From: b@example.org", `Subject: ${subject}`] }),
  ]) {
    const { answer } = await ask(input, ada.cookie);
    assert.notEqual(answer, "ours", input.slice(0, 200));
  }
});

test("a mail with another form of the words, or with a file, is not ours, whatever its plain words are", async () => {
  const parts = (more: string) =>
    [
      `From: Larkmoor <${mailFrom}>`,
      `Subject: ${hers.subject}`,
      "MIME-Version: 1.0",
      'Content-Type: multipart/mixed; boundary="b"',
      "",
      `--b\nContent-Type: text/plain\n\n${hers.text}`,
      `--b\n${more}`,
      "--b--",
    ].join("\n");
  for (const more of [
    "Content-Type: text/html\n\n<p>Call us</p>",
    'Content-Type: application/pdf\nContent-Disposition: attachment; filename="a.pdf"\n\nx',
  ]) {
    assert.equal((await ask(parts(more), ada.cookie)).answer, "not_ours");
  }
});

test("nobody else hears more than that the addressee can ask, whether there is such a message or not", async () => {
  const invented = "7KQ4-M2XD";
  const [genuine, made] = [await ask(hers.code), await ask(invented)];
  assert.deepEqual(genuine, made);
  assert.equal(genuine.answer, "ask_signed_in");
  assert.deepEqual(await ask(hers.text), await ask(hers.text.replace("passkey", "password")));
  assert.deepEqual(await ask(hers.code, eve.cookie), await ask(invented, eve.cookie));
  assert.deepEqual(await ask(hers.text, eve.cookie), await ask(invented, eve.cookie));
  assert.equal((await ask("Your account is locked. Call us.")).answer, "not_ours");
});

test("the page asks and answers, without an address that holds what was pasted", async () => {
  const page = await site.get("/sent", { cookie: ada.cookie });
  assert.equal(page.status, 200);
  const answer = await site.post("/sent", { message: hers.text }, { cookie: ada.cookie });
  const html = await answer.text();
  assert.ok(html.includes("Yes. We sent you this.") && html.includes(`/inbox/${hers.id}`));
  const out = await (await site.post("/sent", { message: hers.text })).text();
  assert.ok(out.includes("We tell only the person it was sent to.") && !out.includes("/inbox/"));
  assert.equal((await site.post("/sent", { message: " " })).status, 400);
});

test("the inbox holds everything that mail says, and only the addressee opens it", async () => {
  const list = await (await site.get("/inbox", { cookie: ada.cookie })).text();
  assert.ok(list.includes(hers.subject) && list.includes("New"));
  const path = `/inbox/${hers.id}`;
  const page = await (await site.get(path, { cookie: ada.cookie })).text();
  for (const line of hers.text.split("\n")) {
    const said = line.replace(/http\S+/, "").trim();
    assert.ok(page.includes(said.replaceAll("'", "&#39;")), line);
  }
  assert.ok(page.includes(`href="/links/${hers.tokens.not_me}"`));
  assert.ok(page.includes("This was not me: lock my account"));
  assert.equal((await site.get(path, { cookie: eve.cookie })).status, 404);
  const signIn = await site.get(path);
  assert.equal(signIn.headers.get("location"), `/sign-in?back=${encodeURIComponent(path)}`);
  const unread = await site.post(`${path}/read`, {});
  assert.equal(unread.headers.get("location"), "/sign-in?back=%2Finbox&undone");
});

test("opening a message changes nothing; saying that it was read does", async () => {
  const path = `/inbox/${hers.id}`;
  const readAt = async () => (await sentTo(site, ada.client))[0]?.readAt;
  assert.equal(await readAt(), undefined);
  await site.post(`${path}/read`, {}, { cookie: eve.cookie });
  assert.equal(await readAt(), undefined);
  const marked = await site.post(`${path}/read`, {}, { cookie: ada.cookie });
  assert.deepEqual([marked.status, marked.headers.get("location")], [303, "/inbox"]);
  assert.ok((await readAt()) instanceof Date);
});

test("the developer's mailbox is there for nobody but who sits at this machine", async () => {
  const open = async (on: typeof site, headers: Record<string, string>, remoteAddress: string) => {
    const asking = { headers: { accept: "text/html", ...headers } };
    const request = new Request("http://localhost:8080/dev/mailbox", asking);
    const { status } = await on.app.fetch(request, { incoming: { socket: { remoteAddress } } });
    return status;
  };
  const host = "localhost:8080";
  assert.equal(await open(site, { host }, "127.0.0.1"), 200);
  assert.equal(await open(site, { host }, "192.0.2.1"), 404);
  assert.equal(await open(site, { host: "rebound.example" }, "127.0.0.1"), 404);
  for (const header of ["x-forwarded-for", "forwarded", "x-forwarded-host", "via", "x-real-ip"]) {
    assert.equal(await open(site, { host, [header]: "192.0.2.1" }, "127.0.0.1"), 404, header);
  }
});
