import type { Id, Queryable } from "#platform";
import { inPortions } from "./portions.ts";
import { type PickedClient, pickClients, type Span } from "./store.ts";

/** How much the world at large is looked at: what the densities of every source are made of. */
export type World = {
  /** |V_a|: of how many clients each person was shown a value. */
  sizes: ReadonlyMap<Id<"staff">, number>;
  /** Σ|V_a|. */
  total: number;
  /** About how many clients there are of whom a value was shown to anybody. */
  clients: number;
  /** How many people see a client, on the average over all whom each person sees. */
  holdersMean: number;
};

/** Where a person is expected to hold many rows, it is looked at how many others see this person's own clients. */
const picksEach = 16;
const picksInAll = 160;
/** Half a view weighs in for a client whom nobody saw, see attribution/evidence.ts. */
const unseenViews = 0.5;
/** Moments that lie evenly however many there are: the golden ratio's multiples. */
const golden = (Math.sqrt(5) - 1) / 2;

/**
 * What of the world isn't counted is estimated from clients that are picked evenly from all views, always the same ones.
 */
export async function worldFrom(
  queryable: Queryable,
  sizes: ReadonlyMap<Id<"staff">, number>,
  span: Span,
): Promise<World> {
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const people = spread(sizes, total, picksInAll);
  const picks = await picked(queryable, people, span);
  const holders = picks.map((pick) => Math.max(1, pick.holders));
  return {
    ...{ sizes, total },
    clients: Math.max(
      1,
      total *
        mean(
          holders.map((count) => 1 / count),
          1,
        ),
    ),
    holdersMean: mean(holders, 1),
  };
}

/** How many people see each of these people's clients, on the average. Who has none is missing. */
export async function holdersOfOwn(
  queryable: Queryable,
  people: readonly Id<"staff">[],
  span: Span,
): Promise<Map<Id<"staff">, number>> {
  const asked = people.flatMap((staff) => Array.from({ length: picksEach }, () => staff));
  const picks = Map.groupBy(await picked(queryable, asked, span), ({ staff }) => staff);
  return new Map(
    [...picks].map(([staff, own]) => [
      staff,
      mean(
        own.map(({ holders }) => holders),
        1,
      ),
    ]),
  );
}

/** How likely the world at large is to give a client whom so many people saw. */
export function densityOf({ total, clients }: World, holders: number): number {
  return (holders + unseenViews) / (total + unseenViews * (clients + 1));
}

/** People by how much they saw, each as often as that is of all. */
function spread(
  sizes: ReadonlyMap<Id<"staff">, number>,
  total: number,
  count: number,
): Id<"staff">[] {
  const chosen: Id<"staff">[] = [];
  let passed = 0;
  for (const [staff, size] of [...sizes].sort(([a], [b]) => (a < b ? -1 : 1))) {
    passed += size;
    while (chosen.length < count && (chosen.length + 0.5) * total < passed * count) {
      chosen.push(staff);
    }
  }
  return chosen;
}

async function picked(
  queryable: Queryable,
  people: readonly Id<"staff">[],
  span: Span,
): Promise<PickedClient[]> {
  const portions = await inPortions(momentsFor(people, span), (some) =>
    pickClients(queryable, some, span),
  );
  return portions.flat();
}

function momentsFor(people: readonly Id<"staff">[], { from, to }: Span) {
  const length = Number(to) - Number(from);
  return people.map((staff, place) => {
    const part = ((place + 1) * golden) % 1;
    return { staff, at: new Date(Number(from) + Math.floor(part * length)) };
  });
}

function mean(values: readonly number[], otherwise: number): number {
  if (values.length === 0) return otherwise;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
