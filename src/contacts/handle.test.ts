import assert from "node:assert/strict";
import { test } from "node:test";
import { canonicalHandle, handleOfLink, readHandle } from "./handle.ts";

for (const [link, network, name] of [
  ["https://x.com/Larkmoor", "x", "larkmoor"],
  ["https://www.twitter.com/larkmoor/", "x", "larkmoor"],
  ["https://x.com/larkmoor/status/1", "x", "larkmoor/status/1"],
  ["https://t.me/larkmoor?start=abc", "telegram", "larkmoor"],
  ["https://t.me/s/larkmoor", "telegram", "larkmoor"],
  ["https://t.me/+AbCd", "telegram", "+abcd"],
  ["https://wa.me/12025550100?text=hi", "whatsapp", "12025550100"],
  ["https://api.whatsapp.com/send?phone=+12025550100", "whatsapp", "12025550100"],
  ["https://www.linkedin.com/company/larkmoor/", "linkedin", "larkmoor"],
  ["https://www.linkedin.com/in/larkmoor", "linkedin", "in/larkmoor"],
  ["https://www.youtube.com/@Larkmoor", "youtube", "larkmoor"],
  ["https://www.youtube.com/c/larkmoor", "youtube", "c/larkmoor"],
  ["https://www.reddit.com/user/larkmoor", "reddit", "u/larkmoor"],
  ["https://www.reddit.com/r/Larkmoor", "reddit", "r/larkmoor"],
  ["https://discord.com/invite/larkmoor", "discord", "larkmoor"],
  ["https://x.com/%F0%9F", "x", "%f0%9f"],
] as const) {
  test(`${link} leads to ${name} on ${network}`, () => {
    assert.deepEqual(handleOfLink(new URL(link)), { kind: "handle", network, name });
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
