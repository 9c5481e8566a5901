import type { Id } from "#platform";
import type { Candidate, LeakedRow, ResolvedRow } from "../leak.ts";
import { clientsOf } from "./finding.ts";
import { gather, type Suspects } from "./gathering.ts";
import { withoutGuesses } from "./guesses.ts";
import { type Held, hasIndexedMatch } from "./held.ts";
import { hold, type Pair, type ResolvingDesk } from "./holding.ts";
import { type Finder, type IndexedValue, readRows } from "./reading.ts";
import {
  candidatesMax,
  firstFinder,
  isOpen,
  outcomeOf,
  type Standing,
  unmetFinders,
} from "./standing.ts";
import { factsOf } from "./store.ts";

/** Rows that are resolved together: some milliseconds of work between two waits. */
const rowsAtOnce = 250;

/** While the database answers for some, the next are made ready. */
const piecesAtOnce = 4;

/** So many clients are held against a row letter by letter; more, where what has no index may tell them apart. */
const heldMax = { alone: 100, withSpelled: 300 } as const;

const nobodySuspected: Suspects = { clients: [], fits: undefined, byOne: new Map() };

/**
 * Whom rows of a sample are about, in their order: by whole identifiers first, else by what several values have in common.
 * Nothing is decrypted, and nothing is kept. Rows that only guess at a client say nothing.
 * @param told how many rows are resolved, now and then
 * @throws {KeykeeperAway}
 */
export async function resolve(
  desk: ResolvingDesk,
  rows: readonly LeakedRow[],
  told: (done: number) => void = () => {},
): Promise<ResolvedRow[]> {
  const pieces: LeakedRow[][] = [];
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    pieces.push(rows.slice(from, from + rowsAtOnce));
  }
  const resolved: ResolvedRow[][] = [];
  let done = 0;
  const queue = pieces.entries();
  const work = async () => {
    for (const [place, piece] of queue) {
      resolved[place] = await resolvePiece(desk, piece);
      done += piece.length;
      told(done);
    }
  };
  await Promise.all(Array.from({ length: piecesAtOnce }, work));
  return withoutGuesses(resolved.flat());
}

async function resolvePiece(
  desk: ResolvingDesk,
  rows: readonly LeakedRow[],
): Promise<ResolvedRow[]> {
  const read = await readRows(desk.keykeeper, rows);
  const standings = read.map((one): Standing => ({ read: one, owners: new Map(), held: [] }));
  await findBy(desk, standings, firstFinder);
  await findBy(desk, standings, unmetFinders);
  await suspect(desk, standings.filter(isOpen));
  const outcomes = standings.map(outcomeOf);
  const clients = outcomes.flatMap((one) =>
    one.is === "found" ? one.held.map(({ client }) => client) : [],
  );
  const facts = await factsOf(desk.database, [...new Set(clients)]);
  return rows.map((row, place) => {
    const outcome = outcomes[place] ?? { is: "nobody" };
    if (outcome.is !== "found") return { row, outcome };
    const candidates = outcome.held.map((held): Candidate => {
      const { isCanary = false, country, formers = [] } = facts.get(held.client) ?? {};
      return { ...held, isCanary, country, ...(formers.length > 0 && { formers }) };
    });
    return { row, outcome: { is: "found", candidates } };
  });
}

/** Looks up some identifiers of each row, and holds whomever they are of against the row. */
async function findBy(
  desk: ResolvingDesk,
  standings: readonly Standing[],
  chosen: (standing: Standing) => readonly Finder[],
): Promise<void> {
  const asked = standings.flatMap((standing) =>
    chosen(standing).map((finder) => ({ standing, finder })),
  );
  const owners = await clientsOf(
    desk,
    asked.map(({ finder }) => finder),
    candidatesMax + 1,
  );
  const news = new Map<Standing, Set<Id<"client">>>();
  for (const [place, { standing, finder }] of asked.entries()) {
    const clients = owners[place] ?? [];
    standing.owners.set(finder, clients);
    if (clients.length > candidatesMax) continue; // shared by many, it stands for nobody
    const own = news.get(standing) ?? new Set();
    news.set(standing, own);
    for (const client of clients) own.add(client);
    for (const { client } of standing.held) own.delete(client);
  }
  const pairs = [...news].flatMap(([standing, own]) =>
    [...own].map((client) => ({ standing, client, isFound: true, only: undefined })),
  );
  await holdAll(desk, pairs);
}

/** Gathers clients for rows without an identifier that stands for one. */
async function suspect(desk: ResolvingDesk, open: readonly Standing[]): Promise<void> {
  const indexed = open.map(({ read }) =>
    read.values.filter((value): value is IndexedValue => value.is === "indexed"),
  );
  const suspects = await gather(desk, indexed, heldMax.withSpelled);
  const asked: Asked[] = [];
  for (const [place, standing] of open.entries()) {
    const { clients, fits, byOne } = suspects[place] ?? nobodySuspected;
    const isTold = standing.read.values.some(({ is }) => is === "spelled");
    const max = isTold ? heldMax.withSpelled : heldMax.alone;
    if (indexed[place]?.length !== 0) standing.fits = fits;
    for (const client of clients.length > max ? [] : clients) {
      asked.push({ standing, client, isFound: false, only: byOne.get(client) });
    }
  }
  await holdAll(desk, asked);
  for (const [place, standing] of open.entries()) {
    if (standing.held.length === 0) continue;
    standing.fits = standing.held.filter(({ wrong }) => wrong.size === 0).length;
    standing.held = meant(standing, suspects[place]?.byOne ?? new Map());
  }
}

/** Whom something in the row stands for by itself; where no two values agree on anybody, by the rarest alone. */
function meant({ read, held }: Standing, byOne: Suspects["byOne"]): Held[] {
  const found = held.filter((one) => hasIndexedMatch(read, one));
  const rarest = [...byOne.values()].find((field) =>
    found.some(({ matched }) => matched.has(field)),
  );
  return rarest ? found.filter(({ matched }) => matched.has(rarest)) : found;
}

type Asked = Omit<Pair, "read"> & { standing: Standing };

async function holdAll(desk: ResolvingDesk, asked: readonly Asked[]): Promise<void> {
  const held = await hold(
    desk,
    asked.map(({ standing: { read }, ...pair }) => ({ ...pair, read })),
  );
  for (const [place, one] of held.entries()) asked[place]?.standing.held.push(one);
}
