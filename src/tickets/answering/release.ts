import { z } from "@hono/zod-openapi";
import type { Accounts, StaffMember } from "#accounts";
import { type Actor, type Id, isId, newId, transaction } from "#platform";
import { messageReleased, releaseAsked } from "../events.ts";
import {
  acceptMessage,
  bodyFrom,
  insertStopped,
  MessageHeld,
  markReleased,
  nothingAround,
  stoppedMessage,
  withoutSecrets,
} from "../message/index.ts";
import { say } from "../messages.ts";
import { openText, sealText } from "../sealing/index.ts";
import { holdTicket, TicketUnknown, ticketById } from "../ticket/index.ts";
import type { Tickets } from "../tickets.ts";
import { tellAnswered, ticketFor } from "./answering.ts";

export const releaseKind = "tickets.message_release";

type ApprovalKind = Parameters<Accounts["approvals"]["register"]>[0];

const scopeSchema = z.strictObject({ ticket: z.string(), isPublic: z.literal(true) });

/**
 * Asks somebody of another team, whom the desk draws, whether a stopped answer is a false alarm. The draft is kept
 * sealed till then, without secrets. @throws {NobodyEligible} {TicketUnknown} {WrongTicket} {MessageHeld}
 */
export async function askForRelease(
  tickets: Tickets,
  member: StaffMember,
  id: Id<"ticket">,
  typed: string,
  reason: string,
  now: Date,
): Promise<void> {
  const { desk, keys } = tickets;
  const found = await ticketFor(tickets, member, id);
  const author: Actor = { is: "staff", id: member.id };
  const key = await keys.read(author, found, now);
  const { text } = withoutSecrets(desk.guard, bodyFrom(typed), { ...nothingAround, isOurs: true });
  const stopped = newId("msg", now);
  await transaction(desk.database, async (joining) => {
    const ticket = await holdTicket(joining, found);
    const sealed = sealText(key, { is: "message", of: stopped }, text);
    const row = { id: stopped, author: member.id, isPublic: true };
    await insertStopped(joining, ticket, row, sealed, now);
    const scope = { ticket: id, isPublic: true };
    const asking = { kind: releaseKind, subject: stopped, reason, scope, asker: member.id };
    const approval = await desk.accounts.approvals.ask(asking, now, joining);
    const details = { stopped, approval: approval.id };
    await tickets.append(author, ticket, releaseAsked, details, now, joining);
  });
}

/** What takes two people here: letting a stopped answer out. Approved, it is sent at once, as its author's. */
export function releaseApproval(tickets: Tickets): ApprovalKind {
  const { desk, keys } = tickets;

  const find = async (subject: string, scope: unknown) => {
    const { ticket: id } = scopeSchema.parse(scope);
    if (!isId("ticket", id) || !isId("msg", subject)) throw new TicketUnknown();
    const ticket = await ticketById(desk.database, id);
    const stopped = ticket && (await stoppedMessage(desk.database, ticket, subject));
    if (!ticket || !stopped) throw new TicketUnknown();
    return { ticket, stopped };
  };

  return {
    name: releaseKind,
    word: "other",
    role: "approver",
    scope: scopeSchema,
    async describe(language, { subject, scope, state }, viewer) {
      const { ticket, stopped } = await find(subject, scope);
      const { reference } = ticket;
      const title = say(language, "release.title", { reference });
      if (state.is !== "asked" || !stopped.sealed) return { title, facts: [] };
      const key = await keys.read({ is: "staff", id: viewer }, ticket, desk.clock());
      const value = openText(key, { is: "message", of: stopped.id }, stopped.sealed);
      return { title, facts: [{ label: say(language, "release.words"), value }] };
    },
    async act(joining, { id: approval, subject, scope, approver }, now) {
      const { ticket: found, stopped } = await find(subject, scope);
      if (!stopped.sealed) throw new MessageHeld();
      const key = await keys.read({ is: "staff", id: approver }, found, now);
      const text = openText(key, { is: "message", of: stopped.id }, stopped.sealed);
      const ticket = await holdTicket(joining, found);
      const author: Actor = { is: "staff", id: stopped.author };
      const written = { author, text, isPublic: true, via: "page", isReleased: true } as const;
      const accepted = await acceptMessage(desk, joining, ticket, key, written, now);
      await markReleased(joining, ticket, stopped.id, now);
      await tellAnswered(tickets, accepted.ticket, now, joining);
      const by: Actor = { is: "staff", id: approver };
      const details = { message: accepted.message, approval };
      await tickets.append(by, ticket, messageReleased, details, now, joining);
    },
  };
}
