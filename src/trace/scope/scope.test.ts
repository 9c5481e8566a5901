import assert from "node:assert/strict";
import { after, test } from "node:test";
import { dayMs, type Id, newId, nobody, openDatabase, uuidOf } from "#platform";
import type { FieldName } from "#policy";
import { noted, openTestLedger } from "#test";
import type { Candidate, ResolvedRow } from "../leak.ts";
import { readScopeList } from "./list.ts";
import { affectedBy, type ScopeQuery, scopeOf } from "./scope.ts";

const ledger = await openTestLedger();
after(() => ledger[Symbol.asyncDispose]());
const { database } = ledger.opened;
const begin = new Date("2026-03-01T12:00:00Z");
const day = (number: number) => new Date(begin.getTime() + number * dayMs);
const [kim, sam, lee] = ["kim", "sam", "lee"].map(() => newId("staff", begin));
const clients = Array.from({ length: 6 }, () => newId("client", begin)).sort();
const [anna, bo, carl, dora, erin, canary] = clients;
assert.ok(kim && sam && lee && anna && bo && carl && dora && erin && canary);

async function show(
  staff: Id<"staff">,
  client: Id<"client">,
  field: FieldName,
  at: Date,
  version: number | undefined = 1,
) {
  const columns = { client, field, ...(version && { version }) };
  const draft = { kind: noted, ...columns, details: { note: "look" } };
  return await ledger.appender.append({ is: "staff", id: staff }, draft, at);
}

await database.query(
  "insert into vault.clients (client, country, added_at, updated_at) values ($1, 'IT', $3, $3), ($2, 'DE', $3, $3)",
  [uuidOf(anna), uuidOf(bo), begin],
);
await database.query(
  "insert into vault.canaries (client, placed_at, spare_phones, decoys_until) values ($1, $2, '{}', $2)",
  [uuidOf(canary), begin],
);
// Around the sample, which Kim's looks of the days 10 to 12 match; long before; after it was public; and by others.
await show(kim, anna, "email", day(10));
await show(kim, anna, "phone", day(12));
await show(kim, anna, "phone", day(12));
await show(kim, bo, "email", day(9));
await show(kim, carl, "address", day(13));
await show(kim, canary, "email", day(11));
await show(kim, dora, "name", day(8));
await show(kim, dora, "balance", day(20));
await show(kim, erin, "name", day(11), 0); // refused: no version
await show(sam, erin, "email", day(3));
await show(lee, erin, "phone", day(11));

const query: ScopeQuery = {
  confirmed: [{ client: anna, fields: ["email"] }],
  possible: [],
  people: [{ staff: kim, first: day(10), last: day(12) }],
  before: day(15),
};

function fieldsIn(list: Buffer, client: Id<"client">) {
  const { fields, clients: listed } = readScopeList(list);
  const own = listed.find((one) => one.client === client);
  const names = (set = 0) => fields.filter((_, place) => set & (1 << place));
  return own && [names(own.confirmed), names(own.likely), names(own.maximum)];
}

test("a scope is what stands in the sample, what its people were shown around it, and all they were shown before", async () => {
  const { list, figures, erasedLooks } = await scopeOf(database, query);
  assert.deepEqual(fieldsIn(list, anna), [["email"], ["email", "phone"], ["email", "phone"]]);
  assert.deepEqual(fieldsIn(list, bo), [[], ["email"], ["email"]]);
  assert.deepEqual(fieldsIn(list, carl), [[], ["address"], ["address"]]);
  assert.deepEqual(fieldsIn(list, dora), [[], [], ["name"]]);
  assert.deepEqual([fieldsIn(list, erin), fieldsIn(list, canary)], [undefined, undefined]);
  assert.deepEqual(figures.clients, { lower: 1, best: 3, upper: 4 });
  assert.deepEqual(figures.values, { lower: 1, best: 4, upper: 5 });
  assert.deepEqual(figures.byCountry, [
    { country: "DE", lower: 0, best: 1, upper: 1 },
    { country: "IT", lower: 1, best: 1, upper: 1 },
    { country: null, lower: 0, best: 1, upper: 2 },
  ]);
  assert.deepEqual(erasedLooks, { best: 0, upper: 0 });
  const again = await scopeOf(database, query);
  assert.deepEqual(again.hash, (await scopeOf(database, query)).hash);
});

test("looks at clients who were erased since are counted, without whom", async () => {
  await show(kim, bo, "name", day(1));
  await show(kim, bo, "name", day(11));
  const owner = openDatabase(ledger.opened.ownerUrl, () => {});
  await owner.query(
    `update ledger.events set client = $2, field = null, version = null, details = null, kind = 'vault.revealed'
     where client = $1 and field = 'name'`,
    [uuidOf(bo), nobody],
  );
  await owner.end();
  const { list, figures, erasedLooks } = await scopeOf(database, query);
  assert.deepEqual(erasedLooks, { best: 1, upper: 2 });
  assert.equal(figures.clients.upper, 4);
  assert.deepEqual(fieldsIn(list, bo), [[], ["email"], ["email"]]);
});

test("of two people each has an own time, and whom nobody saw is confirmed all the same", async () => {
  const people = [...query.people, { staff: sam, first: day(3), last: day(3) }];
  const confirmed = [{ client: erin, fields: ["date_of_birth"] as const }];
  const { list, figures } = await scopeOf(database, { ...query, people, confirmed });
  const own = ["date_of_birth"];
  const seen = ["email", "date_of_birth"];
  assert.deepEqual(fieldsIn(list, erin), [own, seen, seen]);
  assert.deepEqual(figures.clients, { lower: 1, best: 4, upper: 5 });
});

test("where nobody's looks explain the sample, only its own rows count; of whom nobody can tell, at most", async () => {
  const possible = [
    { client: carl, fields: ["name"] as const },
    { client: canary, fields: ["name"] as const },
  ];
  const { list, figures } = await scopeOf(database, { ...query, possible, people: [] });
  assert.deepEqual(fieldsIn(list, carl), [[], [], ["name"]]);
  assert.deepEqual(figures.clients, { lower: 1, best: 1, upper: 2 });
});

test("rows confirm what is the one client's whom they are about; what only could be, or is one of several's, is possible", async () => {
  const candidate = (client: Id<"client">, isCanary = false): Candidate => ({
    ...{ client, isCanary, country: undefined },
    matched: new Map([["email", []]]),
    fitting: new Set(["name"]),
    wrong: new Set(["phone"]),
  });
  const row = { line: 1, values: [], foreign: [] };
  const rows: ResolvedRow[] = [
    { row, outcome: { is: "found", candidates: [candidate(anna)] } },
    { row, outcome: { is: "found", candidates: [candidate(bo), candidate(carl)] } },
    { row, outcome: { is: "found", candidates: [candidate(canary, true), candidate(dora)] } },
    { row, outcome: { is: "nobody" } },
    { row, outcome: { is: "too_little", fits: 9 } },
  ];
  const affected = affectedBy(rows);
  const { list, figures } = await scopeOf(database, { ...query, ...affected, people: [] });
  assert.deepEqual(fieldsIn(list, anna), [["email"], ["email"], ["name", "email"]]);
  for (const client of [bo, carl, dora]) {
    assert.deepEqual(fieldsIn(list, client), [[], [], ["name", "email"]]);
  }
  assert.equal(fieldsIn(list, canary), undefined);
  assert.deepEqual(figures.values, { lower: 1, best: 1, upper: 8 });
});
