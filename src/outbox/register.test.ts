import assert from "node:assert/strict";
import { createSecretKey } from "node:crypto";
import { after, test } from "node:test";
import { type Id, newId, transaction, uuidOf } from "#platform";
import { openTestSite, sentTo } from "#test";
import type { Addressee } from "./addressee.ts";
import type { Message } from "./message.ts";
import { Register } from "./register.ts";
import { noticesFolder } from "./settings.ts";
import { loadTemplates, Templates } from "./templates.ts";

const site = await openTestSite();
const { outbox, opened } = site;
after(() => site[Symbol.asyncDispose]());

const someone = (): Addressee & { is: "client" } => ({
  is: "client",
  id: newId("client", site.time.now),
  language: "en",
});
const link = (): Id<"link"> => newId("link", site.time.now);
const added = (): Message => ({
  template: "passkey_added",
  values: { when: site.time.now, device: "Firefox on Android" },
  links: { not_me: link() },
});

function send(to: Addressee, message: Message): Promise<Id<"notice">> {
  return transaction(opened.database, (joining) =>
    outbox.send(to, message, site.time.now, joining),
  );
}

test("a message says what its template says, with its code, how to check it, and links that only we can make", async () => {
  const to = someone();
  const message = added();
  const id = await send(to, message);
  const [sent, ...more] = await sentTo(site, to.id);
  assert.ok(sent && more.length === 0);
  assert.equal(sent.id, id);
  assert.equal(sent.subject, "A passkey was added");
  assert.match(sent.code, /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  const { not_me: token = "" } = sent.tokens;
  assert.equal(outbox.linkTokens.linkIn(token), message.links?.not_me);
  assert.equal(
    outbox.linkTokens.linkIn(`${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`),
    undefined,
  );
  for (const said of [
    "on November 20, 2026, 12:00 UTC, with Firefox on Android.",
    `http://localhost:8080/links/${token}`,
    `Code of this message: ${sent.code}`,
    "Type localhost:8080/sent into your browser yourself",
    "Is it really from Larkmoor?",
  ]) {
    assert.ok(sent.text.includes(said), said);
  }
});

test("the database alone has neither a code nor what opens a link", async () => {
  const to = someone();
  await send(to, added());
  const [sent] = await sentTo(site, to.id);
  const { rows } = await opened.database.query(
    "select row_to_json(m)::text || coalesce((select string_agg(e.details, '') from ledger.events e), '') as kept from outbox.messages m",
  );
  const kept = JSON.stringify(rows);
  assert.ok(sent?.tokens.not_me);
  assert.ok(!kept.includes(sent.code) && !kept.includes(sent.tokens.not_me));
  assert.ok(!kept.includes(sent.code.replace("-", "")));
});

test("every message is an event, in the transaction of who sends it", async () => {
  const to = someone();
  const id = await send(to, added());
  const { rows } = await opened.database.query(
    "select details from ledger.events where kind = 'outbox.message_registered' and client = $1",
    [uuidOf(to.id)],
  );
  const details = JSON.parse(rows[0]?.details);
  assert.deepEqual([details.notice, details.template], [id, "passkey_added"]);
  const undone = someone();
  await assert.rejects(
    transaction(opened.database, async (joining) => {
      await outbox.send(undone, added(), site.time.now, joining);
      throw new Error("changed my mind");
    }),
  );
  assert.deepEqual(await sentTo(site, undone.id), []);
});

test("what a template has no place for, and what isn't of its type, is a bug", async () => {
  const { values, links } = added();
  const wrong: Partial<Message>[] = [
    { template: "no_such_template" },
    { values: {} },
    { values: { ...values, name: "Ada" } },
    { values: { ...values, when: "yesterday" } },
    { values: { ...values, device: "call +1 202 555 0100" } },
    { values: { ...values, device: "Firefox on your call to +1 202 555 0100" } },
    { links: {} },
    { links: { ...links, other: link() } },
  ];
  for (const change of wrong) {
    await assert.rejects(send(someone(), { ...added(), ...change }), Error, JSON.stringify(change));
  }
});

test("every template can be sent", async () => {
  const to = someone();
  const { rows } = await opened.database.query("select source from outbox.templates");
  assert.ok(rows.length > 30);
  const starts = { at: site.time.now, timeZone: "America/Argentina/Buenos_Aires" };
  const samples: Record<string, string | Date | typeof starts> = {
    ...{ moment: site.time.now, zoned_moment: starts, device: "Safari on iOS" },
  };
  for (const { source } of rows) {
    const form = JSON.parse(source);
    const sample = (type: string | string[]) =>
      Array.isArray(type) ? (type[0] ?? "") : (samples[type] ?? 1);
    const values = Object.fromEntries(
      Object.entries<string | string[]>(form.parameters).map(([name, type]) => [
        name,
        sample(type),
      ]),
    );
    const links = Object.fromEntries(Object.keys(form.links).map((name) => [name, link()]));
    const entry = form.calendar && { of: newId("call", site.time.now), sequence: 1, minutes: 15 };
    await send(to, { template: form.name, values, links, ...(entry && { entry }) });
  }
  for (const { text, template } of await sentTo(site, to.id)) {
    assert.doesNotMatch(text, /[{}]|undefined|null/, template);
  }
});

test("a template that changes leaves old messages in their own words", async () => {
  const to = someone();
  const options = {
    database: opened.database,
    appender: site.appender,
    key: createSecretKey(Buffer.alloc(32, 7)),
    firm: async () => "Larkmoor",
    site: "https://help.example.com",
  };
  const today = await loadTemplates(noticesFolder);
  const forms = today.all.map(({ form }) => ({ ...form, body: `Dear client,\n\n${form.body}` }));
  const now = site.time.now;
  const old = await Register.open({ ...options, templates: today }, now);
  const next = await Register.open({ ...options, templates: new Templates(forms) }, now);
  const wordsIn = async (register: Register) => {
    const messages = await register.reader.sentTo(to);
    return messages.map(({ words }) => words?.text.includes("Dear client"));
  };
  await transaction(opened.database, (joining) => old.send(to, added(), now, joining));
  const later = new Date(now.getTime() + 1_000);
  await transaction(opened.database, (joining) => next.send(to, added(), later, joining));
  assert.deepEqual(await wordsIn(old), [true, false]);
  assert.deepEqual(await wordsIn(next), [true, false]);
});
