import type { Id } from "#platform";
import type { FieldName } from "#policy";
import type { ResolvingDesk } from "./holding.ts";
import type { IndexedValue } from "./reading.ts";
import { type AskedOfItem, clientsAgreeing } from "./store.ts";

/** No more clients are gathered by one value: the commonest dates and names have as many. */
const gatheredMax = 5_000;

/** By how many clients a value is shared, the fewest first, whatever the desk. */
const rarest: readonly FieldName[] = [
  ...(["id_number", "email", "phone", "address", "name"] as const),
  ...(["bank_last_four", "date_of_birth"] as const),
];

/** By one of these alone somebody may be meant; by the day of birth alone nobody. */
const telling = rarest.slice(0, rarest.indexOf("bank_last_four"));

/** Who may be meant by a row that has no identifier. */
export type Suspects = {
  clients: readonly Id<"client">[];
  /** How many clients have two values of the row, or the only one; undefined when they weren't all gathered. */
  fits: number | undefined;
  /** No two values of the row agree on anybody: the only one that may be each client's, the rarest first. */
  byOne: ReadonlyMap<Id<"client">, FieldName>;
};

/** Who has the base, and which of them have others too. */
type Attempt = { base: IndexedValue; others: readonly IndexedValue[] };

/**
 * Gathers for each row who has two of its values, by the rarest pair first, until somebody does; where nobody does, who
 * has one of them. @param max clients of one row, one more says that there are more
 */
export async function gather(
  { database }: Pick<ResolvingDesk, "database">,
  rows: readonly (readonly IndexedValue[])[],
  max: number,
): Promise<Suspects[]> {
  const attempts = rows.map(attemptsFor);
  const found = rows.map((): Suspects => ({ clients: [], fits: 0, byOne: new Map() }));
  const settled = new Set<number>();
  for (let turn = 0; ; turn++) {
    const asking = attempts.flatMap((own, item) => {
      const attempt = own[turn];
      return attempt && !settled.has(item) ? { item, ...attempt } : [];
    });
    if (asking.length === 0) return found;
    const gathered = await clientsAgreeing(
      database,
      asking.flatMap(({ item, base }) => askedOf(item, base)),
      asking.flatMap(({ item, others }) => others.flatMap((other) => askedOf(item, other))),
      { gathered: gatheredMax + 1, kept: max + 1 },
    );
    const byItem = Map.groupBy(gathered, ({ item }) => item);
    for (const { item, base, others } of asking) {
      const [first, ...rest] = byItem.get(item) ?? [];
      const before = found[item];
      if (!first || !before) continue;
      const clients = [first, ...rest].map(({ client }) => client);
      const isAll = others.length === 0 && attempts[item]?.length === 1;
      if (first.agreeing > 0 || isAll) {
        const fits = first.alike > gatheredMax ? undefined : first.alike;
        found[item] = { clients, fits, byOne: new Map() };
        settled.add(item);
      } else found[item] = beside(before, base, clients);
    }
  }
}

/** Of each field one value, the rarest first, with the next and then with the others; at last each that tells by itself. */
function attemptsFor(values: readonly IndexedValue[]): Attempt[] {
  const bases = rarest.flatMap((field) => values.find((one) => one.field === field) ?? []);
  return bases.flatMap((base, place) => {
    const next = bases.slice(place + 1, place + 2);
    const others = bases.slice(place + 2);
    const isAsked = next.length > 0 || place === 0 || telling.includes(base.field);
    return [
      ...(isAsked ? [{ base, others: next }] : []),
      ...(others.length > 0 ? [{ base, others }] : []),
    ];
  });
}

/** With who has this value alone, where that tells something. */
function beside(
  { byOne }: Suspects,
  { field }: IndexedValue,
  clients: readonly Id<"client">[],
): Suspects {
  const known = new Map(byOne);
  for (const client of telling.includes(field) ? clients : []) known.set(client, field);
  return { clients: [...known.keys()], fits: 0, byOne: known };
}

function askedOf(item: number, value: IndexedValue): AskedOfItem[] {
  return value.indexes.map((index) => ({ item, field: value.field, index }));
}
