import { Hono } from "hono";
import { type StaffMember, staffNames, staffPage } from "#accounts";
import {
  declares,
  type Form,
  type HttpContext,
  type HttpEnvironment,
  readForm,
  textIn,
} from "#platform";
import {
  isFor,
  isReachable,
  mergedInto,
  type StoppedAnswer,
  stoppedAnswers,
  ticketFor,
} from "./answering/index.ts";
import { mailsOf } from "./mail/index.ts";
import { earlierFrom, judgeAnswer } from "./message/index.ts";
import { say } from "./messages.ts";
import { DeskTicketPage, queuePath, type Told } from "./pages/index.ts";
import { publicIds } from "./public-ids.ts";
import { idIn } from "./routes-client.ts";
import type { DeskPages } from "./routes-desk.ts";
import { type Ticket, ticketsOf } from "./ticket/index.ts";
import { markWriting, othersWriting } from "./writing/index.ts";

const othersMax = 20;
const writingMs = 15_000;

/** What a page of a ticket says beside the ticket: what went wrong or was done, and what was typed and not sent. */
export type Filled = {
  told?: Told;
  done?: string;
  draft?: { text: string; isPublic: boolean };
  /** An answer that was stopped, and whose release isn't asked for yet. */
  stoppedText?: string;
  /** The form that was refused: its choices stand in its fields still. */
  chosen?: Form;
};

/** `/staff/tickets/:ticket`: the conversation, and what the guard says while somebody types. */
export function deskTicketRoutes(pages: DeskPages) {
  const { tickets, memberIn } = pages;
  const { database, clock, guard } = tickets.desk;
  const routes = new Hono<HttpEnvironment>();

  routes.get(
    `${queuePath}/:ticket`,
    staffPage(async (context) => {
      const member = await memberIn(context);
      const ticket = await ticketFor(tickets, member, idIn(context));
      return await showDeskTicket(pages, context, member, ticket);
    }),
  );

  routes.post(
    `${queuePath}/:ticket/typing`,
    declares("nothing"),
    staffPage(async (context) => {
      const member = await memberIn(context);
      const ticket = await ticketFor(tickets, member, idIn(context));
      const text = textIn(await readForm(context), "text");
      const now = clock();
      await markWriting(database, ticket, member.id, new Date(now.getTime() + writingMs));
      const { messages } = await tickets.read({ is: "staff", id: member.id }, ticket, now);
      const { decision } = judgeAnswer(guard, text, messages.map(earlierFrom));
      return context.json({
        wouldStop: decision !== "allow" && (await isReachable(database, ticket)), // a note isn't stopped
      });
    }),
  );

  return routes;
}

/** Shows a ticket to somebody who may work on it. */
export async function showDeskTicket(
  { tickets, macros, script, beside }: DeskPages,
  context: HttpContext,
  member: StaffMember,
  ticket: Ticket,
  filled: Filled = {},
): Promise<Response> {
  const { database, clock, replyTimes } = tickets.desk;
  const { language } = context.var;
  const now = clock();
  const reader = { is: "staff", id: member.id } as const;
  const conversation = await tickets.read(reader, ticket, now);
  const mayRead = (one: Ticket) => isFor(member, one);
  const { read: earlier, hidden } = await mergedInto(tickets, reader, ticket, mayRead, now);
  const all = [conversation, ...earlier];
  const authors = all
    .flatMap(({ messages }) => messages)
    .flatMap(({ author }) => (author.is === "staff" ? author.id : []));
  const { requester, assignee } = ticket;
  const [names, ids, siblings, writing, stopped, mails] = await Promise.all([
    staffNames(database, [...authors, ...(assignee ? [assignee.staff] : [])]),
    publicIds(database, [ticket]),
    ticketsOf(database, requester.id, othersMax, undefined, "live"),
    writersOf({ tickets }, member, ticket),
    stoppedAnswers(tickets, member.id, ticket, now),
    Promise.all(all.map((one) => mailsOf(database, requester.id, one.ticket.id))),
  ]);
  const others = siblings.filter((one) => one.id !== ticket.id && mayRead(one));
  const answeredAt = conversation.messages.findLast(
    ({ author, isPublic }) => isPublic && author.is === "staff" && author.id === member.id,
  )?.writtenAt;
  const isOpen = ({ standing, stoppedAt }: StoppedAnswer) =>
    standing.is === "asked" || !answeredAt || stoppedAt > answeredAt;
  const page = DeskTicketPage({
    ...{
      language,
      ...conversation,
      names,
      writing,
      stopped: stopped.filter(isOpen),
      mails: new Map(mails.flatMap((each) => [...each])),
      earlier,
      hidden,
      isReachable: await isReachable(database, ticket),
      others,
      replyTimes,
      now,
      script,
      beside: await beside(context, ticket),
      ...filled,
    },
    account: ids.get(requester.id),
    macros: macros.in(ticket.language, language),
    done: filled.told ? undefined : (filled.done ?? context.req.query("done")),
  });
  return await context.render(page, {
    title: say(language, "one.title", { reference: ticket.reference }),
    unlisted: true,
  });
}

/** What colleagues are called who are writing an answer now. */
async function writersOf(
  { tickets: { desk } }: Pick<DeskPages, "tickets">,
  member: StaffMember,
  ticket: Ticket,
): Promise<string[]> {
  const writers = await othersWriting(desk.database, ticket, member.id, desk.clock());
  return [...(await staffNames(desk.database, writers)).values()];
}
