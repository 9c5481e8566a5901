import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import {
  type Clock,
  type Database,
  declares,
  type HttpContext,
  type HttpEnvironment,
  sentAt,
  smallForm,
  type Transaction,
  transaction,
} from "#platform";
import type { Provider } from "./provider.ts";
import { EventRefused, WrongEvent } from "./refusals.ts";
import { takeTold } from "./store.ts";
import { type Told, toldIn } from "./wire.ts";

export const eventsPath = "/v1/calls/events";

export type TakesTold = {
  database: Database;
  clock: Clock;
  /** None on a desk that places no phone calls: then nobody tells anything. */
  provider: Provider | undefined;
  /**
   * Does what follows, in the transaction that takes the event.
   * @param at when it was sent
   */
  take(joining: Transaction, told: Told, at: Date, now: Date): Promise<void>;
};

const name = (about: string) => z.string().optional().openapi({ description: about });
const route = createRoute({
  method: "post",
  path: eventsPath,
  summary: "The provider of phone calls says what became of one",
  middleware: [smallForm, declares("nothing")] as const,
  request: {
    headers: z.object({
      "webhook-id": name("The event's own name: each is taken once"),
      "webhook-timestamp": name("When it was sent, in seconds since 1970; five minutes count"),
      "webhook-signature": name("Standard Webhooks 1.0, with CALLS_PROVIDER_SECRET"),
    }),
  },
  responses: {
    204: { description: "It is taken, or was before" },
    400: { description: "It is none of the events that are taken" },
    403: { description: "It isn't the provider's, or is too old" },
  },
});

/** `POST /v1/calls/events`: nobody is signed in here; what isn't the provider's own, new and recent changes nothing. */
export function eventRoutes({ database, clock, provider, take }: TakesTold) {
  const routes = new OpenAPIHono<HttpEnvironment>();
  routes.openapi(route, async (context) => {
    const now = clock();
    const body = await context.req.text();
    const id = context.req.header("webhook-id") ?? "";
    const at = provider && sentAt(signedIn(context), body, provider.secret, now);
    if (!at) throw new EventRefused();
    const told = toldIn(body);
    if (!told) throw new WrongEvent();
    await transaction(database, async (joining) => {
      if (await takeTold(joining, id, now)) await take(joining, told, at, now);
    });
    return context.body(null, 204);
  });
  return routes;
}

function signedIn({ req }: HttpContext) {
  const read = (header: string) => req.header(header) ?? "";
  return {
    "webhook-id": read("webhook-id"),
    "webhook-timestamp": read("webhook-timestamp"),
    "webhook-signature": read("webhook-signature"),
  };
}
