import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import {
  declares,
  type HttpContext,
  type HttpEnvironment,
  type Id,
  idempotency,
  isId,
} from "#platform";
import { type Enclosed, FilesRefused, tooMany } from "./attachment/index.ts";
import { messageLettersMax } from "./message/index.ts";
import { onceOfClient } from "./routes-named.ts";
import { shownTicket, subjects, ticketShown } from "./shown.ts";
import {
  allTickets,
  CursorUnknown,
  type Ticket,
  TicketUnknown,
  ticketById,
  ticketsOf,
} from "./ticket/index.ts";
import type { Tickets } from "./tickets.ts";

const pageMax = 100;

export const page = z.strictObject({
  limit: z.coerce.number().int().min(1).max(pageMax).default(25),
  cursor: z.string().max(60).optional(),
});
export const params = z.strictObject({ id: z.string().max(60) });
const body = z.string().min(1).max(messageLettersMax);
const uploads = z
  .array(z.string().max(200))
  .max(10)
  .default([])
  .openapi({ description: "Tokens of `/v1/uploads`: the files that go with it" });
export const newComment = z.strictObject({
  body,
  public: z.literal(true).default(true),
  uploads,
});
const newTicket = z
  .strictObject({
    subject: subjects,
    name: z.string().max(100).openapi({ description: "The first name that support sees" }),
    comment: newComment,
  })
  .openapi("NewTicket");

const pageOfTickets = z.object({
  tickets: z.array(shownTicket),
  next_cursor: z.string().nullable(),
});
const createdSchema = z.object({ id: z.string(), removed: z.array(z.string()) });

export const json = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  description,
  content: { "application/json": { schema } },
});

/**
 * `/v1/tickets`: a signed-in client's own, with their words; the firm's own systems see where all stand, and no words.
 */
export function apiRoutes(tickets: Tickets) {
  const { accounts, database, clock } = tickets.desk;
  const { sessions } = accounts;
  const routes = new OpenAPIHono<HttpEnvironment>();

  const list = createRoute({
    method: "get",
    path: "/v1/tickets",
    summary: "Tickets, the newest first",
    request: { query: page },
    responses: {
      200: json("A page of them", pageOfTickets),
      403: { description: "Nobody is signed in, and no key with the scope tickets:read is shown" },
    },
  });

  routes.openapi(list, async (context) => {
    const { limit, cursor } = context.req.valid("query");
    const client = await clientOrMachine(tickets, context);
    const after = cursor === undefined ? undefined : await listed(tickets, client, cursor);
    if (cursor !== undefined && !after) throw new CursorUnknown();
    const found = client
      ? await ticketsOf(database, client, limit + 1, after?.id)
      : await allTickets(database, limit + 1, after?.id);
    const shown = await Promise.all(
      found.slice(0, limit).map((ticket) => ticketShown(database, ticket)),
    );
    context.header("cache-control", "no-store");
    const next = found.length > limit ? (shown.at(-1)?.id ?? null) : null;
    return context.json({ tickets: shown, next_cursor: next }, 200);
  });

  const one = createRoute({
    method: "get",
    path: "/v1/tickets/{id}",
    summary: "Where a ticket stands",
    request: { params },
    responses: {
      200: json("The ticket", z.object({ ticket: shownTicket })),
      404: { description: "There is none of this id among yours" },
    },
  });

  routes.openapi(one, async (context) => {
    const client = await clientOrMachine(tickets, context);
    const ticket = await listed(tickets, client, context.req.valid("param").id);
    if (!ticket) throw new TicketUnknown();
    context.header("cache-control", "no-store");
    return context.json({ ticket: await ticketShown(database, ticket) }, 200);
  });

  const create = createRoute({
    method: "post",
    path: "/v1/tickets",
    summary: "Open a ticket, signed in",
    middleware: [declares("nothing")] as const,
    request: { headers: idempotency.headers, body: { required: true, ...json("", newTicket) } },
    responses: {
      ...idempotency.responses,
      201: json("It is open", z.object({ ticket: shownTicket, removed: z.array(z.string()) })),
      403: { description: "Nobody is signed in" },
    },
  });

  routes.openapi(create, async (context) => {
    const session = await sessions.client(context);
    const { subject: topic, name, comment } = context.req.valid("json");
    const words = wordsIn(tickets, comment);
    const question = { topic, name, ...words, language: context.var.language.tag };
    const now = clock();
    const prepared = await tickets.prepareSignedIn(session, { topic, via: "api" }, now);
    const done = await onceOfClient(tickets, context, session.holder.id, async (joining) => {
      const opened = await tickets.openSignedIn(joining, session, question, "api", now, prepared);
      return JSON.stringify({ id: opened.ticket.id, removed: opened.removed });
    });
    const { id, removed } = createdSchema.parse(JSON.parse(done));
    const shown = await ticketShown(database, await tickets.findFor(session.holder.id, idFrom(id)));
    return context.json({ ticket: shown, removed }, 201);
  });

  return routes;
}

/** The signed-in client, or nobody for a system whose key has the scope. @throws {NotSignedIn} {ScopeMissing} */
async function clientOrMachine(
  { desk: { accounts } }: Tickets,
  context: HttpContext,
): Promise<Id<"client"> | undefined> {
  if (context.req.header("authorization") === undefined) {
    return (await accounts.sessions.client(context)).holder.id;
  }
  await accounts.machines.ask(context, "tickets:read");
  return undefined;
}

/** A ticket of a client's list, or of a system's, which has all but those about an offer. */
async function listed(
  { desk: { database } }: Tickets,
  client: Id<"client"> | undefined,
  id: string,
): Promise<Ticket | undefined> {
  const ticket = isId("ticket", id) ? await ticketById(database, id) : undefined;
  const isListed = client ? ticket?.requester.id === client : ticket?.topic !== "approach";
  return isListed ? ticket : undefined;
}

/** What a comment says, and the files that go with it. @throws {FilesRefused} more than go with one message */
export function wordsIn(
  { desk }: Tickets,
  { body: text, uploads: tokens }: z.infer<typeof newComment>,
): { text: string; enclosed: Enclosed } {
  const { countMax } = desk.files;
  if (tokens.length > countMax) throw new FilesRefused([tooMany(countMax, countMax)]);
  return { text, enclosed: { files: [], tokens } };
}

/** @throws {TicketUnknown} */
export function idFrom(text: string): Id<"ticket"> {
  if (!isId("ticket", text)) throw new TicketUnknown();
  return text;
}
