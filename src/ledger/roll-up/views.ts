import type { Id, Queryable } from "#platform";
import { partsOf } from "./parts.ts";
import { countBeside, countSeen, countWithin, rolledDays, type Span } from "./store.ts";

/**
 * |V_a|: of how many clients each member of staff was shown a value in the span; the nil UUID is all who were erased since.
 * Who was shown none is missing. It is exact, but for an event that was committed late, for a day that had ended: it counts
 * from the next roll-up on.
 *
 * Of counted days the counts are read, which is one for each person where the span begins with the first of them, and what the
 * span has beside them is read event by event: a span of whole days costs least.
 * @param seam `exact` asks of each client who was seen beside the counted days whether that was on one of them too: a hundred
 * thousand such clients take seconds. `twice` doesn't, and counts who was
 */
export async function clientsShown(
  queryable: Queryable,
  span: Span,
  seam: "exact" | "twice" = "exact",
): Promise<Map<Id<"staff">, number>> {
  const rolled = await rolledDays(queryable);
  const parts = partsOf(span, rolled);
  const { whole, spans } = parts;
  const isFromFirst = whole?.first === rolled[0]?.day;
  const sums = await Promise.all([
    whole && isFromFirst ? countSeen(queryable, whole.last) : undefined,
    whole && !isFromFirst ? countWithin(queryable, whole.first, whole.last) : undefined,
    spans.length > 0 ? countBeside(queryable, seam === "exact" ? parts : { spans }) : undefined,
  ]);
  const all = new Map<Id<"staff">, number>();
  for (const [staff, clients] of sums.flatMap((sum) => [...(sum ?? [])])) {
    if (clients > 0) all.set(staff, (all.get(staff) ?? 0) + clients);
  }
  return all;
}
