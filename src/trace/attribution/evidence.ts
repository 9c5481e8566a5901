/**
 * Terminology. *View*: somebody was shown something of a client. *Item*: one row of what leaked: a client, and what of the client
 * stands in it. *State*: what one row can show of a client at a time: the versions of its fields. *Density*: how likely a
 * source, if a row comes from it, is to give just this item.
 */

/** What tells the values of a field apart that followed each other: 2 and "2" are the same. */
export type Version = number | string;

/** Somebody was shown these fields of a client, in these versions. */
export type View = {
  agent: string;
  client: string;
  at: Date;
  fields: Readonly<Record<string, Version>>;
};

/**
 * A row of a leaked sample. Without fields it says only that a client stands in it. Where several clients may be meant, it
 * names each.
 */
export type SampleRow = {
  clients: readonly string[];
  fields: Readonly<Record<string, Version>>;
};

/** What is known of where the items of a sample could come from: made of views in memory, or of the ledger. */
export type Evidence = {
  /** For each item the clients whom it may be about. */
  clients: readonly (readonly string[])[];
  /** For each item its density from the world at large, as clients are looked at: who is seen often is likelier. */
  background: Float64Array;
  /** The density of any item when it comes from all clients alike. */
  even: number;
  /** Of how many clients each person was shown something, added up over all people. */
  total: number;
  /** Who saw an item at all. */
  people: readonly PersonEvidence[];
  /** How many people had views, those too who saw nothing of the sample. */
  peopleCount: number;
};

export type PersonEvidence = {
  agent: string;
  /** The items that this person saw, ascending, and the density of each from this person. */
  items: Int32Array;
  densities: Float64Array;
  /** How many items of a sample like this one this person would have seen if it came from the world at large. */
  chance: number;
  /** When this person's views that match were. */
  firstAt: Date;
  lastAt: Date;
};

/** What weighs in for a state that nobody saw: half a view (the estimate of Krichevsky and Trofimov). */
const unseenViews = 0.5;
/** Of fields that changed often, no more states of one client are told apart. */
const statesMax = 64;

type Seen = { versions: Map<string, Set<Version>>; firstAt: Date; lastAt: Date };
type SeenBy = Map<string, Map<string, Seen>>;

/** Who could show which states of rows that have the same fields. */
type Shape = {
  holders: Map<string, string[]>;
  /** Of how many states each person is a holder. */
  sizes: Map<string, number>;
  total: number;
  /** How likely each person is to hold one row that comes from the world at large. */
  chances: Map<string, number>;
};

/** Views in memory, to be held against one sample or many. */
export class Holdings {
  readonly #seen: SeenBy;
  readonly #shapes = new Map<string, Shape>();

  /** @param before when the sample was first seen in public: later views say nothing */
  constructor(views: Iterable<View>, before?: Date) {
    this.#seen = seenBy(views, before);
  }

  evidenceOf(sample: readonly SampleRow[]): Evidence {
    const background = new Float64Array(sample.length);
    let [even, total] = [1, 0];
    const found = new Map<string, Found>();
    for (const [item, { clients, fields }] of sample.entries()) {
      const shape = this.#shapeOf(fields);
      even = Math.min(even, 1 / (shape.holders.size + 1));
      total = Math.max(total, shape.total);
      for (const client of clients) {
        const holders = shape.holders.get(stateName(client, fields)) ?? [];
        const share = 1 / clients.length;
        background[item] = (background[item] ?? 0) + share * densityOf(shape, holders.length);
        for (const agent of holders) {
          const own: Found = found.get(agent) ?? { densities: new Map(), at: [] };
          found.set(agent, own);
          const density = share / (shape.sizes.get(agent) ?? 1);
          own.densities.set(item, (own.densities.get(item) ?? 0) + density);
          const when = this.#seen.get(agent)?.get(client);
          if (when) own.at.push(when.firstAt, when.lastAt);
        }
      }
    }
    const people = [...found].map(([agent, own]) =>
      personFrom(agent, own, this.#chance(agent, sample)),
    );
    const clients = sample.map((row) => row.clients);
    return { clients, background, even, total, people, peopleCount: this.#seen.size };
  }

  #chance(agent: string, sample: readonly SampleRow[]): number {
    return sample.reduce(
      (sum, { fields }) => sum + (this.#shapeOf(fields).chances.get(agent) ?? 0),
      0,
    );
  }

  #shapeOf(fields: SampleRow["fields"]): Shape {
    const names = Object.keys(fields).sort();
    const name = names.join(" ");
    const shape = this.#shapes.get(name) ?? shapeOver(names, this.#seen);
    this.#shapes.set(name, shape);
    return shape;
  }
}

type Found = { densities: Map<number, number>; at: Date[] };

function personFrom(agent: string, { densities, at }: Found, chance: number): PersonEvidence {
  const times = at.map(Number);
  return {
    agent,
    items: Int32Array.from(densities.keys()),
    densities: Float64Array.from(densities.values()),
    chance,
    firstAt: new Date(times.reduce((first, time) => Math.min(first, time), Infinity)),
    lastAt: new Date(times.reduce((last, time) => Math.max(last, time), 0)),
  };
}

function seenBy(views: Iterable<View>, before: Date | undefined): SeenBy {
  const seen: SeenBy = new Map();
  for (const { agent, client, at, fields } of views) {
    if (before && at >= before) continue;
    const clients = seen.get(agent) ?? new Map<string, Seen>();
    seen.set(agent, clients);
    const own = clients.get(client) ?? { versions: new Map(), firstAt: at, lastAt: at };
    clients.set(client, own);
    if (at < own.firstAt) own.firstAt = at;
    if (at > own.lastAt) own.lastAt = at;
    for (const [field, version] of Object.entries(fields)) {
      const versions = own.versions.get(field);
      if (versions) versions.add(version);
      else own.versions.set(field, new Set([version]));
    }
  }
  return seen;
}

function shapeOver(fields: readonly string[], seen: SeenBy): Shape {
  const shape: Shape = { holders: new Map(), sizes: new Map(), total: 0, chances: new Map() };
  for (const [agent, clients] of seen) {
    let size = 0;
    for (const [client, { versions }] of clients) {
      for (const state of statesOf(client, fields, versions)) {
        const holders = shape.holders.get(state);
        if (holders) holders.push(agent);
        else shape.holders.set(state, [agent]);
        size += 1;
      }
    }
    shape.sizes.set(agent, size);
    shape.total += size;
  }
  for (const holders of shape.holders.values()) {
    const density = densityOf(shape, holders.length);
    for (const agent of holders) {
      shape.chances.set(agent, (shape.chances.get(agent) ?? 0) + density);
    }
  }
  return shape;
}

/** Every state of a client that could be shown by who saw these versions: none when a field is missing. */
function statesOf(
  client: string,
  fields: readonly string[],
  versions: ReadonlyMap<string, ReadonlySet<Version>>,
): string[] {
  let states = [client];
  for (const field of fields) {
    const own = [...(versions.get(field) ?? [])];
    states = states
      .flatMap((state) => own.map((version) => `${state} ${field}=${version}`))
      .slice(0, statesMax);
  }
  return states;
}

/** How likely the world at large is to give a state that so many people saw. */
function densityOf({ total, holders }: Pick<Shape, "total" | "holders">, views: number): number {
  return (views + unseenViews) / (total + unseenViews * (holders.size + 1));
}

function stateName(client: string, fields: SampleRow["fields"]): string {
  const versions = Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1));
  return [client, ...versions.map(([field, version]) => `${field}=${version}`)].join(" ");
}
