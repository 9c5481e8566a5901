import type { KeyObject } from "node:crypto";
import { z } from "@hono/zod-openapi";
import type { Accounts, StaffMember } from "#accounts";
import { type Actor, type Id, isId, newId, type Queryable, transaction } from "#platform";
import { messageReleased, releaseAsked } from "../events.ts";
import { isFrozen } from "../frozen.ts";
import {
  acceptMessage,
  bodyFrom,
  insertStopped,
  MessageHeld,
  markReleased,
  messagesOf,
  nothingAround,
  type StoppedMessage,
  stoppedMessage,
  stoppedOf,
  withoutSecrets,
} from "../message/index.ts";
import { say } from "../messages.ts";
import { openText, sealText } from "../sealing/index.ts";
import {
  holdTicket,
  mergedTickets,
  type Ticket,
  TicketUnknown,
  ticketById,
  touchTickets,
} from "../ticket/index.ts";
import type { Tickets } from "../tickets.ts";
import { holdFor, isReachable, tellAnswered, ticketFor } from "./answering.ts";
import { AuthorFrozen, NobodyToAnswer, WentOn } from "./refusals.ts";

export const releaseKind = "tickets.message_release";

type ApprovalKind = Parameters<Accounts["approvals"]["register"]>[0];

const scopeSchema = z.strictObject({ ticket: z.string(), isPublic: z.literal(true) });

/** An answer that was stopped, for its author: who was asked for its release may still say something. */
export type StoppedAnswer = {
  text: string;
  stoppedAt: Date;
  standing:
    | { is: "asked"; until: Date }
    | { is: "refused" }
    | { is: "lapsed" }
    | { is: "overtaken" };
};

/**
 * Asks somebody of another team, whom the desk draws, whether a stopped answer is a false alarm. The draft is kept
 * sealed till then, without secrets. Asked again while somebody is still asked, nothing more happens.
 * @throws {NobodyEligible} {TicketUnknown} {WrongTicket} {MessageHeld}
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
  const around = { ...nothingAround, isOurs: true };
  const { text } = withoutSecrets(desk.guard, bodyFrom(typed), around);
  // It is kept beside the approval, and not sealed.
  const because = withoutSecrets(desk.guard, reason, around).text;
  const stopped = newId("msg", now);
  await transaction(desk.database, async (joining) => {
    const ticket = await holdFor(tickets, joining, member, found);
    for (const earlier of await stoppedOf(joining, ticket, member.id)) {
      const isSame = textOf(key, earlier) === text && !(await wentOn(joining, ticket, earlier));
      const asked = { kind: releaseKind, subject: earlier.id, asker: member.id };
      const last = isSame ? await desk.accounts.approvals.lastFor(asked, now, joining) : undefined;
      if (last?.state.is === "asked") return;
    }
    const sealed = sealText(key, { is: "message", of: stopped }, text);
    const known = await knownTo(joining, member.id, ticket);
    const askedWith = { known, assignee: ticket.assignee?.staff };
    const row = { id: stopped, author: member.id, isPublic: true, askedWith };
    await insertStopped(joining, ticket, row, sealed, now);
    const scope = { ticket: id, isPublic: true };
    const asking = {
      kind: releaseKind,
      subject: stopped,
      reason: because,
      scope,
      asker: member.id,
    };
    const approval = await desk.accounts.approvals.ask(asking, now, joining);
    const details = { stopped, approval: approval.id };
    await tickets.append(author, ticket, releaseAsked, details, now, joining);
  });
}

/** Somebody's own answers in a ticket that were stopped and not released, the oldest first. */
export async function stoppedAnswers(
  { desk, keys }: Tickets,
  author: Id<"staff">,
  ticket: Ticket,
  now: Date,
): Promise<StoppedAnswer[]> {
  const stopped = await stoppedOf(desk.database, ticket, author);
  if (stopped.length === 0) return [];
  const key = await keys.read({ is: "staff", id: author }, ticket, now);
  return await Promise.all(
    stopped.map(async (one) => {
      const asked = { kind: releaseKind, subject: one.id, asker: author };
      const state = (await desk.accounts.approvals.lastFor(asked, now))?.state;
      const isOvertaken = state?.is === "asked" && (await wentOn(desk.database, ticket, one));
      const isKnown = state?.is === "asked" || state?.is === "refused";
      const standing = isKnown ? state : ({ is: "lapsed" } as const);
      return {
        text: textOf(key, one),
        stoppedAt: one.stoppedAt,
        standing: isOvertaken ? { is: "overtaken" } : standing,
      };
    }),
  );
}

/** Whether a ticket went on since a release was asked for: another one that went on in it, or was taken out, counts too. */
async function wentOn(
  queryable: Queryable,
  ticket: Ticket,
  { author, askedWith: { known, assignee } }: StoppedMessage,
): Promise<boolean> {
  if (known === undefined || ticket.assignee?.staff !== assignee) return true;
  const now = await knownTo(queryable, author, ticket);
  return now.length !== known.length || now.some((message) => !known.includes(message));
}

/** The messages of a ticket and of all that went on in it, but for notes of an author's own: those are nothing new to read. */
async function knownTo(
  queryable: Queryable,
  author: Id<"staff">,
  ticket: Ticket,
): Promise<Id<"msg">[]> {
  const all = [ticket, ...(await mergedTickets(queryable, ticket))];
  const messages = await Promise.all(all.map((one) => messagesOf(queryable, one)));
  const isOwn = (by: Actor) => by.is === "staff" && by.id === author;
  return messages.flat().flatMap((one) => (one.isPublic || !isOwn(one.author) ? one.id : []));
}

function textOf(key: KeyObject, { id, sealed }: StoppedMessage): string {
  if (!sealed) throw new MessageHeld();
  return openText(key, { is: "message", of: id }, sealed);
}

/** What takes two people here: letting a stopped answer out. Approved, it is sent at once, as its author's. */
export function releaseApproval(tickets: Tickets): ApprovalKind {
  const { desk, keys } = tickets;

  const find = async (subject: string, scope: unknown, queryable: Queryable = desk.database) => {
    const { ticket: id } = scopeSchema.parse(scope);
    if (!isId("ticket", id) || !isId("msg", subject)) throw new TicketUnknown();
    const ticket = await ticketById(queryable, id);
    const stopped = ticket && (await stoppedMessage(queryable, ticket, subject));
    return ticket && stopped && { ticket, stopped };
  };

  return {
    name: releaseKind,
    word: "other",
    role: "approver",
    scope: scopeSchema,
    async describe(language, { subject, scope, state }, viewer) {
      const found = await find(subject, scope);
      if (!found) return { title: say(language, "release.gone"), facts: [] };
      const { ticket, stopped } = found;
      const { reference } = ticket;
      const title = say(language, "release.title", { reference });
      if (state.is !== "asked" || !stopped.sealed) return { title, facts: [] };
      if (await isFrozen(desk, desk.database, viewer, ticket)) return { title, facts: [] };
      const key = await keys.read({ is: "staff", id: viewer }, ticket, desk.clock());
      const words = { label: say(language, "release.words"), value: textOf(key, stopped) };
      if (!(await wentOn(desk.database, ticket, stopped))) return { title, facts: [words] };
      const since = say(language, "release.went_on");
      return { title, facts: [words, { label: say(language, "release.since"), value: since }] };
    },
    async act(joining, { id: approval, subject, scope, approver }, now) {
      const kept = await find(subject, scope, joining);
      if (!kept) throw new MessageHeld();
      const { ticket: found, stopped } = kept;
      if (await isFrozen(desk, joining, stopped.author, found)) throw new AuthorFrozen();
      const key = await keys.read({ is: "staff", id: approver }, found, now, joining);
      const text = textOf(key, stopped);
      const ticket = await holdTicket(joining, found);
      if (await wentOn(joining, ticket, stopped)) throw new WentOn();
      if (!(await isReachable(joining, ticket))) throw new NobodyToAnswer();
      const author: Actor = { is: "staff", id: stopped.author };
      const written = { author, text, isPublic: true, via: "page", isReleased: true } as const;
      const accepted = await acceptMessage(desk, joining, ticket, key, written, now);
      await markReleased(joining, ticket, stopped.id, now);
      await tellAnswered(tickets, accepted.ticket, now, joining);
      const by: Actor = { is: "staff", id: approver };
      const details = { message: accepted.message, approval };
      await tickets.append(by, ticket, messageReleased, details, now, joining);
    },
    async ended(joining, approvals, now) {
      const tickets = approvals.map(({ scope }) => scopeSchema.parse(scope).ticket);
      await touchTickets(
        joining,
        tickets.filter((id) => isId("ticket", id)),
        now,
      );
    },
  };
}
