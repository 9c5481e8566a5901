import { type ClientEvent, clientDays, clientEvents, countUnsealed } from "#ledger";
import type { Id, Queryable } from "#platform";
import { formerIdsOf } from "../record/index.ts";
import { type About, entryKinds, lookKinds, type PastLook, pastLookFrom } from "./past-look.ts";

/** More looks than anybody's: a client has them all in one answer. */
export const looksMax = 1_000_000;

export type PastLooks = {
  /** The newest first. */
  looks: PastLook[];
  /** The `before` of the next page; none after the last. */
  next: Id<"event"> | undefined;
  /** How many entries of every kind are sealed, by the day on which they open. */
  sealed: { until: string; entries: number }[];
};

/** How often somebody looked on a day, and was refused. */
export type DayCount = { day: string; allowed: number; denied: number };

export type Paging = { now: Date; limit: number; before?: Id<"event"> | undefined };

/** The staff's looks at a client, and passes for them, that aren't sealed, page by page: under all ids that the client ever had here. */
export async function pastLooks(
  queryable: Queryable,
  client: Id<"client">,
  { now, limit, before }: Paging,
): Promise<PastLooks> {
  const asked = { now, limit, kinds: entryKinds, by: "staff", ...(before && { before }) } as const;
  const found = await ofAllIds(queryable, client, (id) => clientEvents(queryable, id, asked));
  const all = newestFirst(found.flatMap(({ events }) => events));
  const looks = all.slice(0, limit);
  const isMore = all.length > limit || found.some(({ next }) => next !== undefined);
  return {
    looks,
    next: isMore ? looks.at(-1)?.id : undefined,
    sealed: byKey(
      found.flatMap(({ sealed }) => sealed),
      "until",
    ).map(([until, same]) => ({
      ...{ until, entries: sum(same.map(({ entries }) => entries)) },
    })),
  };
}

/** How many of the newest looks, of so many under each id, wait to get into the log. */
export async function unsealedLooks(
  queryable: Queryable,
  client: Id<"client">,
  among: number,
): Promise<number> {
  const ask = (id: Id<"client">) => countUnsealed(queryable, id, lookKinds, among);
  return sum(await ofAllIds(queryable, client, ask));
}

/** How often staff looked at a client on each day since a moment, in UTC, the oldest first. */
export async function lookDays(
  queryable: Queryable,
  client: Id<"client">,
  { now, since }: { now: Date; since: Date },
): Promise<DayCount[]> {
  const asked = { now, since, kinds: lookKinds, by: "staff" } as const;
  const found = await ofAllIds(queryable, client, (id) => clientDays(queryable, id, asked));
  return byKey(found.flat(), "day").map(([day, same]) => ({
    ...{ day, allowed: sum(same.map(({ allowed }) => allowed)) },
    denied: sum(same.map(({ denied }) => denied)),
  }));
}

/** All looks for one contact, or pass, or the one that stands alone. */
export async function looksAbout(
  queryable: Queryable,
  client: Id<"client">,
  about: About,
  now: Date,
): Promise<PastLook[]> {
  const ticket = about.is === "ticket" ? { ticket: about.id } : {};
  const asked = { now, limit: looksMax, kinds: lookKinds, by: "staff", ...ticket } as const;
  const found = await ofAllIds(queryable, client, (id) => clientEvents(queryable, id, asked));
  const looks = newestFirst(found.flatMap(({ events }) => events));
  return looks.filter((look) => look.about.id === about.id);
}

/**
 * Whom a doubt about these looks is about: who saw something, or asked for it. Who read the conversation alone counts
 * where nobody saw more: else each doubt would be about every lead who looks into one. Who has a pass and didn't use it
 * looked at nothing.
 */
export function lookersAt(looks: readonly PastLook[]): Id<"staff">[] {
  const own = looks.filter(({ seen }) => seen.is !== "pass");
  const more = own.filter(({ seen }) => seen.is !== "words");
  const among = more.length > 0 ? more : own;
  return [...new Set(among.flatMap(({ staff }) => staff ?? []))].sort();
}

/** The ledger's answers for a client and for each copy that the client took the place of. */
async function ofAllIds<Answer>(
  queryable: Queryable,
  client: Id<"client">,
  ask: (id: Id<"client">) => Promise<Answer>,
): Promise<Answer[]> {
  return await Promise.all([client, ...(await formerIdsOf(queryable, client))].map(ask));
}

function newestFirst(events: readonly ClientEvent[]): PastLook[] {
  return events
    .map(pastLookFrom)
    .sort((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1));
}

function byKey<Key extends string, Item extends Record<Key, string>>(
  items: readonly Item[],
  key: Key,
): [string, Item[]][] {
  const grouped = Map.groupBy(items, (item): string => item[key]);
  return [...grouped].sort(([a], [b]) => (a < b ? -1 : 1));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
