import assert from "node:assert/strict";
import { test } from "node:test";
import fc, { codePoint } from "#fast-check";
import { imitationOfNumber } from "./neighbour.ts";
import { readPhone } from "./phone.ts";

const regions = ["US", "GB"] as const;

function read(text: string): string[] {
  const phone = readPhone(text, regions);
  return phone.kind === "phone" ? phone.candidates : phone.reasons.map(({ code }) => code);
}

for (const [text, number] of [
  ["+1 202 555 0100", "+12025550100"],
  ["+1 (202) 555-0100", "+12025550100"],
  ["(202) 555-0100", "+12025550100"],
  ["202.555.0100", "+12025550100"],
  ["1-202-555-0100", "+12025550100"],
  ["12025550100", "+12025550100"],
  ["tel:+1-202-555-0100", "+12025550100"],
  ["tel:+1-202-555-0100;ext=7", "+12025550100"],
  ["sms:+12025550100", "+12025550100"],
  ["+1 2O2 555 O1OO", "+12025550100"],
  ["+1 202 555 0l00", "+12025550100"],
  ["\u200e+1\u00a0202\u2011555\u20110100\u200b", "+12025550100"],
  ["＋１ ２０２ ５５５ ０１００", "+12025550100"],
  ["+1 202 555 0100 ext. 12", "+12025550100"],
  ["+1 202 555 0100 x12", "+12025550100"],
  ["+44 (0)20 7946 0958", "+442079460958"],
  ["0044 20 7946 0958", "+442079460958"],
  ["011 44 20 7946 0958", "+442079460958"],
  ["020 7946 0958", "+442079460958"],
  ["٠٢٠ ٧٩٤٦ ٠٩٥٨", "+442079460958"],
  ["०२० ७९४६ ०९५८", "+442079460958"],
  ["1-800-KRAKEN1", "+18005725361"],
  ["1-800-MICROSOFT", "+18006427676"],
] as const) {
  test(`"${text}" is read as ${number}`, () => assert.ok(read(text).includes(number)));
}

for (const [text, code] of [
  ["tel:+12025550100;phone-context=evil.example", "phone_link_unsafe"],
  ["tel:+12025550100;isub=12345", "phone_link_unsafe"],
  ["tel:+1%32025550100", "phone_link_unsafe"],
  ["hello", "phone_not_a_number"],
  ["12", "phone_not_a_number"],
  ["9".repeat(60), "phone_not_a_number"],
] as const) {
  test(`"${text}" is refused: ${code}`, () => assert.deepEqual(read(text), [code]));
}

test("whatever is typed, reading a number neither throws nor finds one that was not written", () => {
  fc.assert(
    fc.property(fc.string({ unit: codePoint, maxLength: 200 }), (text) => {
      const phone = readPhone(text, regions);
      if (phone.kind === "phone") {
        for (const candidate of phone.candidates) assert.match(candidate, /^\+?\d+$/);
      }
    }),
  );
});

const official = "+12025550100";

for (const neighbour of [
  "+12025550101",
  "+12025550199",
  "+12025560100",
  "+13025550100",
  "+12025505100",
  "+120255501009",
]) {
  test(`${neighbour} is a neighbour of ${official}`, () => {
    assert.equal(imitationOfNumber(neighbour, [official])?.imitates, official);
  });
}

for (const other of ["+12025550100", "+12025551200", "+442079460958", "+12125557100", "+1202555"]) {
  test(`${other} is no neighbour of ${official}`, () => {
    assert.equal(imitationOfNumber(other, [official]), undefined);
  });
}

test("a number that dials on after a pause isn't read as its beginning", () => {
  for (const text of ["tel:+12025550100,,18885550199", "tel:+12025550100;18885550199"]) {
    assert.equal(readPhone(text, ["US"]).kind, "unreadable", text);
  }
});
