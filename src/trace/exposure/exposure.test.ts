import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { rollUp } from "#ledger";
import { dayMs, type Id, newId, openDatabase, uuidOf } from "#platform";
import { noted, openTestLedger, type TestLedger } from "#test";
import { attribute, Holdings, type SampleRow } from "../attribution/index.ts";
import type { Candidate, MatchedVersion, ResolvedRow } from "../leak.ts";
import { leakFrom, makeWorld, type World, type WorldTraits } from "../simulation/index.ts";
import { exposureOf, unknownPerson, viewsOf } from "./index.ts";

const field = "phone";
/** The first day of made-up worlds. */
const start = Date.parse("2026-01-01T00:00:00Z");
const before = new Date(start + 31 * dayMs);

const traits: WorldTraits = {
  ...{ agents: 40, clients: 600, agentsPerClient: 4, skew: 0.4 },
  ...{ days: 30, versionDays: 0, teams: 1 },
};
const leak = { leakers: 2, rows: 40, backgroundShare: 0.15, background: "as_seen" } as const;

/** Ids of people or clients, by their names in a world. */
function ids<Prefix extends string>(prefix: Prefix): (name: string) => Id<Prefix> {
  const known = new Map<string, Id<Prefix>>();
  return (name) => {
    const id = known.get(name) ?? newId(prefix, new Date(start));
    known.set(name, id);
    return id;
  };
}

/** A world's views as events of a ledger. */
async function written(ledger: TestLedger, world: World) {
  const [staff, client] = [ids("staff"), ids("client")];
  const owner = openDatabase(ledger.opened.ownerUrl, () => {});
  const events = world.views.map(({ agent, client: seen, at, fields }) => ({
    ...{ client: uuidOf(client(seen)), at: at.toISOString(), id: uuidOf(newId("event", at)) },
    ...{ actor: uuidOf(staff(agent)), version: fields.value },
  }));
  await owner.query(
    `insert into ledger.events (client, occurred_at, id, actor, instance_seq, instance, version, kind_version, actor_kind,
       kind, field, decision, details)
     select client, at, id, actor, row_number() over (), 1, version, 1, 'staff', 'vault.revealed', $6, 'allow', $7
     from unnest($1::uuid[], $2::timestamptz[], $3::uuid[], $4::uuid[], $5::integer[]) as e (client, at, id, actor, version)`,
    [
      events.map((event) => event.client),
      events.map(({ at }) => at),
      events.map(({ id }) => id),
      events.map(({ actor }) => actor),
      events.map(({ version }) => version),
      ...[field, JSON.stringify({ session: newId("session", before) })],
    ],
  );
  await owner.query(
    "insert into ledger.instances (process, seq, opened_at) values (gen_random_uuid(), $1, now())",
    [events.length],
  );
  await owner.query("analyze");
  await owner.end();
  return { staff, client };
}

/** A row of a sample as if its values had been found. Versions follow each other without a gap. */
function resolved(
  { clients, fields }: SampleRow,
  place: number,
  { client, versionDays }: { client: (name: string) => Id<"client">; versionDays: number },
): ResolvedRow {
  const candidates = clients.map((name): Candidate => {
    const version = Number(fields.value);
    const begin = start + (version - 1) * versionDays * dayMs;
    const valid: MatchedVersion = {
      ...{ version, from: new Date(begin), viewer: undefined },
      to: versionDays === 0 ? undefined : new Date(begin + versionDays * dayMs),
    };
    const none = new Set<never>();
    const own = { isCanary: false, country: undefined, fitting: none, wrong: none };
    return { ...own, client: client(name), matched: new Map([[field, [valid]]]) };
  });
  const row = { line: place + 1, values: [], foreign: [] };
  return { row, outcome: { is: "found", candidates } };
}

function within(actual: number, expected: number, factor: number, what: string): void {
  assert.ok(
    actual >= expected / factor && actual <= expected * factor,
    `${what}: ${actual} instead of ${expected}`,
  );
}

suite("who could have given the rows of a sample, from the ledger", () => {
  test("it is what the views themselves say, whether days are counted or not", async () => {
    await using ledger = await openTestLedger();
    const { database } = ledger.opened;
    const world = makeWorld(traits, 7);
    const { staff, client } = await written(ledger, world);
    const { sample } = leakFrom(world, leak, 3);
    const ambiguous = { clients: ["c1", "c2", "c3"], fields: { value: 1 } };
    const rows = [...sample, ambiguous].map((row, place) =>
      resolved(row, place, { client, versionDays: 0 }),
    );
    const expected = new Holdings(world.views, before).evidenceOf([...sample, ambiguous]);
    for (const counted of [0, 14]) {
      await rollUp(database, ["vault.revealed"], new Date(start + counted * dayMs));
      const { evidence } = await exposureOf(database, rows, before);
      assert.equal(evidence.peopleCount, expected.peopleCount);
      within(evidence.even, expected.even, 1.3, "all alike");
      for (const [item, density] of expected.background.entries()) {
        within(evidence.background[item] ?? 0, density, 1.1, `row ${item}`);
      }
      const people = new Map(evidence.people.map((person) => [person.agent, person]));
      assert.equal(people.size, expected.people.length);
      for (const person of expected.people) {
        const found = people.get(staff(person.agent));
        assert.ok(found);
        assert.deepEqual(found.items, person.items);
        assert.deepEqual(found.densities, person.densities);
        assert.deepEqual([found.firstAt, found.lastAt], [person.firstAt, person.lastAt]);
        within(found.chance, person.chance, 1.7, `by chance of ${person.agent}`);
      }
      assert.deepEqual(
        attribute(evidence).people.map(({ agent }) => agent),
        attribute(expected).people.map(({ agent }) => staff(agent)),
      );
    }
  });

  test("an account's payments name nobody who looked at that client: many rows about one count once", async () => {
    await using ledger = await openTestLedger();
    const world = makeWorld(traits, 9);
    const { client } = await written(ledger, world);
    const seen = Map.groupBy(world.views, (view) => view.client);
    const [alone = ""] = [...seen].find(([, views]) => views.length === 1) ?? [];
    const rows = Array.from({ length: 20 }, (_, place) =>
      resolved({ clients: [alone], fields: { value: 1 } }, place, { client, versionDays: 0 }),
    );
    const { evidence } = await exposureOf(ledger.opened.database, rows, before);
    const { people, nearest } = attribute(evidence);
    assert.deepEqual([evidence.people.length, people], [1, []]);
    const one = await exposureOf(ledger.opened.database, rows.slice(0, 1), before);
    assert.equal(nearest?.gain.toFixed(6), attribute(one.evidence).nearest?.gain.toFixed(6));
  });

  test("where values change, only the looks of their days count", async () => {
    await using ledger = await openTestLedger();
    const versionDays = 10;
    const world = makeWorld({ ...traits, versionDays }, 8);
    const { staff, client } = await written(ledger, world);
    const { leakers, sample } = leakFrom(world, leak, 4);
    const rows = sample.map((row, place) => resolved(row, place, { client, versionDays }));
    const { evidence, span } = await exposureOf(ledger.opened.database, rows, before);
    assert.equal(Number(span.to) - Number(span.from), versionDays * dayMs);
    const expected = new Holdings(world.views, before).evidenceOf(sample);
    const within10Days = world.views.filter(({ at }) => at >= span.from && at < span.to);
    for (const person of expected.people) {
      const found = evidence.people.find(({ agent }) => agent === staff(person.agent));
      assert.deepEqual(found?.items, person.items);
      const own = within10Days.filter(({ agent }) => agent === person.agent);
      const clients = new Set(own.map((view) => view.client)).size;
      assert.ok(found?.densities.every((density) => density === 1 / clients));
    }
    const named = attribute(evidence).people.map(({ agent }) => agent);
    assert.deepEqual(named.sort(), leakers.map(staff).sort());
  });

  test("a person's looks at one client within ten minutes are one view: no colleague's, no other value, no later one", async () => {
    await using ledger = await openTestLedger();
    const [ada, bob] = [newId("staff", before), newId("staff", before)];
    const client = newId("client", before);
    const look = async (by: Id<"staff">, minutes: number, field: string, version = 1) => {
      ledger.time.now = new Date(start + minutes * 60_000);
      const columns = { client, field, version, decision: "allow" as const };
      const draft = { kind: noted, details: { note: "" }, ...columns };
      await ledger.appender.append({ is: "staff", id: by }, draft, ledger.time.now);
    };
    await look(ada, 0, "email");
    await look(bob, 3, "phone");
    await look(ada, 9, "phone");
    await look(ada, 12, "phone", 2);
    await look(ada, 90, "phone");
    await look(ada, 31 * 24 * 60, "email");
    const valid = { version: 1, from: new Date(start), to: undefined, viewer: undefined };
    const none = new Set<never>();
    const candidate: Candidate = {
      ...{ client, isCanary: false, country: undefined, fitting: none, wrong: none },
      matched: new Map([
        ["email", [valid]],
        ["phone", [valid]],
      ]),
    };
    const row = { row: { line: 7, values: [], foreign: [] } };
    const rows: ResolvedRow[] = [{ ...row, outcome: { is: "found", candidates: [candidate] } }];
    const { database } = ledger.opened;
    const exposure = await exposureOf(database, rows, before);
    const [own, others] = await viewsOf(database, exposure, [ada, bob]);
    const told = (views: typeof own) =>
      views?.views.map(({ at, fields }) => [(Number(at) - start) / 60_000, [...fields].sort()]);
    assert.deepEqual(told(own), [
      [0, ["email", "phone"]],
      [90, ["phone"]],
    ]);
    assert.deepEqual(told(others), [[3, ["phone"]]]);
    assert.deepEqual(
      own?.views.map(({ lines }) => lines),
      [[7], [7]],
    );
    assert.deepEqual([own?.hours[0], own?.hours[1], own?.isCut], [1, 1, false]);
    assert.deepEqual(await viewsOf(database, exposure, []), []);
  });

  test("whoever was shown most of a row's fields holds it; who was erased is somebody unknown, and later looks say nothing", async () => {
    await using ledger = await openTestLedger();
    const { database } = ledger.opened;
    const now = new Date(start);
    const [ada, bob, eve] = ["ada", "bob", "eve"].map(() => newId("staff", now)) as People;
    const [client, canary, other] = [1, 2, 3].map(() => newId("client", now)) as Clients;
    const look = async (by: Id<"staff">, of: Id<"client">, values: Record<string, number>) => {
      for (const [name, version] of Object.entries(values)) {
        const columns = { client: of, field: name, version, decision: "allow" as const };
        const draft = { kind: noted, details: { note: "" }, ...columns };
        await ledger.appender.append({ is: "staff", id: by }, draft, ledger.time.now);
      }
    };
    ledger.time.now = now;
    await look(ada, client, { email: 1, phone: 2 });
    await look(bob, client, { email: 1, phone: 1 });
    await look(eve, other, { email: 3 });
    await look(bob, canary, { email: 4 });
    await look(ada, canary, { email: 5 });
    ledger.time.now = before;
    await look(eve, client, { email: 1, phone: 2 });
    const found = (line: number, about: Id<"client">, values: Values): ResolvedRow => {
      const none = new Set<never>();
      const own = { isCanary: false, country: undefined, fitting: none, wrong: none };
      const matched = Object.entries(values).map(
        ([name, one]) => [name, [{ from: now, to: undefined, viewer: undefined, ...one }]] as const,
      );
      const candidate = {
        ...own,
        client: about,
        matched: new Map(matched) as Candidate["matched"],
      };
      const row = { line, values: [], foreign: [] };
      return { row, outcome: { is: "found", candidates: [candidate] } };
    };
    const nobody = {
      row: { line: 9, values: [], foreign: [] },
      outcome: { is: "nobody" },
    } as const;
    const rows = [
      // The balance comes from elsewhere: nobody was ever shown it.
      found(1, client, { email: { version: 1 }, phone: { version: 2 }, balance: { version: 7 } }),
      found(2, client, {}),
      nobody,
      found(3, canary, { email: { version: 4, viewer: bob } }),
      found(4, other, { email: { version: 2 } }),
    ];
    const exposure = await exposureOf(database, rows, before);
    assert.deepEqual(
      exposure.holders.map((people) => [...people].sort()),
      [[ada], [ada, bob].sort(), [bob], []],
    );
    assert.deepEqual(exposure.decoys, [{ item: 2, staff: bob }]);
    assert.equal(exposure.evidence.peopleCount, 3);
    assert.deepEqual(
      attribute(exposure.evidence).people.map(({ agent }) => agent),
      [bob],
    );
    const [views] = await viewsOf(database, exposure, [ada]);
    assert.deepEqual(
      views?.views.map(({ client: of, fields, lines }) => [of, [...fields].sort(), lines]),
      [[client, ["email", "phone"], [1, 2]]],
    );
    assert.equal(views.hours[now.getUTCHours()], 1);

    const owner = openDatabase(ledger.opened.ownerUrl, () => {});
    await owner.query("update ledger.events set actor = $1 where actor = $2", [
      uuidOf(unknownPerson),
      uuidOf(ada),
    ]);
    await owner.end();
    const { holders } = await exposureOf(database, rows.slice(0, 1), before);
    assert.deepEqual(holders, [[unknownPerson]]);
  });
});

type People = [Id<"staff">, Id<"staff">, Id<"staff">];
type Clients = [Id<"client">, Id<"client">, Id<"client">];
type Values = Record<string, { version: number; viewer?: Id<"staff"> }>;
