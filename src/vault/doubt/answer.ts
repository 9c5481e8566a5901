import type { Id } from "#platform";

/** What a client says of a contact: that it was theirs, or that it wasn't. */
export const said = ["yes", "no"] as const;

export type Said = (typeof said)[number];

/** A client's word on who looked for a contact, or a pass, while it isn't taken back. One for each who looked. */
export type Answer = {
  id: Id<"answer">;
  client: Id<"client">;
  /** The UUID of the ticket, the pass, or the look that stands alone. */
  about: string;
  staff: Id<"staff">;
  said: Said;
  at: Date;
};

/** A *no*: it froze this person for this client. */
export type Doubt = {
  answer: Id<"answer">;
  client: Id<"client">;
  staff: Id<"staff">;
  ticket?: Id<"ticket">;
  /** From two clients: the person is frozen for everybody. */
  isFrozenForAll: boolean;
  at: Date;
};
