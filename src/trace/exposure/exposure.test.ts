import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { Client } from "pg";
import { type Id, newId, uuidOf } from "#platform";
import { openTestLedger, type TestLedger } from "#test";
import { attribute, Holdings, type SampleRow } from "../attribution/index.ts";
import type { Candidate, MatchedVersion, ResolvedRow } from "../leak.ts";
import { leakFrom, makeWorld, type World, type WorldTraits } from "../simulation/index.ts";
import { exposureOf, viewsOf } from "./index.ts";

const dayMs = 86_400_000;
const field = "phone";
/** The first day of made-up worlds. */
const start = Date.parse("2026-01-01T00:00:00Z");
const before = new Date(start + 31 * dayMs);

const traits: WorldTraits = {
  ...{ agents: 40, clients: 900, agentsPerClient: 4, skew: 0.4 },
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
  const owner = new Client({ connectionString: ledger.opened.ownerUrl });
  await owner.connect();
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
    const version = fields.value ?? 1;
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
    const world = makeWorld(traits, 7);
    const { staff, client } = await written(ledger, world);
    const { sample } = leakFrom(world, leak, 3);
    const ambiguous = { clients: ["c1", "c2", "c3"], fields: { value: 1 } };
    const rows = [...sample, ambiguous].map((row, place) =>
      resolved(row, place, { client, versionDays: 0 }),
    );
    const expected = new Holdings(world.views, before).evidenceOf([...sample, ambiguous]);
    const { evidence } = await exposureOf(ledger.opened.database, rows, before);
    assert.equal(evidence.peopleCount, expected.peopleCount);
    within(evidence.even, expected.even, 1.2, "all alike");
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
      within(found.chance, person.chance, 1.3, `by chance of ${person.agent}`);
    }
  });
});
