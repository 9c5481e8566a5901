import { z } from "@hono/zod-openapi";
import type { Evidence } from "#keys";
import type { SealingReason } from "#ledger";
import { dayMs, type Id, jsonIn } from "#platform";

/** How long a ticket's opening lets anything be seen, in days, however long it stays open. */
export const ticketGrantDaysMax = 30;

/** A contact: a client's ticket, as the vault reads it. */
export type Contact = {
  /** `topicOf` it: purposes are judged by this. */
  topic: string;
  assignee: Id<"staff"> | undefined;
  isOpen: boolean;
  openedAt: Date;
  /** The client's opening, attested; none of what staff, mails and guests opened. */
  opening: Evidence | undefined;
  /** It has never ended, and was never given to another queue: what the client opened is what there is. */
  isBound: boolean;
};

/** What lets staff see a field. Each comes with what the keykeeper attested, which it checks again itself. */
export type Grant =
  | { is: "ticket"; evidence: Evidence }
  | { is: "request"; id: Id<"grant">; evidence: Evidence; hasPasskey: boolean }
  | { is: "break_glass"; id: Id<"grant">; evidence: Evidence; seal?: Seal | undefined };

/** Until when the client isn't told of break-glass: why, and by whose approval. */
export type Seal = { reason: SealingReason; until: string; approver: Id<"staff"> };

const topicSchema = z.looseObject({ topic: z.string() });

/**
 * What a contact is about: what its client said in the act that opened it, whatever its row says now. The keykeeper verifies
 * that act before it shows anything for it.
 * @param topic what the row says, for a contact that no act opened
 * @param statement of the act; it stays when its proof is gone
 * @returns "" for an act that can't be read
 */
export function topicOf(topic: string, statement: string | null): string {
  if (statement === null) return topic;
  const { data: said } = topicSchema.safeParse(jsonIn(statement));
  return said?.topic ?? "";
}

/** Whether a client's opening of a ticket lets anything be seen; which fields, the rules and the keykeeper say. */
export function openingGrants(contact: Contact, now: Date): boolean {
  return (
    contact.opening !== undefined &&
    contact.isBound &&
    contact.isOpen &&
    now.getTime() - contact.openedAt.getTime() < ticketGrantDaysMax * dayMs
  );
}
