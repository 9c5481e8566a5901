import { Hono } from "hono";
import { answerRefusal, staffPage } from "#accounts";
import {
  declares,
  type HttpContext,
  type HttpEnvironment,
  isId,
  readForm,
  sendSandboxed,
  textIn,
} from "#platform";
import { ticketFor } from "./answering/index.ts";
import { AttachmentUnknown, openAttachment } from "./attachment/index.ts";
import { guestVisiting, visitorHash } from "./guest/index.ts";
import { queuePath } from "./pages/index.ts";
import { idIn } from "./routes-client.ts";
import type { DeskPages } from "./routes-desk.ts";
import { type Ticket, TicketUnknown } from "./ticket/index.ts";
import type { Tickets } from "./tickets.ts";

const openings = { name: "attachment_openings", requestsMax: 300, windowSeconds: 3_600 };

/**
 * `/staff/tickets/:ticket/attachments/:attachment`: opening a page of a file. It is a POST: no link, no prefetching and no
 * list opens one, and each opening is an event that its client sees.
 */
export function deskAttachmentRoutes({ tickets, memberIn }: DeskPages) {
  const { desk } = tickets;
  const takeOpening = desk.accounts.desk.limits(openings);
  const routes = new Hono<HttpEnvironment>();
  routes.post(
    `${queuePath}/:ticket/attachments/:attachment`,
    declares("nothing"),
    staffPage(async (context) => {
      const member = await memberIn(context);
      const ticket = await ticketFor(tickets, member, idIn(context));
      await takeOpening(member.id);
      const page = textIn(await readForm(context), "page");
      const reader = { is: "staff", id: member.id } as const;
      const id = context.req.param("attachment") ?? "";
      return await sendAttachment(tickets, context, reader, ticket, id, page);
    }, queuePath),
  );
  return routes;
}

/** What somebody sent, for its sender: `/account/tickets/…/attachments` and, without an account, `/support/tickets/…`. */
export function ownAttachmentRoutes(tickets: Tickets) {
  const { accounts, database, clock } = tickets.desk;
  const { sessions } = accounts;
  const routes = new Hono<HttpEnvironment>();
  routes.onError(answerRefusal);

  routes.get("/account/tickets/:ticket/attachments/:attachment/:page", async (context) => {
    const { holder } = await sessions.client(context);
    const ticket = await tickets.findFor(holder.id, idIn(context));
    const { attachment, page } = context.req.param();
    return await sendAttachment(tickets, context, holder, ticket, attachment, page);
  });

  routes.get("/support/tickets/:ticket/attachments/:attachment/:page", async (context) => {
    const id = idIn(context);
    const hash = visitorHash(sessions.visitor(context));
    const guest = await guestVisiting(database, id, hash, clock());
    if (!guest) throw new TicketUnknown();
    const ticket = await tickets.findFor(guest, id);
    const reader = { is: "client", id: guest } as const;
    const { attachment, page } = context.req.param();
    return await sendAttachment(tickets, context, reader, ticket, attachment, page);
  });

  return routes;
}

/** Sends a page of an attachment to somebody who may read its ticket. @throws {AttachmentUnknown} */
export async function sendAttachment(
  { desk }: Tickets,
  context: HttpContext,
  reader: Parameters<typeof openAttachment>[1],
  ticket: Ticket,
  id: string,
  page: string,
): Promise<Response> {
  if (!isId("attachment", id) || !/^[1-9]\d?$/.test(page)) throw new AttachmentUnknown();
  const opened = await openAttachment(desk, reader, ticket, id, Number(page), desk.clock());
  return sendSandboxed(context, opened);
}
