import { OpenAPIHono } from "@hono/zod-openapi";
import type { HttpEnvironment, TakeRequest } from "#platform";
import type { OpenedTickets } from "./open.ts";
import { apiRoutes } from "./routes-api.ts";
import { commentRoutes } from "./routes-api-comments.ts";
import { clientRoutes } from "./routes-client.ts";
import { deskRoutes } from "./routes-desk.ts";
import { guestRoutes } from "./routes-guest.ts";
import { guestTicketRoutes } from "./routes-guest-ticket.ts";

export { guestLinkRoutes } from "./routes-guest.ts";

/** Every page and API of tickets. */
export function ticketsRoutes(opened: OpenedTickets, takeQuestion: TakeRequest) {
  const routes = new OpenAPIHono<HttpEnvironment>();
  routes.route("/", clientRoutes(opened.tickets));
  routes.route("/", guestRoutes(opened.tickets, takeQuestion));
  routes.route("/", guestTicketRoutes(opened.tickets));
  routes.route("/", deskRoutes(opened));
  routes.route("/", apiRoutes(opened.tickets));
  routes.route("/", commentRoutes(opened.tickets));
  return routes;
}
