import type { Id, Queryable } from "#platform";
import { dayOf } from "../day.ts";
import type { Place, StoredEvent } from "../event.ts";
import { countSealed, openEvents } from "./store.ts";

/** An event as its client sees it. Its numbers and the hash of the event before would show where one is sealed. */
export type ClientEvent = Omit<StoredEvent, keyof Place>;

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
  { now, before, limit }: { now: Date; before?: Id<"event">; limit: number },
): Promise<ClientEvents> {
  const today = dayOf(now);
  const found = await openEvents(queryable, client, today, before, limit + 1);
  const events = found.slice(0, limit).map(withoutPlace);
  const last = events.at(-1);
  return {
    events,
    ...(found.length > limit && last && { next: last.id }),
    sealed: await countSealed(queryable, client, today),
  };
}

function withoutPlace({
  instance: _instance,
  instanceSeq: _instanceSeq,
  clientSeq: _clientSeq,
  previousLeaf: _previousLeaf,
  ...event
}: StoredEvent): ClientEvent {
  return event;
}
