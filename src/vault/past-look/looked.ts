import { clientEvents } from "#ledger";
import type { Id, Queryable } from "#platform";
import { type About, lookKinds, type PastLook, pastLookFrom } from "./past-look.ts";

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

export type Paging = { now: Date; limit: number; before?: Id<"event"> | undefined };

/** The staff's looks at a client that aren't sealed, page by page. */
export async function pastLooks(
  queryable: Queryable,
  client: Id<"client">,
  { now, limit, before }: Paging,
): Promise<PastLooks> {
  const { events, next, sealed } = await clientEvents(queryable, client, {
    ...{ now, limit, kinds: lookKinds, by: "staff" },
    ...(before && { before }),
  });
  return { looks: events.map(pastLookFrom), next, sealed };
}

/** All looks for one contact, or pass, or the one that stands alone. */
export async function looksAbout(
  queryable: Queryable,
  client: Id<"client">,
  about: About,
  now: Date,
): Promise<PastLook[]> {
  const { events } = await clientEvents(queryable, client, {
    ...{ now, limit: looksMax, kinds: lookKinds, by: "staff" },
    ...(about.is === "ticket" && { ticket: about.id }),
  });
  return events.map(pastLookFrom).filter((look) => look.about.id === about.id);
}

/**
 * Whom a doubt about these looks is about: who saw something, or asked for it. Who read the conversation alone counts
 * where nobody saw more: else each doubt would be about every lead who looks into one.
 */
export function lookersAt(looks: readonly PastLook[]): Id<"staff">[] {
  const more = looks.filter(({ seen }) => seen.is !== "words");
  const among = more.length > 0 ? more : looks;
  return [...new Set(among.flatMap(({ staff }) => staff ?? []))].sort();
}
