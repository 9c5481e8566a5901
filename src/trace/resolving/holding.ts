import type { Keykeeper } from "#keys";
import type { Id, Queryable } from "#platform";
import type { FieldName } from "#policy";
import { fieldTable } from "#vault";
import { type Held, heldAs, type Known } from "./held.ts";
import { type ReadRow, wholeBits } from "./reading.ts";
import { type AskedVersion, masksOf, versionsOf } from "./store.ts";

/** What a resolution works with. It decrypts nothing. */
export type ResolvingDesk = {
  database: Queryable;
  keykeeper: Pick<Keykeeper, "blindIndexes" | "fingerprints">;
};

/** How much goes into one statement. */
const askedAtOnce = 4_000;

/** A client and a row. `isFound`: something in the row that stands for one client alone led there. */
export type Pair = { read: ReadRow; client: Id<"client">; isFound: boolean };

/** Of which pair, and of which of its values, something is asked. */
type Of = { pair: number; value: number };
type Guess = Of & AskedVersion & { isExact: boolean };

/** Holds clients against rows, value by value: by guesses at indexes and fingerprints, and by masks. */
export async function hold(desk: ResolvingDesk, pairs: readonly Pair[]): Promise<Held[]> {
  const known = pairs.map(({ read }) =>
    read.values.map((): Known => ({ exact: [], alike: [], masks: [] })),
  );
  const guesses = [...indexesIn(pairs), ...(await fingerprintsIn(desk.keykeeper, pairs))];
  for (const some of portions(guesses)) {
    for (const { place, ...version } of await versionsOf(desk.database, some)) {
      const { pair = 0, value = 0, isExact } = some[place] ?? {};
      known[pair]?.[value]?.[isExact ? "exact" : "alike"].push(version);
    }
  }
  for (const some of portions(partialsIn(pairs))) {
    for (const { place, mask } of await masksOf(desk.database, some)) {
      const { pair = 0, value = 0 } = some[place] ?? {};
      known[pair]?.[value]?.masks.push(mask);
    }
  }
  return pairs.map((pair, place) => heldAs(pair, known[place] ?? []));
}

function indexesIn(pairs: readonly Pair[]): Guess[] {
  const guesses: Guess[] = [];
  for (const [pair, { read, client }] of pairs.entries()) {
    for (const [value, one] of read.values.entries()) {
      if (one.is !== "indexed") continue;
      const isExact = one.bits === wholeBits;
      for (const index of one.indexes) {
        guesses.push({ pair, value, client, field: one.field, index, fingerprint: null, isExact });
      }
    }
  }
  return guesses;
}

/** Letter by letter: what has no index, and what has a short one while nothing else says that the client is meant. */
async function fingerprintsIn(
  keykeeper: ResolvingDesk["keykeeper"],
  pairs: readonly Pair[],
): Promise<Guess[]> {
  const places: Of[] = [];
  const requests: { table: string; field: FieldName; client: Id<"client">; value: string }[] = [];
  for (const [pair, { read, client, isFound }] of pairs.entries()) {
    for (const [value, one] of read.values.entries()) {
      if (one.is !== "spelled" && (one.is !== "indexed" || isFound)) continue;
      for (const spelling of one.spellings) {
        places.push({ pair, value });
        requests.push({ table: fieldTable, field: one.field, client, value: spelling });
      }
    }
  }
  const fingerprints = await keykeeper.fingerprints(requests);
  return places.flatMap((of, place) => {
    const [request, fingerprint] = [requests[place], fingerprints[place]];
    if (!request || !fingerprint) return [];
    const { client, field } = request;
    return { ...of, client, field, index: null, fingerprint, isExact: true };
  });
}

function partialsIn(pairs: readonly Pair[]) {
  return pairs.flatMap(({ read, client }, pair) =>
    read.values.flatMap((one, value) =>
      one.is === "partial" ? { pair, value, client, field: one.field } : [],
    ),
  );
}

function* portions<Item>(items: readonly Item[]): Generator<Item[]> {
  for (let from = 0; from < items.length; from += askedAtOnce) {
    yield items.slice(from, from + askedAtOnce);
  }
}
