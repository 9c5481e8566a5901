import { Hono } from "hono";
import type { Child } from "hono/jsx";
import { answerRefusal } from "#accounts";
import {
  type Database,
  declares,
  type HttpContext,
  type HttpEnvironment,
  type Id,
  isId,
  textIn,
} from "#platform";
import { mergedInto } from "./answering/index.ts";
import { openingsOf, type ShownFiles } from "./attachment/index.ts";
import { say } from "./messages.ts";
import { ListPage, OpenPage, TicketPage, type Told } from "./pages/index.ts";
import type { Beside } from "./routes-beside.ts";
import { noFiles, readMessageForm, sendWithFiles } from "./routes-files.ts";
import { newForm, onceOfForm, takeFilesOf } from "./routes-named.ts";
import { toldOf } from "./routes-told.ts";
import { showUnsent } from "./routes-unsent.ts";
import {
  isLive,
  isTopic,
  type Ticket,
  TicketUnknown,
  ticketsOf,
  WrongTicket,
} from "./ticket/index.ts";
import type { Tickets } from "./tickets.ts";

const path = "/account/tickets";
const listedMax = 50;

/** `/account/tickets`: what a signed-in client asked, what was answered, and asking anew. */
export function clientRoutes(tickets: Tickets, beside: Beside) {
  const { accounts, database, clock } = tickets.desk;
  const { sessions } = accounts;
  const routes = new Hono<HttpEnvironment>();
  routes.onError(answerRefusal);

  const unsent = (context: HttpContext) => (error: unknown) => showUnsent(tickets, context, error);

  routes.get(path, async (context) => {
    const { holder } = await sessions.client(context);
    const { language } = context.var;
    const after = placeIn(context.req.query("after") ?? "");
    const found = await openFirst(database, holder.id, after);
    const listed = found.slice(0, listedMax);
    const last = found.length > listedMax ? listed.at(-1) : undefined;
    const page = ListPage({
      ...{ language, tickets: listed, isFirst: after === undefined },
      next: last && placeOf(last),
    });
    return context.render(page, {
      title: say(language, "list.title"),
      unlisted: true,
    });
  });

  routes.get(`${path}/new`, async (context) => {
    await sessions.client(context);
    return await showForm(context, { files: noFiles(tickets) });
  });

  routes.post(path, declares("nothing"), async (context) => {
    const session = await sessions.client(context).catch(unsent(context));
    if (session instanceof Response) return session;
    const sent = await readMessageForm(tickets, context);
    const { form } = sent;
    const typed = {
      topic: textIn(form, "topic"),
      name: textIn(form, "name"),
      text: textIn(form, "text"),
    };
    const owner = session.holder.id;
    return await sendWithFiles(tickets, sent, {
      owner,
      beforehand: () => takeFilesOf(tickets, owner, sent.files.length),
      send: async (enclosed) => {
        const { topic } = typed;
        if (!isTopic(topic)) {
          throw new WrongTicket("topic", say(context.var.language, "open.topic_missing"));
        }
        const question = { ...typed, topic, language: context.var.language.tag, enclosed };
        const now = clock();
        const prepared = await tickets.prepareSignedIn(session, { topic, via: "page" }, now);
        const place = await onceOfForm(tickets, context, form, owner, async (joining) => {
          const opened = await tickets.openSignedIn(
            joining,
            session,
            question,
            "page",
            now,
            prepared,
          );
          return `${path}/${opened.ticket.id}?sent=${opened.message}`;
        });
        return context.redirect(place, 303);
      },
      again: (error, files) => showForm(context, { told: toldOf(error, context), typed, files }),
    });
  });

  routes.get(`${path}/:ticket`, async (context) => {
    const { holder } = await sessions.client(context);
    const ticket = await tickets.findFor(holder.id, idIn(context));
    return await showOne(tickets, context, ticket, { above: await beside(context, ticket) });
  });

  routes.post(`${path}/:ticket/messages`, declares("nothing"), async (context) => {
    const session = await sessions.client(context).catch(unsent(context));
    if (session instanceof Response) return session;
    const ticket = await tickets.findFor(session.holder.id, idIn(context));
    return await postMessage(tickets, context, ticket, {
      place: `${path}/${ticket.id}`,
      again: (told, text, files) => showOne(tickets, context, ticket, { told, text, files }),
    });
  });

  return routes;
}

/** A place in the list: among those that are open, or those that are over. */
type Place = { in: "live" | "over"; id: Id<"ticket"> };

/** One more ticket than a page shows: the open ones first, then those that are over, each the newest first. */
async function openFirst(
  database: Database,
  client: Id<"client">,
  after: Place | undefined,
): Promise<Ticket[]> {
  const count = listedMax + 1;
  const inOver = after?.in === "over";
  const live = inOver ? [] : await ticketsOf(database, client, count, after?.id, "live");
  if (live.length === count) return live;
  const before = inOver ? after.id : undefined;
  return [...live, ...(await ticketsOf(database, client, count - live.length, before, "over"))];
}

function placeOf({ id, status }: Ticket): string {
  return `${isLive(status) ? "live" : "over"}.${id}`;
}

/** What is no place is the beginning. */
function placeIn(text: string): Place | undefined {
  const [of, id = ""] = text.split(".");
  return (of === "live" || of === "over") && isId("ticket", id) ? { in: of, id } : undefined;
}

type Posted = {
  /** Where the ticket is shown. */
  place: string;
  again(told: Told, text: string, files: ShownFiles): Promise<Response>;
};

/** A requester writes on in a ticket, with files or without. */
export async function postMessage(
  tickets: Tickets,
  context: HttpContext,
  { id, requester }: Ticket,
  { place, again }: Posted,
): Promise<Response> {
  const sent = await readMessageForm(tickets, context);
  const text = textIn(sent.form, "text");
  const { id: owner } = requester;
  return await sendWithFiles(tickets, sent, {
    owner,
    beforehand: () => takeFilesOf(tickets, owner, sent.files.length),
    send: async (enclosed) => {
      const now = tickets.desk.clock();
      const words = { text, enclosed };
      const writing = await tickets.writing(owner, id, now);
      const message = await onceOfForm(tickets, context, sent.form, owner, async (joining) => {
        return (await tickets.write(joining, writing, words, "page", now)).message;
      });
      return context.redirect(`${place}?sent=${message}`, 303);
    },
    again: (error, files) => again(toldOf(error, context), text, files),
  });
}

async function showForm(
  context: HttpContext,
  filled: {
    told?: Told;
    typed?: { topic: string; name: string; text: string };
    files: ShownFiles;
  },
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
  filled: { told?: Told; text?: string; files?: ShownFiles; above?: Child | undefined } = {},
): Promise<Response> {
  const action = `${path}/${ticket.id}/messages`;
  return await showTicket(tickets, context, ticket, { action, list: path, ...filled });
}

/** A ticket as its requester sees it. */
export async function showTicket(
  tickets: Tickets,
  context: HttpContext,
  ticket: Ticket,
  around: {
    action: string;
    list?: string;
    told?: Told;
    text?: string;
    files?: ShownFiles;
    above?: Child | undefined;
  },
): Promise<Response> {
  const { language } = context.var;
  const reader = { is: "client", id: ticket.requester.id } as const;
  const now = tickets.desk.clock();
  const conversation = await tickets.read(reader, ticket, now);
  const { read: earlier } = await mergedInto(tickets, reader, ticket, () => true, now);
  const all = [ticket, ...earlier.map((one) => one.ticket)];
  const opened = await Promise.all(all.map((one) => openingsOf(tickets.desk.database, one)));
  const openings = new Map(opened.flatMap((each) => [...each]));
  const page = TicketPage({
    ...{ openings, files: noFiles(tickets), earlier },
    ...{ language, ...conversation, sent: context.req.query("sent"), form: newForm(), ...around },
  });
  return await context.render(page, {
    title: say(language, "one.title", { reference: ticket.reference }),
    unlisted: true,
  });
}

/** @throws {TicketUnknown} */
export function idIn(context: HttpContext): Id<"ticket"> {
  const id = context.req.param("ticket");
  if (!isId("ticket", id)) throw new TicketUnknown();
  return id;
}
