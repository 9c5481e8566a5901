import assert from "node:assert/strict";
import { test } from "node:test";
import { createChecker } from "./check.ts";
import type { Contact } from "./directory.ts";
import { readDirectoryFile } from "./directory-files.ts";

// A link, an address or a store's page is ours only when the whole of it leads to the listed contact alone.

const now = new Date("2026-11-20T12:00:00Z");
const kraken = await readDirectoryFile(
  new URL("../../examples/kraken.directory.json", import.meta.url),
);
const handles: Contact[] = "medium youtube discord linkedin tiktok threads x telegram"
  .split(" ")
  .map((network) => ({ type: "handle", network, value: "@krakenfx" }));
const checker = createChecker({
  ...kraken,
  contacts: [
    ...kraken.contacts,
    ...handles,
    { type: "handle", network: "bluesky", value: "kraken.com" },
    { type: "handle", network: "whatsapp", value: "+1 202 555 0100" },
    { type: "app", value: "com.kraken.invest.app" },
    { type: "app", value: "1481947260" },
  ],
});
const check = (input: string) => checker.check(input, now);

for (const input of [
  "https://wa.me/12025550100",
  "https://wa.me/12025550100?text=hello",
  "https://api.whatsapp.com/send?phone=12025550100",
  "https://medium.com/@krakenfx",
  "https://www.youtube.com/@krakenfx",
  "https://discord.gg/krakenfx",
  "https://discord.com/invite/krakenfx",
  "https://www.linkedin.com/company/krakenfx/",
  "https://www.tiktok.com/@krakenfx",
  "https://www.threads.net/@krakenfx",
  "https://bsky.app/profile/kraken.com",
  "https://x.com/krakenfx",
  "https://t.me/krakenfx",
  "https://play.google.com/store/apps/details?id=com.kraken.invest.app",
  "https://play.google.com/store/apps/details?id=com.kraken.invest.app&hl=en&gl=US",
  "https://apps.apple.com/app/id1481947260",
  "https://apps.apple.com/us/app/id1481947260",
  "https://apps.apple.com/us/app/kraken-buy-crypto/id1481947260?l=en",
  "https://kraken.com/",
]) {
  test(`ours: ${input}`, () => assert.equal(check(input).verdict, "ours"));
}

for (const input of [
  "https://wa.me/18885550199?phone=12025550100",
  "https://wa.me/message/EVIL?phone=12025550100",
  "https://whatsapp.com/channel/evil?phone=12025550100",
  "https://api.whatsapp.com/redirect?url=https://evil.com&phone=12025550100",
  "https://api.whatsapp.com/send?phone=12025550100&phone=18885550199",
  "https://api.whatsapp.com/send?phone=12025550100#x",
  "https://medium.com/krakenfx",
  "https://youtube.com/krakenfx",
  "https://discord.com/krakenfx",
  "https://linkedin.com/krakenfx",
  "https://linkedin.com/in/krakenfx",
  "https://tiktok.com/krakenfx",
  "https://threads.net/krakenfx",
  "https://bsky.app/kraken.com",
  "https://x.com/krakenfx#!/evil",
  "https://x.com/krakenfx/status/1",
  "https://t.me/krakenfx?startgroup=a",
  "https://play.google.com/store/apps/details?id=com.kraken.invest.app&id=com.evil",
  "https://play.google.com/store/apps/details?id=com.evil&id=com.kraken.invest.app",
  "https://play.google.com/store/apps/details?id=com.kraken.invest.app&url=https://evil.com",
  "https://play.google.com/store/apps/developer?id=com.kraken.invest.app",
  "https://apps.apple.com/us/developer/x/id1481947260",
  "https://apps.apple.com/redirect/id1481947260?u=evil",
  "https://apps.apple.com/us/app/x/id1481947260?u=evil",
  "https://apps.apple.com/us/app/x/y/id1481947260",
]) {
  test(`not ours: ${input}`, () =>
    assert.ok(["not_ours", "imitates_us"].includes(check(input).verdict), check(input).verdict));
}

test("a page that shows our account, or a reported one, is answered as what it is", () => {
  const handle = (value: string): Contact => ({ type: "handle", network: "reddit", value });
  const contacts = [...kraken.contacts, handle("r/krakenfx")];
  const asked = createChecker({ ...kraken, contacts, reported: [handle("u/thief")] });
  const answers = [
    ["https://reddit.com/r/krakenfx", "ours", "listed_handle"],
    ["https://reddit.com/r/krakenfx/comments/1/call_us", "not_ours", "handle_link_deeper"],
    ["https://reddit.com/u/thief", "reported", "reported_fake"],
    ["https://reddit.com/user/thief/comments", "reported", "reported_fake"],
    ["https://reddit.com/r/other/comments/1/a", "not_ours", "not_listed_handle"],
    ["https://fb.me/krakenfx", "not_ours", "link_shortener"],
  ] as const;
  for (const [link, verdict, code] of answers) {
    const found = asked.check(link, now);
    assert.equal(found.verdict, verdict, link);
    assert.ok(
      found.reasons.some((reason) => reason.code === code),
      link,
    );
  }
});

test("a page of others is shown with all that its link carries", () => {
  const link = "https://wa.me/18885550199?phone=12025550100";
  assert.equal(check(link).readAs, link);
});

test("a link into a store never loses a warning for what is put behind it", () => {
  const app: Contact = { type: "app", value: "com.kraken.invest.app" };
  const contacts = [...kraken.contacts, app];
  const reporting = createChecker({
    ...kraken,
    contacts,
    reported: [{ type: "app", value: "com.evil" }],
  });
  for (const id of ["com.evil", "com.evil&id=com.kraken.invest.app", "com.evil&x=1"]) {
    const link = `https://play.google.com/store/apps/details?id=${id}`;
    assert.equal(reporting.check(link, now).verdict, "reported", link);
  }
});

for (const input of [
  "noreply@kraken.com",
  "first.last+tag_1=a~b'c@kraken.com",
  "mailto:noreply@kraken.com",
  "mailto:noreply@kraken.com?subject=Hello%20there&body=a%0D%0Ab",
]) {
  test(`never proof, but ours: ${input}`, () =>
    assert.equal(check(input).verdict, "ours_never_proof"));
}

for (const input of [
  "n\u043ereply@kraken.com",
  "x\u200b@kraken.com",
  "\u2026@kraken.com",
  "x%0d%0abcc%3aevil@kraken.com",
  "evil.com!x@kraken.com",
  ".x@kraken.com",
  "a..b@kraken.com",
  "mailto:evil%40evil.com%2Cx@kraken.com",
  "mailto:evil@evil.com,x@kraken.com",
  "mailto:noreply@kraken.com?bcc=evil@evil.com",
  "mailto:noreply@kraken.com?to=evil@evil.com",
  "mailto:noreply@kraken.com?subject=a&CC=evil@evil.com",
  "mailto:noreply@kraken.com?subject=a&amp;bcc=evil@evil.com",
  "mailto:noreply@kraken.com?%62cc=evil@evil.com",
  "mailto:noreply@kraken.com?subject=a%0d%0abcc:evil@evil.com",
  "mailto:?to=noreply@kraken.com",
]) {
  test(`unreadable: ${JSON.stringify(input)}`, () =>
    assert.equal(check(input).verdict, "unreadable"));
}

test("an address that is read in two ways can't be listed", () => {
  for (const value of ["n\u043ereply@kraken.com", "a%b@kraken.com", ".x@kraken.com"]) {
    const contacts: Contact[] = [{ type: "email", value }];
    assert.throws(() => createChecker({ ...kraken, contacts }), { code: "contact_invalid" });
  }
});

test("a forged address keeps its warning", () => {
  for (const input of ["kraken\u2026@mail.test", "mailto:help@kraken-support.com?bcc=a@b.com"]) {
    assert.equal(check(input).verdict, "imitates_us", input);
  }
});

for (const input of [
  "https://kraken.com/#/withdraw/approve?t=1",
  "https://kraken.com#https://evil.com",
  "https://kraken.com/withdraw",
  "https://kraken.com/?a=1",
]) {
  test(`a link of ours that leads further says so: ${input}`, () => {
    const { verdict, reasons, readAs } = check(input);
    assert.equal(verdict, "ours");
    assert.ok(reasons.some(({ code }) => code === "link_may_approve"));
    assert.equal(readAs, input.replace(".com/?", ".com?").replace(".com/#", ".com#"));
  });
}

test("our front page needs no such warning", () => {
  const codes = check("https://kraken.com/#").reasons.map(({ code }) => code);
  assert.ok(!codes.includes("link_may_approve"));
});
