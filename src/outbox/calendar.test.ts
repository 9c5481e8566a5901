import assert from "node:assert/strict";
import { test } from "node:test";
import fc, { codePoint } from "#fast-check";
import { newId, uuidOf } from "#platform";
import { calendarText, escaped, folded, organizerOf } from "./calendar.ts";
import { keptZoned, readZoned } from "./zoned-moment.ts";

const line = fc.array(codePoint, { maxLength: 300 }).map((points) => points.join(""));

test("a folded line has at most 75 octets each, and unfolds to what it was", () => {
  fc.assert(
    fc.property(line, (text) => {
      const plain = text.replace(/[\r\n]/g, "");
      const lines = folded(plain).split("\r\n");
      assert.ok(lines.every((one) => Buffer.byteLength(one) <= 75));
      assert.ok(lines.slice(1).every((one) => one.startsWith(" ")));
      assert.equal(lines.join("\r\n").replaceAll("\r\n ", ""), plain);
    }),
    { numRuns: 100 },
  );
});

test("a text stays one value, whatever stands in it", () => {
  fc.assert(
    fc.property(line, (text) => {
      const value = escaped(text);
      assert.doesNotMatch(value.replace(/\\[\\;,n]/g, ""), /[\\;,\n]/);
      const back = value.replace(/\\([\\;,n])/g, (_, one) => (one === "n" ? "\n" : one));
      assert.equal(back, text.trim().replaceAll("\r\n", "\n"));
    }),
    { numRuns: 100 },
  );
});

test("a moment is kept with the clock of its place, and read without a table of zones", () => {
  const zones = Intl.supportedValuesOf("timeZone");
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.nat(300_000), (timeZone, quarters) => {
      const at = new Date(Date.UTC(2024, 0, 1) + quarters * 900_000);
      const kept = keptZoned({ at, timeZone }) ?? "";
      const read = readZoned(kept);
      assert.deepEqual([read.at, read.timeZone], [at, timeZone]);
      assert.equal(read.isTwice, kept.endsWith("[_twice=yes]"));
      const clock = new Intl.DateTimeFormat("sv-SE", {
        ...{ timeZone, dateStyle: "short", timeStyle: "short" },
      }).format(at);
      assert.equal(read.local.replace("T", " ").slice(0, 16), clock);
    }),
    { numRuns: 100 },
  );
  const twice = (at: string, timeZone = "Europe/Berlin") =>
    readZoned(keptZoned({ at: new Date(at), timeZone }) ?? "").isTwice;
  const back = ["2026-10-25T00:15Z", "2026-10-25T01:45Z"].map((at) => twice(at));
  assert.deepEqual(back, [true, true], "a clock that is put back shows an hour twice");
  assert.equal(twice("2026-10-24T23:45Z") || twice("2026-10-25T02:00Z"), false);
  assert.ok(twice("2027-04-03T15:00Z", "Australia/Lord_Howe"), "or half an hour");
  for (const timeZone of ["+01:00]", "Nowhere/Town", "Call +1 202 555 0100"]) {
    assert.equal(keptZoned({ at: new Date(0), timeZone }), undefined);
  }
});

test("an entry says when, by which change, and nobody's address but ours", () => {
  const of = newId("call", new Date("2026-11-20T12:00:00Z"));
  const kept = keptZoned({ at: new Date("2026-11-23T09:30:00Z"), timeZone: "Europe/Berlin" }) ?? "";
  const text = calendarText({
    ...{
      of,
      sequence: 2,
      minutes: 15,
      method: "cancel",
      firm: 'Lark"moor',
      site: "https://a.example",
    },
    organizer: organizerOf("no-reply@a.example", "https://a.example"),
    stampedAt: new Date("2026-11-20T12:00:00.123Z"),
    ...{ starts: readZoned(kept), summary: "Call, soon", description: "One\nTwo" },
  });
  for (const said of [
    "METHOD:CANCEL",
    `UID:${of}@a.example`,
    "SEQUENCE:2",
    "DTSTAMP:20261120T120000Z",
    "DTSTART;TZID=Europe/Berlin:20261123T103000",
    "TZOFFSETTO:+0100",
    "STATUS:CANCELLED",
    "SUMMARY:Call\\, soon",
    "DESCRIPTION:One\\nTwo",
    `ORGANIZER;CN="Lark'moor":mailto:no-reply@a.example`,
    `urn:uuid:${uuidOf(of)}`,
  ]) {
    assert.ok(text.replaceAll("\r\n ", "").split("\r\n").join("\n").includes(said), said);
  }
  assert.ok(text.endsWith("END:VCALENDAR\r\n") && !/[^\r]\n/.test(text));
  assert.equal(organizerOf(undefined, "http://localhost:8080/x"), "http://localhost:8080");
});
