import type { Keykeeper } from "#keys";
import type { Id, Queryable } from "#platform";
import type { FieldName } from "#policy";
import { fieldTable } from "#vault";
import { type Held, heldAs, type Known } from "./held.ts";
import { keyOf, type ReadRow } from "./reading.ts";
import { spellingsOf } from "./spelling.ts";
import { type AskedVersion, formersOf, masksOf, versionsOf } from "./store.ts";

/** What a resolution works with. It decrypts nothing. */
export type ResolvingDesk = {
  database: Queryable;
  keykeeper: Pick<Keykeeper, "blindIndexes" | "fingerprints">;
};

/** How much goes into one statement, and how many pairs are held without a wait between. */
const askedAtOnce = 4_000;
const pairsAtOnce = 500;

/** A client and a row. */
export type Pair = {
  read: ReadRow;
  client: Id<"client">;
  /** Something in the row that stands for one client alone led there. */
  isFound: boolean;
  /** The one field with an index that can be the client's: the others were compared already. */
  only: FieldName | undefined;
};

/** Of which pair, and of which of its values, something is asked. */
type Of = { pair: number; value: number };
type Guess = Of & AskedVersion;

/** Holds clients against rows, value by value: by guesses at indexes and fingerprints, and by masks. */
export async function hold(desk: ResolvingDesk, pairs: readonly Pair[]): Promise<Held[]> {
  const held: Held[] = [];
  for (const some of portions(pairs, pairsAtOnce)) held.push(...(await holdSome(desk, some)));
  return held;
}

async function holdSome(desk: ResolvingDesk, pairs: readonly Pair[]): Promise<Held[]> {
  const known = pairs.map(({ read }) => read.values.map(nothingKnown));
  await tellByIndex(desk, indexesIn(pairs), known);
  await tellBySpelling(desk, spelledIn(pairs, known), known);
  for (const some of portions(untoldIn(pairs, known), askedAtOnce)) {
    for (const { place, mask } of await masksOf(desk.database, some)) {
      told(known, some[place]).masks.push(mask);
    }
  }
  return pairs.map((pair, place) => heldAs(pair, known[place] ?? []));
}

async function tellByIndex(
  { database }: ResolvingDesk,
  guesses: readonly Guess[],
  known: KnownOfAll,
): Promise<void> {
  for (const some of portions(guesses, askedAtOnce)) {
    for (const { place, fingerprint, ...version } of await versionsOf(database, some)) {
      const { exact, alike } = told(known, some[place]);
      if (fingerprint) alike.push({ version, fingerprint });
      else exact.push(version);
    }
  }
}

async function tellBySpelling(
  { database, keykeeper }: ResolvingDesk,
  spelled: readonly Spelled[],
  known: KnownOfAll,
): Promise<void> {
  const formers = await formersOf(database, [...new Set(spelled.map(({ client }) => client))]);
  const fingerprints = await fingerprintsOf(keykeeper, spelled, formers);
  const guesses: Guess[] = [];
  for (const [place, { client, field, ...of }] of spelled.entries()) {
    const own = fingerprints[place] ?? [];
    const { exact, alike } = told(known, of);
    if (alike.length === 0) {
      guesses.push({ ...of, client, field, index: null, fingerprints: Buffer.concat(own) });
      continue;
    }
    const names = new Set(own.map(keyOf));
    for (const { version, fingerprint } of alike) {
      if (names.has(keyOf(fingerprint))) exact.push(version);
    }
  }
  for (const some of portions(guesses, askedAtOnce)) {
    for (const { place, fingerprint: _none, ...version } of await versionsOf(database, some)) {
      told(known, some[place]).exact.push(version);
    }
  }
}

function nothingKnown(): Known {
  return { exact: [], alike: [], masks: [] };
}

type KnownOfAll = readonly (readonly Known[])[];

function told(known: KnownOfAll, of: Of | undefined): Known {
  const own = of && known[of.pair]?.[of.value];
  if (!own) throw new Error("nothing was asked of this");
  return own;
}

function indexesIn(pairs: readonly Pair[]): Guess[] {
  const guesses: Guess[] = [];
  for (const [pair, { read, client, only }] of pairs.entries()) {
    for (const [value, one] of read.values.entries()) {
      if (one.is !== "indexed" || (only && only !== one.field)) continue;
      for (const index of one.indexes) {
        guesses.push({ pair, value, client, field: one.field, index, fingerprints: null });
      }
    }
  }
  return guesses;
}

type Spelled = Of & { client: Id<"client">; field: FieldName; spellings: readonly string[] };

/**
 * What is compared letter by letter: what has no index, and what has the client's short one while nothing else says that the
 * client is meant. Where no index agrees nothing is: the client isn't meant.
 */
function spelledIn(pairs: readonly Pair[], known: KnownOfAll): Spelled[] {
  return pairs.flatMap(({ read, client, isFound }, pair) => {
    const own = known[pair] ?? [];
    const agrees = own.some(({ exact, alike }) => exact.length + alike.length > 0);
    if (!isFound && !agrees) return [];
    return read.values.flatMap((one, value) => {
      const isAlike = !isFound && (own[value]?.alike.length ?? 0) > 0;
      if (one.is !== "spelled" && !(one.is === "indexed" && isAlike)) return [];
      const spellings = spellingsOf(one.kind, one.texts);
      return spellings.length === 0 ? [] : { pair, value, client, field: one.field, spellings };
    });
  });
}

/**
 * Of each, the fingerprints of its spellings: of the client's own values, and of those that the client had as a copy, which
 * were made for the copy's id.
 */
async function fingerprintsOf(
  keykeeper: ResolvingDesk["keykeeper"],
  spelled: readonly Spelled[],
  formers: ReadonlyMap<Id<"client">, readonly Id<"client">[]>,
): Promise<Uint8Array[][]> {
  const asked = spelled.map(({ client: own, field, spellings }) =>
    [own, ...(formers.get(own) ?? [])].flatMap((client) =>
      spellings.map((value) => ({ table: fieldTable, field, client, value })),
    ),
  );
  const fingerprints = await keykeeper.fingerprints(asked.flat());
  let next = 0;
  return asked.map(({ length }) => {
    const own = fingerprints.slice(next, next + length);
    next += length;
    return own.flatMap((one) => one ?? []);
  });
}

/** What masks may tell of: parts of values, and words that weren't found as they stand. */
function untoldIn(pairs: readonly Pair[], known: KnownOfAll) {
  return pairs.flatMap(({ read, client }, pair) =>
    read.values.flatMap((one, value) => {
      const isFound = known[pair]?.[value]?.exact.length !== 0;
      const isFree = one.is === "spelled" && one.kind === "text" && !isFound;
      return one.is === "partial" || isFree ? { pair, value, client, field: one.field } : [];
    }),
  );
}

function* portions<Item>(items: readonly Item[], max: number): Generator<Item[]> {
  for (let from = 0; from < items.length; from += max) yield items.slice(from, from + max);
}
