import type { Id, Queryable } from "#platform";
import { isSame, type Parts, partsOf } from "./parts.ts";
import { countClients, countViews, countViewsOf, rolledDays, type Span } from "./store.ts";

/*
 * What attribution counts (Papadimitriou and Garcia-Molina, IEEE TKDE 23(1), 2011; here as a mixture): how much each
 * member of staff was shown, how often each client was, and how much was shown in all. A view is an event of one of
 * `kinds` in which something of a client was released to a member of staff who isn't erased. All are exact; an event
 * that was committed late, for a day that has ended, counts from the next roll-up on.
 */

/** |V_a|: how many clients each of these members of staff saw in the span. Who saw none is missing. */
export async function clientsSeen(
  queryable: Queryable,
  kinds: readonly string[],
  span: Span,
  staff: readonly Id<"staff">[],
): Promise<Map<Id<"staff">, number>> {
  return await countClients(queryable, kinds, await rolledParts(queryable, kinds, span), staff);
}

/** N: how many views there were in the span. */
export async function viewsIn(
  queryable: Queryable,
  kinds: readonly string[],
  span: Span,
): Promise<number> {
  return await countViews(queryable, kinds, await rolledParts(queryable, kinds, span));
}

/** views(c): how many views there were of each of these clients in the span. Who was never viewed is missing. */
export async function viewsOf(
  queryable: Queryable,
  kinds: readonly string[],
  span: Span,
  clients: readonly Id<"client">[],
): Promise<Map<Id<"client">, number>> {
  return await countViewsOf(queryable, kinds, span, clients);
}

async function rolledParts(
  queryable: Queryable,
  kinds: readonly string[],
  span: Span,
): Promise<Parts> {
  const sorted = kinds.toSorted();
  const rolled = await rolledDays(queryable);
  return partsOf(
    span,
    rolled.filter((day) => isSame(day.kinds, sorted)),
  );
}
