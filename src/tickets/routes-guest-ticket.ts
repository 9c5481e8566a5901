import { Hono } from "hono";
import { answerRefusal } from "#accounts";
import { declares, type HttpContext, type HttpEnvironment } from "#platform";
import type { ShownFiles } from "./attachment/index.ts";
import { guestVisiting, VisitOver, visitorHash } from "./guest/index.ts";
import type { Told } from "./pages/index.ts";
import { idIn, postMessage, showTicket } from "./routes-client.ts";
import { showUnsent } from "./routes-unsent.ts";
import type { Ticket } from "./ticket/index.ts";
import type { Tickets } from "./tickets.ts";

const path = "/support/tickets";

/** `/support/tickets/:ticket`: a guest's ticket, in the browser that followed a link of a mail. */
export function guestTicketRoutes(tickets: Tickets) {
  const { accounts, database, clock } = tickets.desk;
  const { sessions } = accounts;
  const routes = new Hono<HttpEnvironment>();
  routes.onError(answerRefusal);

  routes.get(`${path}/:ticket`, async (context) => {
    return await showOne(context, await ownTicket(context));
  });

  routes.post(`${path}/:ticket/messages`, declares("nothing"), async (context) => {
    const ticket = await ownTicket(context).catch((error) => showUnsent(tickets, context, error));
    if (ticket instanceof Response) return ticket;
    return await postMessage(tickets, context, ticket, {
      place: `${path}/${ticket.id}`,
      again: (told, text, files) => showOne(context, ticket, { told, text, files }),
    });
  });

  /** A ticket that this browser may read now. @throws {TicketUnknown} {VisitOver} */
  async function ownTicket(context: HttpContext): Promise<Ticket> {
    const id = idIn(context);
    const hash = visitorHash(sessions.visitor(context));
    const guest = await guestVisiting(database, id, hash, clock());
    if (!guest) throw new VisitOver();
    return await tickets.findFor(guest, id);
  }

  async function showOne(
    context: HttpContext,
    ticket: Ticket,
    filled: { told?: Told; text?: string; files?: ShownFiles } = {},
  ): Promise<Response> {
    context.header("cache-control", "no-store");
    const action = `${path}/${ticket.id}/messages`;
    return await showTicket(tickets, context, ticket, { action, ...filled });
  }

  return routes;
}
