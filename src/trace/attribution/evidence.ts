/**
 * Terminology. *View*: somebody was shown something of a client. *Item*: one row of what leaked: a client, and what of the client
 * stands in it. *State*: what somebody knew of a client after a view: of each field the version that was shown last. *Density*:
 * how likely a source, if a row comes from it, is to give just this item.
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

/** For each person and client what that person was shown, in the order of time. */
type SeenBy = Map<string, Map<string, View[]>>;

/** Who could show which states of rows that have the same fields. */
type Shape = {
  fields: readonly string[];
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
    const shapes: Shape[] = [];
    for (const [item, { clients, fields }] of sample.entries()) {
      const shape = this.#shapeOf(fields);
      shapes.push(shape);
      even = Math.min(even, 1 / (shape.holders.size + 1));
      total = Math.max(total, shape.total);
      const values = new Map(Object.entries(fields));
      for (const client of clients) {
        const holders = shape.holders.get(stateName(client, shape.fields, values)) ?? [];
        const share = 1 / clients.length;
        background[item] = (background[item] ?? 0) + share * densityOf(shape, holders.length);
        for (const agent of holders) {
          const own: Found = found.get(agent) ?? { densities: new Map(), views: [] };
          found.set(agent, own);
          const density = share / (shape.sizes.get(agent) ?? 1);
          own.densities.set(item, (own.densities.get(item) ?? 0) + density);
          const views = this.#seen.get(agent)?.get(client) ?? [];
          own.views.push(...views.slice(0, 1), ...views.slice(-1));
        }
      }
    }
    const people = [...found].map(([agent, own]) =>
      personFrom(
        agent,
        own,
        shapes.reduce((sum, { chances }) => sum + (chances.get(agent) ?? 0), 0),
      ),
    );
    const clients = sample.map((row) => row.clients);
    return { clients, background, even, total, people, peopleCount: this.#seen.size };
  }

  #shapeOf(fields: SampleRow["fields"]): Shape {
    const names = Object.keys(fields).sort();
    const name = JSON.stringify(names);
    const shape = this.#shapes.get(name) ?? shapeOver(names, this.#seen);
    this.#shapes.set(name, shape);
    return shape;
  }
}

type Found = { densities: Map<number, number>; views: View[] };

function personFrom(agent: string, { densities, views }: Found, chance: number): PersonEvidence {
  const times = views.map(({ at }) => Number(at));
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
  for (const view of views) {
    if (before && view.at >= before) continue;
    const clients = seen.get(view.agent) ?? new Map<string, View[]>();
    seen.set(view.agent, clients);
    const own = clients.get(view.client);
    if (own) own.push(view);
    else clients.set(view.client, [view]);
  }
  for (const clients of seen.values()) {
    for (const own of clients.values()) own.sort((a, b) => Number(a.at) - Number(b.at));
  }
  return seen;
}

function shapeOver(fields: readonly string[], seen: SeenBy): Shape {
  const shape: Shape = {
    ...{ fields, holders: new Map(), sizes: new Map(), total: 0, chances: new Map() },
  };
  for (const [agent, clients] of seen) {
    let size = 0;
    for (const [client, views] of clients) {
      for (const state of statesKnown(client, fields, views)) {
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

/**
 * Every state of a client that somebody came to know, one at most for each view: values that this person never knew at the same
 * time are no state. There is none until all these fields were shown.
 */
function statesKnown(
  client: string,
  fields: readonly string[],
  views: readonly View[],
): ReadonlySet<string> {
  const states = new Set<string>();
  const known = new Map<string, Version>();
  for (const view of views) {
    for (const field of fields) {
      const version = Object.hasOwn(view.fields, field) ? view.fields[field] : undefined;
      if (version !== undefined) known.set(field, version);
    }
    if (known.size === fields.length) states.add(stateName(client, fields, known));
  }
  return states;
}

/** How likely the world at large is to give a state that so many people saw. */
function densityOf({ total, holders }: Pick<Shape, "total" | "holders">, views: number): number {
  return (views + unseenViews) / (total + unseenViews * (holders.size + 1));
}

function stateName(
  client: string,
  fields: readonly string[],
  known: ReadonlyMap<string, Version>,
): string {
  return JSON.stringify([client, ...fields.map((field) => String(known.get(field)))]);
}
