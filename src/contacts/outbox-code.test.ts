import assert from "node:assert/strict";
import { after, test } from "node:test";
import { newId, transaction } from "#platform";
import { openTestClient, openTestSite, sentTo } from "#test";

const site = await openTestSite();
after(() => site[Symbol.asyncDispose]());
const ada = await openTestClient(site);
const eve = await openTestClient(site);
const sent = await welcomed();

async function welcomed() {
  const { now } = site.time;
  const to = { is: "client" as const, id: ada.client, language: "en" };
  const links = { not_me: newId("link", now) };
  const values = { when: now, device: "Safari on iOS" };
  await transaction(site.opened.database, (joining) =>
    site.outbox.send(to, { template: "passkey_added", values, links }, now, joining),
  );
  const [message] = await sentTo(site, ada.client);
  assert.ok(message);
  return message;
}

async function check(input: string, cookie?: string) {
  const response = await site.app.fetch(
    new Request("http://localhost:8080/v1/checks", {
      method: "POST",
      body: JSON.stringify({ input }),
      headers: { "content-type": "application/json", ...(cookie && { cookie }) },
    }),
    { incoming: { socket: { remoteAddress: "192.0.2.10" } } },
  );
  const { verdict, kind, reasons } = await response.json();
  return { verdict, kind, reasons: reasons.map(({ code }: { code: string }) => code) };
}

test("a typed code: signed out, one answer to all; signed in, whether it is of a message to me", async () => {
  const invented = "7KQ4-M2XD";
  const signedOut = {
    ...{ verdict: "ask_signed_in", kind: "outbox_code" },
    reasons: ["outbox_code_ask_signed_in"],
  };
  assert.deepEqual(await check(sent.code), signedOut);
  assert.deepEqual(await check(invented), signedOut);
  const unknown = { verdict: "not_ours", kind: "outbox_code", reasons: ["outbox_code_unknown"] };
  assert.deepEqual(await check(sent.code, eve.cookie), unknown);
  assert.deepEqual(await check(invented, ada.cookie), unknown);
  const mine = await check(sent.code, ada.cookie);
  assert.deepEqual([mine.verdict, mine.reasons], ["ours_never_proof", ["outbox_code_yours"]]);
});

test("a code is one however it is typed, and says what a code says", async () => {
  const mine = await check(sent.code, ada.cookie);
  for (const typed of [
    sent.code.replace("-", ""),
    sent.code.replace("-", " "),
    sent.code.replace("-", "\u2013"),
    `${sent.code}.`,
    `Code of this message: ${sent.code}`,
  ]) {
    assert.deepEqual(await check(typed, ada.cookie), mine, typed);
  }
  const dashed = await check(sent.code.replace("-", "\u2013"));
  assert.deepEqual(dashed, await check(sent.code));
});

test("a pasted message of ours is ours to its addressee, and nobody else's business", async () => {
  const mine = await check(sent.text, ada.cookie);
  assert.deepEqual([mine.verdict, mine.reasons], ["ours", ["outbox_sent_to_you"]]);
  assert.ok(!(await check(sent.text)).verdict.startsWith("ours"));
  assert.ok(!(await check(sent.text, eve.cookie)).verdict.startsWith("ours"));
});

test("our code on other words makes nothing better", async () => {
  for (const words of [
    `Your account is locked. Code ${sent.code}.`,
    `Open https://larkmoor.example now. Code ${sent.code}.`,
    `Send us your password. Code of this message: ${sent.code}`,
    sent.text.replace("was added", "was stolen"),
  ]) {
    const { verdict, reasons } = await check(words, ada.cookie);
    assert.ok(!verdict.startsWith("ours"), `${words}: ${verdict}`);
    assert.equal(reasons[0], "outbox_words_changed");
  }
  const asking = await check(`Send us your password. Code of this message: ${sent.code}`);
  assert.equal(asking.verdict, "not_ours");
});
