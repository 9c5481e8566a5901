import type { Id } from "#platform";

/** Why somebody on the staff sees nothing of a client, or of anybody, until a lead has looked into it. */
export const freezeReasons = ["doubt", "two_doubts", "contained"] as const;

export type FreezeReason = (typeof freezeReasons)[number];

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
 * lifted, and that came after a lead last cleared such a freeze.
 */
export function freezesAltogether(doubts: readonly Freeze[], clearedAt: Date | undefined): boolean {
  const fresh = doubts.filter(({ since }) => clearedAt === undefined || since > clearedAt);
  return new Set(fresh.map(({ client }) => client)).size >= doubtsForAll;
}
