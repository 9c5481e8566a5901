import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "#fast-check";
import { idFrom } from "#platform";
import { fieldNames } from "#policy";
import { faultsIn } from "./arithmetic.ts";
import { figuresOf } from "./figures.ts";
import {
  type ListedClient,
  listHash,
  NotAScopeList,
  printScopeList,
  readScopeList,
} from "./list.ts";

const sets = fc
  .tuple(fc.nat(2047), fc.nat(2047), fc.integer({ min: 1, max: 2047 }))
  .map(([one, two, three]) => ({
    confirmed: one & two & three,
    likely: two & three,
    maximum: three,
  }));
const country = fc.option(fc.constantFrom("DE", "IT", "US", "AA", "ZZ"), { nil: undefined });
const client = fc
  .tuple(fc.uint8Array({ minLength: 16, maxLength: 16 }), sets, country)
  .map(([bytes, own, from]): ListedClient => {
    const id = idFrom("client", Buffer.from(bytes).toString("hex"));
    return { client: id, ...own, country: from };
  });
const clients = fc.uniqueArray(client, { selector: (one) => one.client, maxLength: 20 });

test("a list reads as what was printed, in one order", () => {
  fc.assert(
    fc.property(clients, (some) => {
      const bytes = printScopeList({ fields: fieldNames, clients: some });
      const read = readScopeList(bytes);
      assert.deepEqual(read.fields, fieldNames);
      assert.deepEqual(new Set(read.clients), new Set(some));
      assert.deepEqual(printScopeList({ ...read, clients: [...read.clients].reverse() }), bytes);
    }),
  );
});

test("the bytes of the first version stay as they are: certificates name them by their hash", () => {
  const [one, other] = ["0".repeat(31), "f".repeat(31)].map((hex) => idFrom("client", `${hex}1`));
  assert.ok(one && other);
  const fields = ["name", "email"];
  const own = { confirmed: 0, likely: 2, maximum: 3 };
  const listed = [
    { client: other, ...own, country: undefined },
    { client: one, ...own, country: "IT" },
  ];
  const bytes = printScopeList({ fields, clients: listed });
  assert.equal(
    bytes.toString("latin1"),
    `holdfast scope list 1\nname email\n${[
      `${"\0".repeat(15)}\x01`,
      "\0\0\0\0\0\0\0\x02\0\0\0\x03IT",
      `${"\xff".repeat(15)}\xf1`,
      "\0\0\0\0\0\0\0\x02\0\0\0\x03\0\0",
    ].join("")}`,
  );
});

test("no other bytes read as the same list, and none of them as a list that prints otherwise", () => {
  fc.assert(
    fc.property(clients, fc.nat(), fc.integer({ min: 1, max: 255 }), (some, where, change) => {
      const bytes = printScopeList({ fields: fieldNames, clients: some });
      const place = where % bytes.length;
      const other = Buffer.from(bytes);
      other[place] = (other[place] ?? 0) ^ change;
      assert.notDeepEqual(listHash(other), listHash(bytes));
      for (const changed of [other, bytes.subarray(0, place)]) {
        try {
          assert.deepEqual(printScopeList(readScopeList(changed)), changed);
        } catch (error) {
          if (!(error instanceof NotAScopeList)) throw error;
        }
      }
    }),
  );
});

test("figures of any list fit together, and every one that is changed by itself is named", () => {
  fc.assert(
    fc.property(fc.uniqueArray(client, { selector: (one) => one.client, minLength: 1 }), (some) => {
      const figures = figuresOf({ fields: fieldNames, clients: some });
      assert.deepEqual(faultsIn(figures), []);
      const { clients: all, byField, byCountry } = figures;
      assert.equal(all.upper, some.length);
      for (const bounds of [all, figures.values, ...byField, ...byCountry]) {
        bounds.upper += 1;
        assert.notDeepEqual(faultsIn(figures), []);
        bounds.upper -= 1;
      }
    }),
  );
});

test("classes are counted by client: who lost an address and a balance lost sensitive data once", () => {
  const [one, other] = ["0".repeat(32), "1".repeat(32)].map((hex) => idFrom("client", hex));
  assert.ok(one && other);
  const set = (...names: string[]) =>
    names.reduce((all, name) => all | (1 << (fieldNames as readonly string[]).indexOf(name)), 0);
  const own = { confirmed: set("address"), likely: set("address"), country: "IT" };
  const clients: ListedClient[] = [
    { client: one, ...own, maximum: set("address", "balance", "name") },
    { client: other, confirmed: 0, likely: 0, maximum: set("name"), country: undefined },
  ];
  const { byClass, byCountry, values } = figuresOf({ fields: fieldNames, clients });
  assert.deepEqual(byClass, [
    { class: "personal", lower: 0, best: 0, upper: 2 },
    { class: "sensitive", lower: 1, best: 1, upper: 1 },
  ]);
  assert.deepEqual(byCountry, [
    { country: "IT", lower: 1, best: 1, upper: 1 },
    { country: null, lower: 0, best: 0, upper: 1 },
  ]);
  assert.deepEqual(values, { lower: 1, best: 1, upper: 4 });
});
