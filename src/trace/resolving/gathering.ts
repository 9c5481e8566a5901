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

/** Who may be meant by a row that has no identifier. */
export type Suspects = {
  clients: readonly Id<"client">[];
  /** How many agree as well with the row as these; undefined when they weren't all gathered. */
  alike: number | undefined;
  /** No two values of the row agree on anybody: these are gathered by one, the rarest first. */
  byOne: readonly FieldName[];
};

/**
 * Gathers by each row's rarest value who has it and most of the row's others, then, where nobody has two of them, by the
 * next. @param max clients of one row
 */
export async function gather(
  { database }: Pick<ResolvingDesk, "database">,
  rows: readonly (readonly IndexedValue[])[],
  max: number,
): Promise<Suspects[]> {
  const open = rows.map((values, item) => ({ item, bases: basesOf(values), values }));
  const found = rows.map((): Suspects => ({ clients: [], alike: 0, byOne: [] }));
  for (let turn = 0; ; turn++) {
    const asking = open.filter(
      ({ item, bases }) => turn < bases.length && !isSettled(found[item], turn),
    );
    if (asking.length === 0) return found;
    const bases = asking.flatMap(({ item, bases }) => askedOf(item, bases[turn]));
    const others = asking.flatMap(({ item, bases, values }) =>
      values.flatMap((one) => (one.field === bases[turn]?.field ? [] : askedOf(item, one))),
    );
    const kept = max + 1;
    const byItem = Map.groupBy(
      await clientsAgreeing(database, bases, others, { gathered: gatheredMax + 1, kept }),
      ({ item }) => item,
    );
    for (const { item, bases } of asking) {
      const gathered = byItem.get(item) ?? [];
      const [first] = gathered;
      const field = bases[turn]?.field;
      if (!first || !field) continue;
      const clients = gathered.map(({ client }) => client);
      const alike = first.alike > gatheredMax ? undefined : first.alike;
      const before = found[item];
      found[item] =
        first.agreeing > 0 || !before
          ? { clients, alike, byOne: [] }
          : {
              clients: [...new Set([...before.clients, ...clients])],
              alike: sum(before.alike, alike),
              byOne: [...before.byOne, field],
            };
    }
  }
}

/** Somebody has two of the row's values; before the first turn nobody is known. */
function isSettled(suspects: Suspects | undefined, turn: number): boolean {
  return (
    turn > 0 && suspects !== undefined && suspects.clients.length > 0 && suspects.byOne.length === 0
  );
}

/** One value of each field, the rarest first. */
function basesOf(values: readonly IndexedValue[]): IndexedValue[] {
  return rarest.flatMap((field) => values.find((one) => one.field === field) ?? []);
}

function askedOf(item: number, value: IndexedValue | undefined): AskedOfItem[] {
  if (!value) return [];
  return value.indexes.map((index) => ({ item, field: value.field, index }));
}

function sum(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? undefined : one + other;
}
