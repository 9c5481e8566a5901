import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogue, chooseLanguage, english, englishPseudo } from "./index.ts";

const say = catalogue("made-up", {
  hello: "Hello {name}",
  count: "{n, plural, one {# call} other {# calls}}",
});

test("values and plurals are filled in; the pseudo-language marks what came from the catalogue", () => {
  assert.equal(say(english, "hello", { name: "you" }), "Hello you");
  assert.equal(say(english, "count", { n: 1 }), "1 call");
  assert.equal(say(english, "count", { n: 2 }), "2 calls");
  assert.equal(say(englishPseudo, "hello", { name: "you" }), "⟦Hello you⟧");
});

test("a day is the day that the data says, wherever the server stands", () => {
  const dated = catalogue("made-up", { day: "{date, date, long}", brief: "{date, date, short}" });
  for (const zone of ["America/New_York", "Pacific/Kiritimati", "UTC"]) {
    process.env.TZ = zone;
    const date = new Date("2024-07-01");
    assert.equal(dated(english, "day", { date }), "July 1, 2024");
    assert.equal(dated(english, "brief", { date }), "Jul 1, 2024");
  }
});

test("a time is that of UTC, in 24 hours and with its zone, wherever the server stands", () => {
  const timed = catalogue("made-up", { brief: "{at, time, short}", exact: "{at, time, medium}" });
  for (const zone of ["America/New_York", "Pacific/Kiritimati", "UTC"]) {
    process.env.TZ = zone;
    const at = new Date("2024-07-01T16:54:09Z");
    assert.equal(timed(english, "brief", { at }), "16:54 UTC");
    assert.equal(timed(english, "exact", { at }), "16:54:09 UTC");
  }
});

test("a value that looks like markup or a pattern is only text", () => {
  assert.equal(say(english, "hello", { name: "<b>{n}</b>" }), "Hello <b>{n}</b>");
});

test("the language is the reader's pick, else the browser's wish, else English", () => {
  assert.equal(chooseLanguage("en", "de").tag, "en");
  assert.equal(chooseLanguage(undefined, "xx, en-GB;q=0.5").tag, "en");
  assert.equal(chooseLanguage("../../etc", ",;q=,;;").tag, "en");
  assert.equal(chooseLanguage(undefined, undefined).tag, "en");
});
