import type { Id } from "#platform";

/** Why somebody on the staff sees nothing of a client, or of anybody, until a lead has looked into it. */
export type FreezeReason = "doubt" | "two_doubts" | "contained";

/** While it isn't lifted, this person is shown nothing of this client; without a client, of nobody. */
export type Freeze = {
  id: Id<"freeze">;
  staff: Id<"staff">;
  client?: Id<"client">;
  because: FreezeReason;
  since: Date;
  /** A lead looked into it, and it stays. */
  keptAt?: Date;
};

/** From so many clients a *no* freezes somebody for all of them. */
const doubtsForAll = 2;

/**
 * Whether the doubts about somebody freeze that person altogether: those of different clients that nobody took back or
 * lifted. A client whose doubt of that person was explained once counts no more here: two accounts stop nobody twice.
 */
export function freezesAltogether(
  doubts: readonly Freeze[],
  explained: ReadonlySet<Id<"client">>,
): boolean {
  const clients = doubts.flatMap(({ client }) => (client && !explained.has(client) ? client : []));
  return new Set(clients).size >= doubtsForAll;
}
