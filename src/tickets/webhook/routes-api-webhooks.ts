import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { Accounts } from "#accounts";
import { type Clock, declares, type HttpEnvironment, system } from "#platform";
import type { TicketsDesk } from "../desk.ts";
import {
  addWebhook,
  keepHoursMax,
  removeWebhook,
  rotateSecret,
  type WebhookDesk,
} from "./registering.ts";
import { WebhookSealing } from "./signature.ts";
import { webhookStates } from "./store.ts";
import { webhookTypes } from "./webhook.ts";

const security = [{ apiKey: [] as string[] }];
const params = z.strictObject({ id: z.string().max(60) });
const json = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  description,
  content: { "application/json": { schema } },
});

const shownSecret = z
  .object({
    webhook: z.string(),
    secret: z
      .string()
      .openapi({ description: "What messages are signed with. It isn't shown again." }),
  })
  .openapi("WebhookSecret");

const shownWebhook = z
  .object({
    id: z.string(),
    url: z.string(),
    events: z.array(z.enum(webhookTypes)),
    added_at: z.string(),
    ended_at: z.string().nullable(),
    waiting: z.number(),
    given_up: z.number(),
    last_delivered_at: z.string().nullable(),
  })
  .openapi("Webhook");

type Parts = {
  desk: WebhookDesk;
  manages: ReturnType<Accounts["machines"]["requires"]>;
  clock: Clock;
};

/** `/v1/webhooks`: what `holdfast webhooks` does, for a system whose key has the scope. */
export function webhookApiRoutes({ accounts, database, appender, clock }: TicketsDesk) {
  const { machines, desk: accountsDesk } = accounts;
  const sealing = new WebhookSealing(accountsDesk.key);
  const isDevelopment = accountsDesk.publicUrl === undefined;
  const desk = { database, appender, sealing, isDevelopment };
  const parts = { desk, manages: machines.requires("webhooks:manage"), clock };
  const routes = new OpenAPIHono<HttpEnvironment>();
  routes.use("/v1/webhooks/*", async (context, next) => {
    context.header("cache-control", "no-store");
    await next();
  });
  routes.route("/", allRoutes(parts));
  routes.route("/", oneRoutes(parts));
  return routes;
}

function allRoutes({ desk, manages, clock }: Parts) {
  const routes = new OpenAPIHono<HttpEnvironment>();

  const list = createRoute({
    method: "get",
    path: "/v1/webhooks",
    summary: "The webhooks, and how each of them does",
    security,
    middleware: [declares("nothing"), manages] as const,
    responses: { 200: json("All of them", z.object({ webhooks: z.array(shownWebhook) })) },
  });

  routes.openapi(list, async (context) => {
    const webhooks = (await webhookStates(desk.database)).map((one) => ({
      ...{ id: one.id, url: one.url, events: [...one.types], waiting: one.waiting },
      added_at: one.addedAt.toISOString(),
      ended_at: one.ended?.at.toISOString() ?? null,
      given_up: one.givenUp,
      last_delivered_at: one.lastDeliveredAt?.toISOString() ?? null,
    }));
    return context.json({ webhooks }, 200);
  });

  const add = createRoute({
    method: "post",
    path: "/v1/webhooks",
    summary: "Have a system told what happens to tickets",
    security,
    middleware: [declares("nothing"), manages] as const,
    request: {
      body: {
        required: true,
        ...json(
          "",
          z.strictObject({ url: z.string().max(500), events: z.array(z.string()).max(20) }),
        ),
      },
    },
    responses: { 201: json("It is told from now on", shownSecret) },
  });

  routes.openapi(add, async (context) => {
    const { url, events: types } = context.req.valid("json");
    const { id: webhook, secret } = await addWebhook(desk, system, { url, types }, clock());
    return context.json({ webhook, secret }, 201);
  });

  return routes;
}

function oneRoutes({ desk, manages, clock }: Parts) {
  const routes = new OpenAPIHono<HttpEnvironment>();

  const rotate = createRoute({
    method: "post",
    path: "/v1/webhooks/{id}/secrets",
    summary: "Give a webhook a new secret; the former one signs too for a while",
    security,
    middleware: [declares("nothing"), manages] as const,
    request: {
      params,
      body: {
        required: true,
        ...json("", z.strictObject({ keep_hours: z.int().min(0).max(keepHoursMax).default(24) })),
      },
    },
    responses: {
      201: json("It signs from now on", shownSecret),
      404: { description: "There is no such webhook" },
    },
  });

  routes.openapi(rotate, async (context) => {
    const { id } = context.req.valid("param");
    const { keep_hours: hours } = context.req.valid("json");
    const { id: webhook, secret } = await rotateSecret(desk, system, id, hours, clock());
    return context.json({ webhook, secret }, 201);
  });

  const remove = createRoute({
    method: "delete",
    path: "/v1/webhooks/{id}",
    summary: "End a webhook",
    security,
    middleware: [declares("nothing"), manages] as const,
    request: { params },
    responses: {
      204: { description: "It is told nothing from now on" },
      404: { description: "There is no such webhook" },
    },
  });

  routes.openapi(remove, async (context) => {
    await removeWebhook(desk, system, context.req.valid("param").id, clock());
    return context.body(null, 204);
  });

  return routes;
}
