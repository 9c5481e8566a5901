import type { Id, Queryable } from "#platform";
import type { Ticket } from "./ticket/index.ts";

/** Until a lead has looked into it, this person is shown nothing of the client; without one, of nobody. */
export type Frozen = { staff: Id<"staff">; client?: Id<"client"> };

/** The vault's word on these people, as it stands now. */
export type FreezesOf = (
  queryable: Queryable,
  staff: readonly Id<"staff">[],
) => Promise<readonly Frozen[]>;

/** The people whom a freeze keeps from what this client, or guest, asked. */
export function frozenFor(
  freezes: readonly Frozen[],
  requester: Id<"client">,
): ReadonlySet<Id<"staff">> {
  const stopping = freezes.filter(({ client = requester }) => client === requester);
  return new Set(stopping.map(({ staff }) => staff));
}

/** Whether this person is kept from what the requester of a ticket asked. */
export async function isFrozen(
  { freezesOf }: { freezesOf: FreezesOf },
  queryable: Queryable,
  staff: Id<"staff">,
  { requester }: Pick<Ticket, "requester">,
): Promise<boolean> {
  return frozenFor(await freezesOf(queryable, [staff]), requester.id).has(staff);
}
