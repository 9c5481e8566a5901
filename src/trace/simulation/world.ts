import { dayMs } from "#platform";
import type { SampleRow, View } from "../attribution/index.ts";
import { below, type Random, randomFrom, several, weighed } from "./random.ts";

const startsAt = Date.parse("2026-01-01T00:00:00Z");

/** What a desk is like whose views are made up. */
export type WorldTraits = {
  agents: number;
  clients: number;
  /** By how many agents a client was seen on the average. */
  agentsPerClient: number;
  /** How unequal agents and clients are: 0 for all alike, 1 for Zipf's law. */
  skew: number;
  days: number;
  /** After so many days each client's value is another one; 0 for never. */
  versionDays: number;
  /** Whether all clients' values change on the same days, or each client's on days of its own. */
  changes?: "together" | "apart";
  /** In how many teams, each with clients of its own; a tenth of the views are of others'. */
  teams: number;
};

/** What leaked of such a desk, and where it came from. */
export type LeakTraits = {
  leakers: number;
  rows: number;
  /** The part of the rows that comes from elsewhere. */
  backgroundShare: number;
  /** Where that came from: clients as they are seen, all clients alike, or those of one team. */
  background: "as_seen" | "alike" | "one_team";
};

export type World = { traits: WorldTraits; views: readonly View[]; popularity: Float64Array };
export type Leak = { leakers: readonly string[]; sample: readonly SampleRow[] };

const foreignShare = 0.1;
const triesMax = 8;
/** Its multiples lie evenly between whole numbers, however many there are. */
const golden = (Math.sqrt(5) - 1) / 2;
const field = "value";

/** Views by agents who work through clients as they come; the same seed makes the same world. */
export function makeWorld(traits: WorldTraits, seed: number): World {
  const random = randomFrom(seed);
  const popularity = sumsOf(traits.clients, traits.skew, random);
  const busy = sumsOf(traits.agents, traits.skew, random);
  const seen = new Set<number>();
  const views: View[] = [];
  const count = Math.round(traits.clients * traits.agentsPerClient);
  for (let tries = 0; views.length < count && tries < count * triesMax; tries++) {
    const agent = weighed(random, busy);
    const client = clientFor(agent, traits, popularity, random);
    const day = below(random, traits.days);
    const version = versionOn(client, day, traits);
    const key = (agent * traits.clients + client) * 512 + version;
    if (seen.has(key)) continue;
    seen.add(key);
    views.push({
      ...{ agent: `a${agent}`, client: `c${client}`, fields: fieldsAt(version) },
      at: new Date(startsAt + day * dayMs + below(random, dayMs)),
    });
  }
  return { traits, views, popularity };
}

/** What leaks of a world: rows of what each leaker saw, and others. Of values that change, all are those of one day. */
export function leakFrom(
  { traits, views, popularity }: World,
  leak: LeakTraits,
  seed: number,
): Leak {
  const random = randomFrom(seed);
  const day = below(random, traits.days);
  const versionOf = (client: string) => versionOn(Number(client.slice(1)), day, traits);
  const own = Map.groupBy(
    views.filter(({ client, fields }) => fields[field] === versionOf(client)),
    ({ agent }) => agent,
  );
  const outside = Math.round(leak.rows * (leak.leakers === 0 ? 1 : leak.backgroundShare));
  const each = Math.ceil((leak.rows - outside) / Math.max(1, leak.leakers));
  const able = [...own.keys()].filter((agent) => (own.get(agent)?.length ?? 0) >= each);
  const leakers = several(random, able, leak.leakers);
  const clients = new Set<string>();
  for (const agent of leakers) {
    for (const { client } of several(random, own.get(agent) ?? [], each)) clients.add(client);
  }
  addOutside(clients, leak, { traits, popularity }, random);
  const sample = [...clients].map((client) => ({
    ...{ clients: [client], fields: fieldsAt(versionOf(client)) },
  }));
  return { leakers, sample };
}

/** How many clients there are for rows from elsewhere: no sample has more rows. */
export function outsideClients(
  background: LeakTraits["background"],
  { clients, teams }: Pick<WorldTraits, "clients" | "teams">,
): number {
  return background === "one_team" ? Math.ceil(clients / teams) : clients;
}

/** Fills a sample up with rows from elsewhere. When the same few are drawn again and again, the others have equal chances. */
function addOutside(
  sample: Set<string>,
  { background, rows }: LeakTraits,
  { traits, popularity }: Pick<World, "traits" | "popularity">,
  random: Random,
): void {
  const team = below(random, traits.teams);
  const count = outsideClients(background, traits);
  const called = (place: number) =>
    `c${background === "one_team" ? place * traits.teams + team : place}`; // may be none of ours
  for (let tries = 0; sample.size < rows && tries < rows * triesMax; tries++) {
    const isAsSeen = background === "as_seen";
    sample.add(called(isAsSeen ? weighed(random, popularity) : below(random, count)));
  }
  if (sample.size >= rows) return;
  const all = Array.from({ length: count }, (_, place) => called(place));
  const others = all.filter((client) => !sample.has(client));
  for (const client of several(random, others, rows - sample.size)) sample.add(client);
}

function clientFor(
  agent: number,
  { teams, clients }: WorldTraits,
  popularity: Float64Array,
  random: Random,
): number {
  const client = weighed(random, popularity);
  if (teams <= 1 || random() < foreignShare) return client;
  const ofTeam = client - (client % teams) + (agent % teams);
  return ofTeam < clients ? ofTeam : client;
}

function versionOn(client: number, day: number, { versionDays, changes }: WorldTraits): number {
  if (versionDays === 0) return 1;
  const later = changes === "apart" ? (client * golden) % 1 : 0;
  return 1 + Math.floor(day / versionDays + later);
}

function fieldsAt(version: number): Record<string, number> {
  return { [field]: version };
}

/** Weights by a shuffled rank, as sums from the first on. */
function sumsOf(count: number, skew: number, random: Random): Float64Array {
  const ranks = several(
    random,
    Array.from({ length: count }, (_, place) => place + 1),
    count,
  );
  let sum = 0;
  return Float64Array.from(ranks, (rank) => {
    sum += rank ** -skew;
    return sum;
  });
}
