import { Hono } from "hono";
import type { HttpEnvironment } from "#platform";
import { type InboxRoutesOptions, inboxRoutes } from "./routes-inbox.ts";

export type OutboxRoutesOptions = InboxRoutesOptions;

/** Every page and API of the outbox. */
export function outboxRoutes(options: OutboxRoutesOptions) {
  const routes = new Hono<HttpEnvironment>();
  routes.route("/", inboxRoutes(options));
  return routes;
}
