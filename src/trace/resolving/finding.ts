import type { Id } from "#platform";
import type { ResolvingDesk } from "./holding.ts";
import { type Finder, keyOf, nameOf } from "./reading.ts";
import { clientsOfAccounts, clientsOfIndexes, clientsOfReferences } from "./store.ts";

/** Whose each identifier is or was, in the places of what was asked. @param max clients of one identifier */
export async function clientsOf(
  { database }: Pick<ResolvingDesk, "database">,
  finders: readonly Finder[],
  max: number,
): Promise<Id<"client">[][]> {
  const accounts = finders.flatMap((one) => (one.by === "account" ? one.publicId : []));
  const references = distinct(finders.flatMap((one) => (one.by === "reference" ? one.index : [])));
  const values = new Map(
    finders.flatMap((one) =>
      one.by === "value"
        ? one.value.indexes.map((index) => {
            const { field } = one.value;
            return [nameOf(field, index), { field, index }] as const;
          })
        : [],
    ),
  );
  const owners = await clientsOfAccounts(database, accounts);
  const called = new Map<string, Id<"client">>();
  for (const { place, client } of await clientsOfReferences(database, references)) {
    called.set(keyOf(references[place] ?? new Uint8Array()), client);
  }
  const asked = [...values.values()];
  const having = new Map<string, Id<"client">[]>();
  for (const { place, client } of await clientsOfIndexes(database, asked, max)) {
    const { field, index } = asked[place] ?? {};
    if (!field || !index) continue;
    const name = nameOf(field, index);
    having.set(name, [...(having.get(name) ?? []), client]);
  }
  return finders.map((one) => {
    if (one.by === "account") return known(owners.get(one.publicId));
    if (one.by === "reference") return known(called.get(keyOf(one.index)));
    const { field, indexes } = one.value;
    return [...new Set(indexes.flatMap((index) => having.get(nameOf(field, index)) ?? []))];
  });
}

function known(client: Id<"client"> | undefined): Id<"client">[] {
  return client ? [client] : [];
}

function distinct(indexes: readonly Uint8Array[]): Uint8Array[] {
  return [...new Map(indexes.map((index) => [keyOf(index), index])).values()];
}
