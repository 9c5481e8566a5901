import assert from "node:assert/strict";
import { test } from "node:test";
import fc, { codePoint } from "#fast-check";
import en from "../../messages/en/contacts.json" with { type: "json" };
import { readHost } from "./host.ts";

const official = "larkmoor.example";

const trulyOurs = [
  "larkmoor.example",
  "LARKMOOR.example",
  "LarkMoor.Example.",
  " larkmoor.example\n",
  "larkmoor。example",
  "larkmoor．example",
  "larkmoor｡example.",
];

for (const written of trulyOurs) {
  test(`${JSON.stringify(written)} is read as the host that a browser opens`, () => {
    const read = readHost(written);
    assert.equal(read.kind === "host" && read.host, official);
  });
}

const refused: readonly [written: string, code: string][] = [
  ["larkmoor\u200b.example", "hidden_characters"],
  ["lark\u00admoor.example", "hidden_characters"],
  ["\u202elarkmoor.example", "hidden_characters"],
  ["lark\tmoor.example", "hidden_characters"],
  ["lark\nmoor.example", "hidden_characters"],
  ["larkmoor\0.example", "hidden_characters"],
  ["larkmoor\ufe0f.example", "hidden_characters"],
  ["larkmoor\ud800.example", "hidden_characters"],
  ["ｌａｒｋｍｏｏｒ.example", "odd_letters"],
  ["ⓛarkmoor.example", "odd_letters"],
  ["lar\u212amoor.example", "odd_letters"],
  ["larkmoor.exam\u2024ple", "odd_letters"],
  ["xn--larkmoor-.example", "odd_letters"],
  ["xn--a.example", "odd_letters"],
  ["larkmoor%2eexample", "not_a_host"],
  ["larkmoor.example:443", "not_a_host"],
  ["larkmoor.example/", "not_a_host"],
  ["larkmoor.example@evil.example", "not_a_host"],
  ["larkmoor.example..", "not_a_host"],
  ["larkmoor..example", "not_a_host"],
  [".larkmoor.example", "not_a_host"],
  ["larkmoor.example,evil.example", "not_a_host"],
  ["lark*moor.example", "not_a_host"],
  ["0x7f000001", "two_readings"],
  ["017700000001", "two_readings"],
  ["127.1", "two_readings"],
  ["0300.0250.0.1", "two_readings"],
  ["", "host_empty"],
  [`${"a".repeat(64)}.example`, "host_too_long"],
  [`${"a.".repeat(130)}example`, "host_too_long"],
  ["larkmoor.example".repeat(100_000), "host_too_long"],
];

for (const [written, code] of refused) {
  test(`${JSON.stringify(written).slice(0, 60)} is refused: ${code}`, () => {
    const read = readHost(written);
    assert.deepEqual(read, { kind: "unreadable", reasons: [{ code }] });
    assert.ok(Object.hasOwn(en, `reason.${code}`));
  });
}

test("another script's letters are another host, shown as they look", () => {
  const read = readHost("lаrkmoor.example");
  assert.ok(read.kind === "host");
  assert.equal(read.host, "xn--lrkmoor-2fg.example");
  assert.equal(read.unicode, "lаrkmoor.example");
});

test("the public suffix, hosting suffixes and addresses are told apart", () => {
  const site = readHost("a.larkmoor.pages.dev");
  assert.ok(site.kind === "host" && site.isPrivateSuffix);
  assert.equal(site.registrable, "larkmoor.pages.dev");
  const address = readHost("192.0.2.7");
  assert.ok(address.kind === "host" && address.isIp);
  const six = readHost("[2001:db8::1]");
  assert.ok(six.kind === "host" && six.isIp);
});

test("reading a host again changes nothing, and no text makes it throw", () => {
  const texts = fc.oneof(fc.domain(), fc.string({ unit: codePoint }), fc.string());
  fc.assert(
    fc.property(texts, (text) => {
      const read = readHost(text);
      if (read.kind === "host") assert.deepEqual(readHost(read.host), read);
    }),
  );
});

test("capitals and a trailing dot never change the host", () => {
  const flips = fc.array(fc.boolean(), { minLength: official.length, maxLength: official.length });
  fc.assert(
    fc.property(flips, fc.boolean(), (capitals, hasDot) => {
      const written = [...official].map((c, i) => (capitals[i] ? c.toUpperCase() : c)).join("");
      const read = readHost(hasDot ? `${written}.` : written);
      assert.equal(read.kind === "host" && read.host, official);
    }),
  );
});
