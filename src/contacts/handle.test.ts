import assert from "node:assert/strict";
import { test } from "node:test";
import { canonicalHandle, handleOfLink, readHandle } from "./handle.ts";

const handleOf = (link: string) => handleOfLink(new URL(link));

for (const [link, network, name] of [
  ["https://x.com/Larkmoor", "x", "larkmoor"],
  ["https://www.twitter.com/larkmoor/", "x", "larkmoor"],
  ["https://x.com/larkmoor?s=20&t=AbC", "x", "larkmoor"],
  ["https://t.me/larkmoor", "telegram", "larkmoor"],
  ["https://t.me/s/larkmoor", "telegram", "larkmoor"],
  ["https://t.me/larkmoor?text=hello", "telegram", "larkmoor"],
  ["https://t.me/+AbCd", "telegram", "+abcd"],
  ["https://wa.me/12025550100?text=hi", "whatsapp", "12025550100"],
  ["https://wa.me/+12025550100", "whatsapp", "12025550100"],
  ["https://api.whatsapp.com/send?phone=+12025550100", "whatsapp", "12025550100"],
  ["https://api.whatsapp.com/send/?phone=12025550100&text=a", "whatsapp", "12025550100"],
  ["https://whatsapp.com/channel/0029VaB", "whatsapp", "channel/0029vab"],
  ["https://www.instagram.com/larkmoor?igsh=MWQ1", "instagram", "larkmoor"],
  ["https://www.facebook.com/larkmoor", "facebook", "larkmoor"],
  ["https://m.me/larkmoor", "facebook", "larkmoor"],
  ["https://www.threads.net/@larkmoor", "threads", "larkmoor"],
  ["https://www.linkedin.com/company/larkmoor/", "linkedin", "larkmoor"],
  ["https://www.linkedin.com/in/larkmoor", "linkedin", "in/larkmoor"],
  ["https://www.youtube.com/@Larkmoor?si=Ab_c", "youtube", "larkmoor"],
  ["https://www.youtube.com/c/larkmoor", "youtube", "c/larkmoor"],
  ["https://www.tiktok.com/@larkmoor", "tiktok", "larkmoor"],
  ["https://www.reddit.com/user/larkmoor", "reddit", "u/larkmoor"],
  ["https://www.reddit.com/r/Larkmoor", "reddit", "r/larkmoor"],
  ["https://discord.gg/larkmoor", "discord", "larkmoor"],
  ["https://discord.com/invite/larkmoor", "discord", "larkmoor"],
  ["https://github.com/larkmoor", "github", "larkmoor"],
  ["https://bsky.app/profile/larkmoor.example", "bluesky", "larkmoor.example"],
  ["https://medium.com/@larkmoor", "medium", "larkmoor"],
] as const) {
  test(`${link} is the address of ${name} on ${network}`, () => {
    assert.deepEqual(handleOf(link), { kind: "handle", network, name });
  });
}

for (const [link, name] of [
  ["https://x.com/larkmoor/status/1", "larkmoor/status/1"],
  ["https://x.com//larkmoor", "larkmoor"],
  ["https://x.com/%F0%9F", "%f0%9f"],
  ["https://x.com/larkmoor%2Fstatus%2F1", "larkmoor/status/1"],
  ["https://x.com/larkmoor?s=20&s=21", "larkmoor"],
  ["https://x.com/larkmoor?next=//evil.example", "larkmoor"],
  ["https://twitter.com/larkmoor#!/evil", "larkmoor"],
  ["https://t.me/larkmoor?start=abc", "larkmoor"],
  ["https://t.me/larkmoor/5", "larkmoor/5"],
  ["https://wa.me/18885550199?phone=12025550100", "18885550199"],
  ["https://wa.me/12025550100?phone=18885550199", "12025550100"],
  ["https://wa.me/message/EVIL?phone=12025550100", "message/evil"],
  ["https://whatsapp.com/channel/evil?phone=12025550100", "channel/evil"],
  ["https://whatsapp.com/12025550100", "12025550100"],
  ["https://api.whatsapp.com/redirect?url=https://evil.com&phone=12025550100", "redirect"],
  ["https://api.whatsapp.com/send?phone=12025550100&phone=18885550199", "send"],
  ["https://api.whatsapp.com/send?phone=12025550100&url=https://evil.com", "send"],
  ["https://api.whatsapp.com/12025550100", "12025550100"],
  ["https://medium.com/larkmoor", "larkmoor"],
  ["https://youtube.com/larkmoor", "larkmoor"],
  ["https://discord.com/larkmoor", "larkmoor"],
  ["https://discord.gg/invite/larkmoor", "invite/larkmoor"],
  ["https://linkedin.com/larkmoor", "larkmoor"],
  ["https://tiktok.com/larkmoor", "larkmoor"],
  ["https://threads.net/larkmoor", "larkmoor"],
  ["https://bsky.app/larkmoor.example", "larkmoor.example"],
  ["https://m.me/groups/larkmoor", "groups/larkmoor"],
] as const) {
  test(`${link} is no account's address`, () => {
    const handle = handleOf(link);
    assert.deepEqual([handle?.name, handle?.isPage], [name, true]);
  });
}

test("letters that only become plain ones in lower case stay another name", () => {
  assert.notEqual(canonicalHandle("x", "lar\u212amoor"), "larkmoor");
  assert.notEqual(handleOfLink(new URL("https://x.com/lar\u212amoor"))?.name, "larkmoor");
});

test("a network's own page and other sites are no accounts", () => {
  assert.equal(handleOfLink(new URL("https://x.com/")), undefined);
  assert.equal(handleOfLink(new URL("https://larkmoor.example/x")), undefined);
  assert.equal(handleOfLink(new URL("https://x.com.larkmoor.example/larkmoor")), undefined);
});

test("a typed handle has a network only in the fediverse", () => {
  assert.deepEqual(readHandle("@Larkmoor"), { kind: "handle", name: "larkmoor" });
  assert.equal(readHandle("@help@larkmoor.example")?.network, "mastodon");
  assert.equal(readHandle("@"), undefined);
  assert.equal(readHandle("larkmoor"), undefined);
});

test("the directory may list a handle with its sign or its path", () => {
  assert.equal(canonicalHandle("x", "@Larkmoor"), "larkmoor");
  assert.equal(canonicalHandle("linkedin", "company/larkmoor"), "larkmoor");
  assert.equal(canonicalHandle("reddit", "r/larkmoor"), "r/larkmoor");
});
