import type { Actor, Id } from "#platform";
import type { Channel, Sealed } from "../ticket/index.ts";

/** The longest message, in UTF-16 units. */
export const messageLettersMax = 10_000;

/** What somebody wrote in a ticket, as it is kept. */
export type Message = {
  id: Id<"msg">;
  author: Actor;
  /** False for a note that only staff see. */
  isPublic: boolean;
  via: Channel;
  writtenAt: Date;
  body: Body;
  /** The kinds of secrets that were taken out before it was stored. */
  removed: readonly string[];
};

export type Body =
  | ({ is: "sealed"; files: Sealed | undefined } & Sealed)
  /** A later message showed that it held a part of a secret. */
  | { is: "shredded"; at: Date };

/** A message whose words may be shown now; none when it was shredded. */
export type ReadMessage = Omit<Message, "body"> & { text: string | undefined };
