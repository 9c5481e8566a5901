import { OpenAPIHono } from "@hono/zod-openapi";
import type { HttpEnvironment } from "#platform";
import { devMailboxRoutes } from "./routes-dev-mailbox.ts";
import { type InboxRoutesOptions, inboxRoutes } from "./routes-inbox.ts";
import { type MachineRoutesOptions, machineRoutes } from "./routes-machine.ts";
import { type SentRoutesOptions, sentRoutes } from "./routes-sent.ts";

export type OutboxRoutesOptions = InboxRoutesOptions &
  SentRoutesOptions &
  MachineRoutesOptions & {
    /** Nobody but a developer reaches this desk: the developer's mailbox is there. */
    isDemo: boolean;
  };

/** Every page and API of the outbox. */
export function outboxRoutes(options: OutboxRoutesOptions) {
  const routes = new OpenAPIHono<HttpEnvironment>();
  routes.route("/", inboxRoutes(options));
  routes.route("/", sentRoutes(options));
  routes.route("/", machineRoutes(options));
  if (options.isDemo) routes.route("/", devMailboxRoutes(options.database));
  return routes;
}
