import assert from "node:assert/strict";
import { test } from "node:test";
import fc, { codePoint } from "#fast-check";
import { type FieldKind, fieldKinds, kinds, maskOf, normalForm, WrongKind } from "./kind.ts";

/** Kind, then values that mean the same. */
const same: [FieldKind, string, ...string[]][] = [
  ["email", "Ada@Larkmoor.example", " ada@LARKMOOR.example "],
  ["email", "ada@bücher.example", "ada@xn--bcher-kva.example"],
  ["phone", "+31207940001", "+31 (0)20 794 0001", "0031 (0) 20 7940001", "+31(0)207940001"],
  ["phone", "+390669812345", "+39 (0)6 6981 2345", "+39 06 69812345"],
  ["phone", "+1 202 555 0100", "+1 (202) 555-0100", "0012025550100", "＋１２０２５５５０１００"],
  ["name", "José  García-Muñoz", "jose garcia munoz", "JOSE\u0301 GARCIA MUNOZ"],
  ["name", "Groß", "GROSS"],
  ["date", "1984-05-28", " 1984-05-28"],
  ["address", "1 Mill Lane,\nLarkmoor", "1 mill lane larkmoor"],
  ["document", "AB 123-456", "ab123456"],
  ["account", "DE89 3704 0044", "de8937040044"],
  ["wallet", "0xAbCd12", "0xabcd12"],
  ["wallet", "BC1QW508D6Q", "bc1qw508d6q"],
  ["reference", "core-123", " core-123"],
];

test("values that mean the same have one normal form", () => {
  for (const [kind, first, ...others] of same) {
    for (const other of others)
      assert.equal(normalForm(kind, other), normalForm(kind, first), other);
  }
});

test("addresses in which case means something stay as they are", () => {
  assert.notEqual(normalForm("wallet", "1BoatSLRHt"), normalForm("wallet", "1boatslrht"));
});

test("the firm's own ids are others with every letter", () => {
  const ids = ["core-123", "Core-123", "core123", "core-12-3"];
  assert.equal(new Set(ids.map((id) => normalForm("reference", id))).size, ids.length);
});

test("what isn't of its kind is refused, without being repeated", () => {
  const wrong: [FieldKind, string[]][] = [
    ["email", ["", "ada", "ada@", "@larkmoor.example", "a@b@c.example", "a b@c.example"]],
    [
      "phone",
      ["", "5550100", "+0 202 555 0100", "+1 202 555 CALL", "+123456", `+1${"2".repeat(15)}`],
    ],
    ["name", ["", " ", "•••"]],
    ["date", ["", "28.05.1984", "1984-02-30", "1984-5-28", "1984-13-01"]],
    ["wallet", ["", "bc1 qw508", "bc1é"]],
    ["document", ["", "--"]],
    ["reference", ["", "core 123", "core-é", "1".repeat(101)]],
    ["text", ["half a letter: \ud800"]],
  ];
  for (const [kind, values] of wrong) {
    for (const value of values) {
      assert.throws(
        () => normalForm(kind, value),
        (error) =>
          error instanceof WrongKind && (value.trim().length < 4 || !error.message.includes(value)),
        `${kind} ${value}`,
      );
    }
  }
});

test("masks show what their kind allows", () => {
  const masks: [FieldKind, string, string][] = [
    ["email", "jo.smith@example.com", "j•••@e•••.com"],
    ["email", "j@e.museum-of-names", "j•••@e•••.•••"],
    ["email", "\u202ejo@\u202eexample.com", "•••@•••.com"],
    ["phone", "+1 202 555 0142", "••• 42"],
    ["name", "José García Muñoz", "J••• M•••"],
    ["name", "王小明", "王•••"],
    ["date", "1984-05-28", "•••"],
    ["account", "DE89 3704 0044", "••• 44"],
    ["address", "1 Mill Lane", "•••"],
    ["document", "AB123456", "•••"],
    ["amount", "12000.00", "•••"],
    ["text", "calls from the car", "•••"],
  ];
  for (const [kind, value, mask] of masks) assert.equal(maskOf(kind, value), mask);
});

test("no mask of any value is longer than its class allows", () => {
  const most = { ordinary: 6, sensitive: 2, restricted: 0 };
  fc.assert(
    fc.property(
      fc.constantFrom(...fieldKinds),
      fc.oneof(fc.string({ unit: codePoint }), fc.emailAddress(), fc.string({ unit: codePoint })),
      (kind, value) => {
        const mask = maskOf(kind, value);
        const shown = [...mask].filter((letter) => !/[•\s@.-]/.test(letter));
        assert.ok(shown.length <= most[kinds[kind].class], mask);
        assert.ok(mask.length <= 30, mask);
      },
    ),
  );
});
