import type { Evidence } from "./evidence.ts";

/**
 * The same evidence with one item for each client, however many rows are about that client: an account's payments, or a row for
 * each value. Whoever saw a client may have seen them all, so they are no evidence each. A source gives an item by the mean of
 * its rows: half as likely, where it would give half of them.
 */
export function oncePerClient(evidence: Evidence): Evidence {
  const clients = clientsOf(evidence.clients);
  const counts = countsOf(clients);
  if (counts.size === clients.length) return evidence;
  const places = new Map([...counts.keys()].map((client, place) => [client, place]));
  const merged = (rows: Iterable<number>, densities: Float64Array) => {
    const means = new Map<number, number>();
    for (const [each, row] of [...rows].entries()) {
      const client = clients[row] ?? "";
      const item = places.get(client) ?? 0;
      const part = (densities[each] ?? 0) / (counts.get(client) ?? 1);
      means.set(item, (means.get(item) ?? 0) + part);
    }
    const items = [...means].sort(([a], [b]) => a - b);
    return {
      items: Int32Array.from(items, ([item]) => item),
      densities: Float64Array.from(items, ([, density]) => density),
    };
  };
  return {
    ...evidence,
    clients: [...counts.keys()].map((client) => [client]),
    background: merged(clients.keys(), evidence.background).densities,
    people: evidence.people.map((person) => ({
      ...person,
      ...merged(person.items, person.densities),
    })),
  };
}

/** The client whom each row counts for: of several whom it may be about, the one whom most rows may be about. */
function clientsOf(rows: Evidence["clients"]): string[] {
  const counts = countsOf(rows.flat());
  const byCount = (a: string, b: string) =>
    (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1);
  return rows.map((clients) => clients.toSorted(byCount)[0] ?? "");
}

function countsOf(clients: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const client of clients) counts.set(client, (counts.get(client) ?? 0) + 1);
  return counts;
}
