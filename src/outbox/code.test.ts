import assert from "node:assert/strict";
import { createSecretKey, randomBytes } from "node:crypto";
import { test } from "node:test";
import fc, { codePoint } from "#fast-check";
import { newId } from "#platform";
import { Codes, codeFrom, codesIn } from "./code.ts";

const codes = new Codes(createSecretKey(randomBytes(32)));
const now = new Date("2026-11-20T12:00:00Z");

test("every code is found again, however people type it and whatever stands around it", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: codePoint }),
      fc.constantFrom("-", "\u2010", "\u2013"),
      fc.boolean(),
      (around, dash, isSmall) => {
        const code = codes.of(newId("notice", now));
        const spelt = isSmall ? code.toLowerCase().replace("0", "o").replace("1", "l") : code;
        const typed = spelt.replace("-", dash);
        assert.equal(codeFrom(` ${typed}\n`), code);
        assert.equal(codeFrom(spelt.replace("-", "")), code);
        assert.ok(codesIn(`The code ${typed} of it. ${around}`).includes(code));
      },
    ),
  );
});

test("words, numbers and parts of longer ones are no codes", () => {
  for (const text of ["", "BANK-HELP", "1234-5678", "12AB-34CD-56EF", "A12B-34CDE", "7KU4-M2XD"]) {
    assert.deepEqual(codesIn(text), [], text);
    assert.equal(codeFrom(text), undefined, text);
  }
});

test("a code is found among its addressee's messages alone", () => {
  const notice = newId("notice", now);
  const [ada, eve] = [newId("client", now), newId("client", now)];
  const code = codes.of(notice);
  const index = codes.indexOf(code, { is: "client", id: ada });
  assert.ok(codes.indexOf(code, { is: "client", id: ada }).equals(index));
  assert.ok(!codes.indexOf(code, { is: "client", id: eve }).equals(index));
  const other = new Codes(createSecretKey(randomBytes(32)));
  assert.ok(!other.indexOf(code, { is: "client", id: ada }).equals(index));
});
