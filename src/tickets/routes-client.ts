import { Hono } from "hono";
import { answerRefusal } from "#accounts";
import {
  declares,
  type HttpContext,
  type HttpEnvironment,
  type Id,
  isId,
  readForm,
  textIn,
} from "#platform";
import { say } from "./messages.ts";
import { ListPage, OpenPage, TicketPage, type Told } from "./pages/index.ts";
import { newForm, onceOfForm } from "./routes-named.ts";
import { toldOf } from "./routes-told.ts";
import { isTopic, type Ticket, TicketUnknown, ticketsOf, WrongTicket } from "./ticket/index.ts";
import type { Tickets } from "./tickets.ts";

const path = "/account/tickets";
const listedMax = 50;

/** `/account/tickets`: what a signed-in client asked, what was answered, and asking anew. */
export function clientRoutes(tickets: Tickets) {
  const { accounts, database, clock } = tickets.desk;
  const { sessions } = accounts;
  const routes = new Hono<HttpEnvironment>();
  routes.onError(answerRefusal);

  routes.get(path, async (context) => {
    const { holder } = await sessions.client(context);
    const { language } = context.var;
    const listed = await ticketsOf(database, holder.id, listedMax);
    return context.render(ListPage({ language, tickets: listed }), {
      title: say(language, "list.title"),
      unlisted: true,
    });
  });

  routes.get(`${path}/new`, async (context) => {
    await sessions.client(context);
    return await showForm(context);
  });

  routes.post(path, declares("nothing"), async (context) => {
    const session = await sessions.client(context);
    const form = await readForm(context);
    const typed = {
      topic: textIn(form, "topic"),
      name: textIn(form, "name"),
      text: textIn(form, "text"),
    };
    try {
      const { topic } = typed;
      if (!isTopic(topic)) {
        throw new WrongTicket("topic", say(context.var.language, "open.topic_missing"));
      }
      const question = { ...typed, topic, language: context.var.language.tag };
      const now = clock();
      const place = await onceOfForm(tickets, context, form, session.holder.id, async (joining) => {
        const opened = await tickets.openSignedIn(session, question, "page", now, joining);
        return `${path}/${opened.ticket.id}?sent=${opened.message}`;
      });
      return context.redirect(place, 303);
    } catch (error) {
      return await showForm(context, { told: toldOf(error, context), typed });
    }
  });

  routes.get(`${path}/:ticket`, async (context) => {
    const { holder } = await sessions.client(context);
    return await showOne(tickets, context, await tickets.findFor(holder.id, idIn(context)));
  });

  routes.post(`${path}/:ticket/messages`, declares("nothing"), async (context) => {
    const { holder } = await sessions.client(context);
    const ticket = await tickets.findFor(holder.id, idIn(context));
    const form = await readForm(context);
    const text = textIn(form, "text");
    const { id } = ticket;
    const now = clock();
    try {
      const message = await onceOfForm(tickets, context, form, holder.id, async (joining) => {
        return (await tickets.writeAsRequester(holder.id, id, text, "page", now, joining)).message;
      });
      return context.redirect(`${path}/${id}?sent=${message}`, 303);
    } catch (error) {
      return await showOne(tickets, context, ticket, { told: toldOf(error, context), text });
    }
  });

  return routes;
}

async function showForm(
  context: HttpContext,
  filled: { told?: Told; typed?: { topic: string; name: string; text: string } } = {},
): Promise<Response> {
  const { language } = context.var;
  return await context.render(OpenPage({ language, action: path, form: newForm(), ...filled }), {
    title: say(language, "open.title"),
    unlisted: true,
  });
}

async function showOne(
  tickets: Tickets,
  context: HttpContext,
  ticket: Ticket,
  filled: { told?: Told; text?: string } = {},
): Promise<Response> {
  const action = `${path}/${ticket.id}/messages`;
  return await showTicket(tickets, context, ticket, { action, list: path, ...filled });
}

/** A ticket as its requester sees it. */
export async function showTicket(
  tickets: Tickets,
  context: HttpContext,
  ticket: Ticket,
  around: { action: string; list?: string; told?: Told; text?: string },
): Promise<Response> {
  const { language } = context.var;
  const reader = { is: "client", id: ticket.requester.id } as const;
  const conversation = await tickets.read(reader, ticket, tickets.desk.clock());
  const page = TicketPage({
    ...{ language, ...conversation, sent: context.req.query("sent"), form: newForm(), ...around },
  });
  return await context.render(page, {
    title: say(language, "one.title", { reference: ticket.reference }),
    unlisted: true,
  });
}

/** @throws {TicketUnknown} */
export function idIn(context: HttpContext): Id<"ticket"> {
  const id = context.req.param("ticket") ?? "";
  if (!isId("ticket", id)) throw new TicketUnknown();
  return id;
}
