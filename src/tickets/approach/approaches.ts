import { type Id, type Language, newId, system, type Transaction } from "#platform";
import { askAsGuest, type Ready } from "../guest/index.ts";
import { approachReported } from "../report-events.ts";
import type { Ticket } from "../ticket/index.ts";
import type { Tickets } from "../tickets.ts";
import { say } from "./messages.ts";

/** Who reports an offer. Of `anonymous` nothing is known here, and so nothing is kept. */
export type Approached =
  | { by: "anonymous" }
  | { by: "email"; email: string }
  | { by: "staff"; staff: Id<"staff">; name: string };

export type Outcome = { removed: readonly string[] };

/**
 * Somebody says that money was offered for access or data, or that there was a threat. It is a ticket in the leads' queue,
 * of a guest who has no address unless one is given and proven. A name of the staff stands in its words alone, sealed.
 * It is made ready here, and done in the caller's transaction.
 * @throws {WrongTicket} {MessageHeld} {TooManyRequests}
 */
export async function reportApproach(
  tickets: Tickets,
  typed: string,
  approached: Approached,
  language: Language,
  now: Date,
): Promise<Ready<Outcome>> {
  const name = say(language, "words.name");
  const question = { topic: "approach", name, language: language.tag } as const;
  if (approached.by === "email") {
    return await askAsGuest(tickets, { ...question, text: typed }, approached.email, now);
  }
  const isStaffs = approached.by === "staff";
  const text = isStaffs ? `${typed}\n\n${say(language, "words.staff", approached)}` : typed;
  const requester = { is: "guest", id: newId("client", now) } as const;
  const opening = { at: now, via: "page" } as const;
  const prepared = await tickets.prepare(requester.id, now);
  return async (joining) => {
    const asked = { ...question, text };
    const { ticket, removed } = await tickets.open(
      joining,
      requester,
      asked,
      opening,
      now,
      prepared,
    );
    await record(tickets, joining, ticket, isStaffs ? "staff" : "anonymous", now);
    return { removed };
  };
}

/** A guest's address is proven. Other topics are no approaches. */
export async function recordProvenApproach(
  tickets: Tickets,
  joining: Transaction,
  ticket: Ticket,
  now: Date,
): Promise<void> {
  if (ticket.topic === "approach") await record(tickets, joining, ticket, "guest", now);
}

/** By the system: the event says no more of who it was than the kind. */
async function record(
  tickets: Tickets,
  joining: Transaction,
  ticket: Ticket,
  reporter: "staff" | "guest" | "anonymous",
  now: Date,
): Promise<void> {
  await tickets.append(system, ticket, approachReported, { reporter }, now, joining);
}
