import assert from "node:assert/strict";
import { test } from "node:test";
import { createChecker } from "./check.ts";
import { reportKeysOf, withReported } from "./reported.ts";

const directory = {
  firm: "Kraken",
  brands: ["Kraken"],
  contacts: [
    { type: "domain", value: "kraken.com" },
    { type: "phone", value: "+12025550100" },
  ] as const,
};
const { check } = createChecker({ ...directory, contacts: [...directory.contacts] });
const now = new Date("2026-11-21T12:00:00Z");
const day = "2026-11-20";
const keysOf = (input: string) => reportKeysOf(check(input, now));

test("a contact has its own key first, then those that it stands under; a public suffix has none", () => {
  assert.deepEqual(keysOf("a.b.evil.co.uk"), [
    "domain:a.b.evil.co.uk",
    "domain:b.evil.co.uk",
    "domain:evil.co.uk",
  ]);
  assert.deepEqual(keysOf("https://evil.top/in?me=ada#x"), [
    "url:https://evil.top/in",
    "domain:evil.top",
  ]);
  assert.deepEqual(keysOf("a@evil.top"), ["email:a@evil.top", "domain:evil.top"]);
  assert.deepEqual(keysOf("+44 20 7946 0971"), ["phone:+442079460971"]);
  assert.deepEqual(keysOf("thief.pages.dev"), ["domain:thief.pages.dev"]);
  assert.deepEqual([...keysOf("pages.dev"), ...keysOf("co.uk")], []);
});

test("the directory wins over every report, and a message is as good as its worst part", () => {
  const answer = (input: string) => withReported(check(input, now), ([key]) => key && day);
  assert.equal(answer("kraken.com").verdict, "ours");
  assert.match(answer("+1 202 555 0100").verdict, /^ours_/);
  assert.equal(answer("kraken-login.top").verdict, "reported");
  assert.equal(answer("hello there").verdict, check("hello there", now).verdict);
  const message = answer("Write to help@else.top or see kraken.com");
  assert.equal(message.verdict, "reported");
  assert.deepEqual(
    message.parts?.map(({ verdict }) => verdict),
    ["reported", "ours"],
  );
  const nothing = check("Write to help@else.top", now);
  assert.deepEqual(
    withReported(nothing, () => undefined),
    nothing,
  );
});
