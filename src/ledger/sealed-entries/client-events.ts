import { type Actor, dayOf, type Id, type Queryable } from "#platform";
import type { ClientEvent } from "../event.ts";
import { countOpenEvents, countSealed, type Meant, newlyOpenEvents, openEvents } from "./store.ts";

export type ClientEvents = {
  /** The newest first. */
  events: ClientEvent[];
  /** The `before` of the next page; none after the last. */
  next?: Id<"event">;
  /** How many entries are sealed, by the day on which they open; an entry that tells of a sealing is one itself. */
  sealed: { until: string; entries: number }[];
};

/** What a client may see of what was done to the client's data. Of what is sealed: how many, and until when. */
export async function clientEvents(
  queryable: Queryable,
  client: Id<"client">,
  { now, limit, ...meant }: Meant & { now: Date; before?: Id<"event">; limit: number },
): Promise<ClientEvents> {
  const today = dayOf(now);
  const found = await openEvents(queryable, client, today, { ...meant, limit: limit + 1 });
  const events = found.slice(0, limit);
  const last = events.at(-1);
  return {
    events,
    ...(found.length > limit && last && { next: last.id }),
    sealed: await countSealed(queryable, client, today),
  };
}

/** How many events a day had that the client may see; days without any are missing. */
type DayCount = { day: string; allowed: number; denied: number };

/** How many of these a client may see since a moment, by days in UTC, the oldest first. */
export async function clientDays(
  queryable: Queryable,
  client: Id<"client">,
  { now, ...meant }: { now: Date; since: Date; kinds: readonly string[]; by: Actor["is"] },
): Promise<DayCount[]> {
  return await countOpenEvents(queryable, client, dayOf(now), meant);
}

/**
 * What staff were allowed to see of any client, by these kinds of events, and the client can see since this span: what
 * happened in it, and what was sealed until it. `after` isn't in it, `until` is.
 */
export async function newlySeen(
  queryable: Queryable,
  kinds: readonly string[],
  { after, until }: { after: Date; until: Date },
): Promise<ClientEvent[]> {
  const span = { after, until, today: dayOf(until) };
  return await newlyOpenEvents(queryable, kinds, span);
}
