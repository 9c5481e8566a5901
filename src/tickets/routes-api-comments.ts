import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { declares, type HttpEnvironment, idempotency } from "#platform";
import { idFrom, json, newComment, page, params, wordsIn } from "./routes-api.ts";
import { onceOfClient } from "./routes-named.ts";
import { commentShown, shownComment } from "./shown.ts";
import { CursorUnknown } from "./ticket/index.ts";
import type { Tickets } from "./tickets.ts";

/** `/v1/tickets/{id}/comments`: the words of a signed-in client's own ticket. */
export function commentRoutes(tickets: Tickets) {
  const { accounts, clock } = tickets.desk;
  const { sessions } = accounts;
  const routes = new OpenAPIHono<HttpEnvironment>();

  const comments = createRoute({
    method: "get",
    path: "/v1/tickets/{id}/comments",
    summary: "The messages of an own ticket, the oldest first",
    request: { params, query: page },
    responses: {
      200: json(
        "A page of them",
        z.object({ comments: z.array(shownComment), next_cursor: z.string().nullable() }),
      ),
      404: { description: "There is no such ticket among yours" },
    },
  });

  routes.openapi(comments, async (context) => {
    const { holder } = await sessions.client(context);
    const { limit, cursor } = context.req.valid("query");
    const ticket = await tickets.findFor(holder.id, idFrom(context.req.valid("param").id));
    const { messages, attachments } = await tickets.read(holder, ticket, clock());
    // Two processes' ids needn't be in the order of the messages.
    const last = messages.findIndex(({ id }) => id === cursor);
    if (cursor !== undefined && last < 0) throw new CursorUnknown();
    const rest = messages.slice(last + 1);
    const shown = rest.slice(0, limit).map((message) => commentShown(message, ticket, attachments));
    context.header("cache-control", "no-store");
    const next = rest.length > shown.length ? (shown.at(-1)?.id ?? null) : null;
    return context.json({ comments: shown, next_cursor: next }, 200);
  });

  const write = createRoute({
    method: "post",
    path: "/v1/tickets/{id}/comments",
    summary: "Write on in an own ticket",
    middleware: [declares("nothing")] as const,
    request: {
      params,
      headers: idempotency.headers,
      body: { required: true, ...json("", z.strictObject({ comment: newComment })) },
    },
    responses: {
      ...idempotency.responses,
      201: json("It is there", z.object({ comment: shownComment })),
      404: { description: "There is no such ticket among yours" },
      409: { description: "The ticket is closed" },
    },
  });

  routes.openapi(write, async (context) => {
    const { holder } = await sessions.client(context);
    const ticket = await tickets.findFor(holder.id, idFrom(context.req.valid("param").id));
    const words = wordsIn(tickets, context.req.valid("json").comment);
    const now = clock();
    const writing = await tickets.writing(holder.id, ticket.id, now);
    const message = await onceOfClient(tickets, context, holder.id, async (joining) => {
      return (await tickets.write(joining, writing, words, "api", now)).message;
    });
    const { messages, attachments } = await tickets.read(holder, ticket, now);
    const written = messages.find(({ id }) => id === message);
    if (!written) throw new Error(`${message} isn't there`);
    return context.json({ comment: commentShown(written, ticket, attachments) }, 201);
  });

  return routes;
}
