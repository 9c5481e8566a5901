import type { Id, Queryable } from "#platform";
import { partsOf } from "./parts.ts";
import {
  countBeside,
  countBesideOf,
  countSeen,
  countWithin,
  rolledDays,
  type Span,
} from "./store.ts";

/** Whose looks within these spans are counted; undefined is everybody. */
export type Whose = (spans: readonly Span[]) => Promise<readonly Id<"staff">[] | undefined>;

/**
 * |V_a|: of how many clients each member of staff was shown a value in the span; the nil UUID is all who were erased since.
 * Who was shown none is missing. It is exact, but for an event that was committed late, for a day that had ended: it counts
 * from the next roll-up on.
 *
 * Of counted days the counts are read, which is one for each person where the span begins with the first of them, and what the
 * span has beside them is read event by event: a span of whole days costs least.
 * @param whose of the looks beside the counted days only these people's count, and a client who was seen on one of those days
 * too counts twice. Without it each such client is asked about: a hundred thousand take seconds
 */
export async function clientsShown(
  queryable: Queryable,
  span: Span,
  whose?: Whose,
): Promise<Map<Id<"staff">, number>> {
  const rolled = await rolledDays(queryable);
  const parts = partsOf(span, rolled);
  const { whole, spans } = parts;
  const beside = async () => {
    if (!whose) return await countBeside(queryable, parts);
    const people = await whose(spans);
    return people === undefined
      ? await countBeside(queryable, { spans })
      : await countBesideOf(queryable, people, spans);
  };
  const isFromFirst = whole?.first === rolled[0]?.day;
  const sums = await Promise.all([
    whole && isFromFirst ? countSeen(queryable, whole.last) : undefined,
    whole && !isFromFirst ? countWithin(queryable, whole.first, whole.last) : undefined,
    spans.length > 0 ? beside() : undefined,
  ]);
  const all = new Map<Id<"staff">, number>();
  for (const [staff, clients] of sums.flatMap((sum) => [...(sum ?? [])])) {
    if (clients > 0) all.set(staff, (all.get(staff) ?? 0) + clients);
  }
  return all;
}
