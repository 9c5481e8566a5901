import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { suite, test } from "node:test";
import fc from "#fast-check";
import { dayOf } from "#platform";
import { runCommand } from "#test";
import { leakFrom, makeWorld, type WorldTraits } from "../simulation/index.ts";
import { attribute, attributeCommand, byCover, byOverlap, Holdings, type View } from "./index.ts";
import { oncePerClient } from "./once-per-client.ts";

const desk: WorldTraits = {
  ...{ agents: 60, clients: 4_000, agentsPerClient: 6, skew: 0.4 },
  ...{ days: 365, versionDays: 0, teams: 1 },
};
const world = makeWorld(desk, 1);
const holdings = new Holdings(world.views);

suite("whose views explain a leaked sample", () => {
  test("two who leaked are found, and nobody else", () => {
    for (let seed = 0; seed < 5; seed++) {
      const traits = {
        leakers: 2,
        rows: 40,
        backgroundShare: 0.15,
        background: "as_seen",
      } as const;
      const { leakers, sample } = leakFrom(world, traits, seed);
      const { people, unexplained } = attribute(holdings.evidenceOf(sample));
      assert.deepEqual(people.map(({ agent }) => agent).sort(), [...leakers].sort());
      assert.ok(unexplained <= 12 && people.every(({ explains, chance }) => explains > 2 * chance));
    }
  });

  test("of rows that come from elsewhere nobody is named, where the others name somebody", () => {
    for (let seed = 100; seed < 110; seed++) {
      const traits = { leakers: 0, rows: 40, backgroundShare: 1, background: "as_seen" } as const;
      const evidence = holdings.evidenceOf(leakFrom(world, traits, seed).sample);
      assert.deepEqual(attribute(evidence).people, []);
      assert.ok(byOverlap(evidence, 2).length === 2 && byCover(evidence).length > 2);
    }
  });

  test("rows of one team's clients name nobody of that team, though its busiest saw most of them", () => {
    const teams = makeWorld({ ...desk, agents: 160, skew: 0.2, teams: 8 }, 2);
    const held = new Holdings(teams.views);
    let named = 0;
    for (let seed = 0; seed < 10; seed++) {
      const traits = { leakers: 0, rows: 30, backgroundShare: 1, background: "one_team" } as const;
      named += attribute(held.evidenceOf(leakFrom(teams, traits, seed).sample)).people.length;
    }
    assert.ok(named <= 1, `${named} were named`);
  });

  test("of many rows of one team's clients too nobody of that team is named, beside two who leaked neither", () => {
    const traits = { clients: 20_000, agents: 120, agentsPerClient: 3, skew: 0.5, teams: 6 };
    const teams = makeWorld({ ...desk, ...traits }, 5);
    const held = new Holdings(teams.views);
    const leak = { rows: 500, backgroundShare: 0.15, background: "one_team" } as const;
    for (const leakers of [0, 2]) {
      const leaked = leakFrom(teams, { ...leak, leakers }, 4);
      const { people } = attribute(held.evidenceOf(leaked.sample));
      assert.deepEqual(people.map(({ agent }) => agent).sort(), [...leaked.leakers].sort());
    }
  });

  test("rows of one team's clients as they stood on one day name nobody, where each client's values change on days of its own", () => {
    const traits = { agents: 300, clients: 3_000, agentsPerClient: 20, skew: 0.5, teams: 6 };
    const values = { days: 90, versionDays: 5, changes: "apart" } as const;
    const teams = makeWorld({ ...traits, ...values }, 2);
    const held = new Holdings(teams.views);
    let named = 0;
    for (let seed = 0; seed < 20; seed++) {
      const leak = { leakers: 0, rows: 40, backgroundShare: 1, background: "one_team" } as const;
      named += attribute(held.evidenceOf(leakFrom(teams, leak, seed).sample)).people.length;
    }
    assert.ok(named <= 1, `${named} were named`);
    const leak = { leakers: 2, rows: 40, backgroundShare: 0.15, background: "one_team" } as const;
    const { leakers, sample } = leakFrom(teams, leak, 1);
    const { people } = attribute(held.evidenceOf(sample));
    assert.deepEqual(people.map(({ agent }) => agent).sort(), [...leakers].sort());
  });

  test("rows of all clients alike name nobody, though the busiest alone saw most who are seldom seen", () => {
    const skewed = makeWorld({ ...desk, agents: 120, agentsPerClient: 10, skew: 1 }, 3);
    const held = new Holdings(skewed.views);
    for (let seed = 0; seed < 8; seed++) {
      const traits = { leakers: 0, rows: 40, backgroundShare: 1, background: "alike" } as const;
      const evidence = held.evidenceOf(leakFrom(skewed, traits, seed).sample);
      assert.deepEqual(attribute(evidence).people, [], `seed ${seed}`);
    }
  });

  test("a client counts once, however many rows are about it: the same row again, or one for each value", () => {
    const traits = { leakers: 0, rows: 20, backgroundShare: 1, background: "as_seen" } as const;
    const fields = ["email", "phone", "balance"];
    const withFields = world.views.map((view) => ({
      ...view,
      fields: Object.fromEntries(fields.map((field) => [field, 1])),
    }));
    const held = new Holdings(withFields);
    for (let seed = 200; seed < 210; seed++) {
      const rows = leakFrom(world, traits, seed).sample.map(({ clients }) => ({
        ...{ clients, fields: {} },
      }));
      const once = held.evidenceOf(rows);
      const again = rows.flatMap((row) => Array.from({ length: 10 }, () => row));
      const perValue = rows.flatMap(({ clients }) =>
        fields.map((field) => ({ clients, fields: { [field]: 1 } })),
      );
      const one = (some: typeof rows) => attribute(held.evidenceOf(some));
      assert.deepEqual(one(again).people, []);
      assert.deepEqual(one(perValue).people, []);
      assert.equal(one(again).unseen, 10 * attribute(once).unseen);
      const [gain, same] = [one(rows).nearest, one(again).nearest];
      assert.equal(same?.gain.toFixed(3), gain?.gain.toFixed(3), `seed ${seed}`);
    }
  });

  test("who leaked several rows of each client is found, and the rows are counted", () => {
    const traits = { leakers: 1, rows: 25, backgroundShare: 0, background: "as_seen" } as const;
    const { leakers, sample } = leakFrom(world, traits, 3);
    const rows = sample.flatMap((row) => [row, row, { ...row, fields: {} }]);
    const { people, unexplained } = attribute(holdings.evidenceOf(rows));
    assert.deepEqual(
      people.map(({ agent, explains }) => [agent, explains]),
      [[leakers[0], 75]],
    );
    assert.equal(unexplained, 0);
  });

  test("a row that may be about several clients counts with those about one of them", () => {
    const one = { clients: ["c1"], fields: {} };
    const several = { clients: ["c2", "c1", "c3"], fields: {} };
    const evidence = holdings.evidenceOf([several, one, one, { clients: ["c4"], fields: {} }]);
    const { clients, background, people } = oncePerClient(evidence);
    assert.deepEqual(clients, [["c1"], ["c4"]]);
    const mean = evidence.background.slice(0, 3).reduce((sum, density) => sum + density / 3, 0);
    assert.equal(background[0]?.toPrecision(9), mean.toPrecision(9));
    for (const [place, { agent, items }] of people.entries()) {
      const rows = [...(evidence.people[place]?.items ?? [])];
      const both = [rows.some((row) => row < 3), rows.includes(3)];
      assert.deepEqual([items.includes(0), items.includes(1)], both, agent);
    }
  });

  test("of two who saw the same neither is named, and both are said", () => {
    const clients = Array.from({ length: 40 }, (_, number) => `c${number}`);
    const at = new Date("2026-01-01");
    const view = (agent: string, client: string): View => ({
      ...{ agent, client, at, fields: { phone: 1 } },
    });
    const views = [
      ...clients.flatMap((client) => [view("one", client), view("two", client)]),
      ...Array.from({ length: 4_000 }, (_, number) => view(`o${number % 40}`, `d${number}`)),
    ];
    const leaked = clients.slice(0, 20).map((client) => ({ clients: [client], fields: {} }));
    const { people, alike } = attribute(new Holdings(views).evidenceOf(leaked));
    assert.deepEqual(people, []);
    assert.deepEqual(
      alike.map(({ agent, other }) => [agent, other].sort()),
      [["one", "two"]],
    );
  });

  test("who is nearly named is said with how many rows are missing, and with those is named", () => {
    const at = new Date("2026-01-01");
    const views = Array.from(
      { length: 1_640 },
      (_, number): View => ({
        ...{ agent: `o${number % 41}`, client: `c${number}`, at, fields: { phone: 1 } },
      }),
    );
    const rowsOfFirst = (count: number) =>
      views.slice(0, 41 * count).filter(({ agent }) => agent === "o0");
    const said = (count: number) =>
      attribute(
        new Holdings(views).evidenceOf(
          rowsOfFirst(count).map(({ client }) => ({ clients: [client], fields: {} })),
        ),
      );
    const { people, nearest } = said(1);
    assert.deepEqual([people, nearest?.agent], [[], "o0"]);
    const enough = 1 + (nearest?.rowsMissing ?? 0);
    assert.ok(enough > 1);
    assert.deepEqual(
      said(enough).people.map(({ agent, alone }) => [agent, alone]),
      [["o0", enough]],
    );
  });

  test("a view of another version, or from after the sample was public, says nothing", () => {
    const view = (agent: string, client: string, version: number, at: string): View => ({
      ...{ agent, client, at: new Date(at), fields: { phone: version } },
    });
    const clients = Array.from({ length: 30 }, (_, number) => `c${number}`);
    const views = clients.flatMap((client) => [
      view("early", client, 1, "2026-01-01"),
      view("late", client, 2, "2026-03-01"),
      view("later", client, 2, "2026-06-01"),
    ]);
    const others = Array.from({ length: 3_000 }, (_, number) =>
      view(`o${number % 40}`, `d${number}`, 1, "2026-02-01"),
    );
    const sample = clients.map((client) => ({ clients: [client], fields: { phone: 2 } }));
    const held = new Holdings([...views, ...others], new Date("2026-05-01"));
    const { people } = attribute(held.evidenceOf(sample));
    assert.deepEqual(
      people.map(({ agent, alone }) => [agent, alone]),
      [["late", 30]],
    );
  });

  test("a row is held against what somebody knew at one time, however often values change and whichever screen showed them", () => {
    const clients = Array.from({ length: 30 }, (_, number) => `c${number}`);
    const days = [5, 3, 1, 2, 4];
    const view = (agent: string, client: string, day: number, ...shown: string[]): View => ({
      ...{ agent, client, at: new Date(Date.UTC(2026, 0, day)) },
      fields: Object.fromEntries(shown.map((field) => [field, day])),
    });
    const fields = ["email", "phone", "balance"];
    const views = [
      ...days.flatMap((day) => clients.map((client) => view("daily", client, day, ...fields))),
      ...clients.map((client) => view("twice", `t${client}`, 1, "email", "phone")),
      ...clients.map((client) => view("twice", `t${client}`, 2, "balance")),
      ...Array.from({ length: 1_000 }, (_, number) =>
        view(`o${number % 50}`, `d${number}`, 1, ...fields),
      ),
    ];
    const held = new Holdings(views);
    const leaked = (of: string, email: number, balance: number) =>
      held.evidenceOf(
        clients.slice(0, 25).map((client) => ({
          ...{ clients: [of + client], fields: { email, phone: email, balance } },
        })),
      );
    for (const day of days) {
      const evidence = leaked("", day, day);
      assert.deepEqual(
        attribute(evidence).people.map(({ agent, alone }) => [agent, alone]),
        [["daily", 25]],
      );
      assert.equal(1 / (evidence.people[0]?.densities[0] ?? 0), 150);
    }
    const [twice] = attribute(leaked("t", 1, 2)).people;
    assert.deepEqual([twice?.agent, twice?.explains], ["twice", 25]);
    assert.equal(attribute(leaked("", 1, 5)).unseen, 25, "nobody knew these at one time");
  });

  test("names of fields and values may have any signs", () => {
    const at = new Date("2026-01-01");
    const held = new Holdings([
      { agent: "one", client: "c", at, fields: { "a b": 1 } },
      { agent: "two", client: "c", at, fields: { a: 1, b: "1 a=1" } },
      { agent: "two", client: "c a=1", at, fields: {} },
    ]);
    const holders = (client: string, fields: View["fields"]) =>
      held.evidenceOf([{ clients: [client], fields }]).people.map(({ agent }) => agent);
    assert.deepEqual(holders("c", { a: 1, b: "1 a=1" }), ["two"]);
    assert.deepEqual(holders("c", { "a b": 1 }), ["one"]);
    assert.deepEqual(holders("c", { a: 1 }), ["two"]);
    assert.deepEqual(holders("c", { constructor: 1 }), []);
  });

  test("what it says doesn't hang on the order of views or rows", () => {
    const traits = { leakers: 1, rows: 15, backgroundShare: 0.2, background: "alike" } as const;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000 }), (seed) => {
        const { sample } = leakFrom(world, traits, seed);
        const [one, other] = [sample, [...sample].reverse()].map((rows) =>
          attribute(holdings.evidenceOf(rows)).people.map(({ agent }) => agent),
        );
        assert.deepEqual(one, other);
      }),
      { numRuns: 4 },
    );
  });

  test("the command reads anybody's data, says which lines it can't, and nobody is an empty list", async () => {
    const folder = await mkdtemp(join(tmpdir(), "trace-"));
    const [views, sample] = [join(folder, "views.jsonl"), join(folder, "sample.jsonl")];
    const { sample: leaked } = leakFrom(
      world,
      { leakers: 0, rows: 12, backgroundShare: 1, background: "alike" },
      5,
    );
    await writeFile(
      views,
      `${world.views.map((view) => JSON.stringify(view)).join("\n")}\n{"no":1}\n`,
    );
    await writeFile(
      sample,
      leaked.map(({ clients: [client] }) => JSON.stringify({ client })).join("\n"),
    );
    const words = ["--views", views, "--sample", sample, "--json"];
    const { code, stdout, stderr } = await runCommand(attributeCommand, words, {
      clock: () => new Date(),
    });
    assert.equal(code, 1);
    assert.match(stderr, new RegExp(`"file":"views","line":${world.views.length + 1},`));
    assert.deepEqual(JSON.parse(stdout).people, []);
    const all = await runCommand(attributeCommand, words, { clock: () => new Date() });
    const first = Math.min(...world.views.map(({ at }) => Number(at)));
    const day = dayOf(new Date(first));
    const early = await runCommand(attributeCommand, [...words, "--before", day], {
      clock: () => new Date(),
    });
    assert.equal(JSON.parse(early.stdout).unseen, leaked.length, "nobody had seen anything yet");
    assert.ok(JSON.parse(all.stdout).unseen < leaked.length);
    const wrong = runCommand(attributeCommand, [...words, "--before", "soon"], {
      clock: () => new Date(),
    });
    await assert.rejects(async () => await wrong, /soon is no date/);
    await rm(folder, { recursive: true });
  });
});
