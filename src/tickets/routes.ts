import { OpenAPIHono } from "@hono/zod-openapi";
import type { HttpEnvironment, TakeRequest } from "#platform";
import { approachRoutes } from "./approach/index.ts";
import type { OpenedTickets } from "./open.ts";
import {
  feedRoutes,
  type IndicatorRoutesOptions,
  indicatorRoutes,
  reportRoutes,
} from "./report/index.ts";
import { apiRoutes } from "./routes-api.ts";
import { attachmentApiRoutes } from "./routes-api-attachments.ts";
import { commentRoutes } from "./routes-api-comments.ts";
import { ownAttachmentRoutes } from "./routes-attachments.ts";
import type { Besides } from "./routes-beside.ts";
import { clientRoutes } from "./routes-client.ts";
import { deskRoutes } from "./routes-desk.ts";
import { guestRoutes } from "./routes-guest.ts";
import { guestTicketRoutes } from "./routes-guest-ticket.ts";
import { webhookApiRoutes, webhookRoutes } from "./webhook/index.ts";

export { takesFiles } from "./routes-files.ts";
export { guestLinkRoutes } from "./routes-guest-links.ts";

export type TicketsRoutesOptions = Omit<IndicatorRoutesOptions, "reports"> & {
  takeQuestion: TakeRequest;
  takeReport: TakeRequest;
  besides: Besides;
};

/** Every page and API of tickets. */
export function ticketsRoutes(opened: OpenedTickets, options: TicketsRoutesOptions) {
  const { takeQuestion, takeReport, besides, ...more } = options;
  const { reports } = opened;
  const routes = new OpenAPIHono<HttpEnvironment>();
  routes.route("/", clientRoutes(opened.tickets, besides.own));
  routes.route("/", guestRoutes(opened.tickets, takeQuestion));
  routes.route("/", guestTicketRoutes(opened.tickets));
  routes.route("/", ownAttachmentRoutes(opened.tickets));
  routes.route("/", deskRoutes({ ...opened, beside: besides.desk }));
  routes.route("/", apiRoutes(opened.tickets));
  routes.route("/", commentRoutes(opened.tickets));
  routes.route("/", attachmentApiRoutes(opened.tickets));
  routes.route("/", reportRoutes(reports, takeReport, besides.report));
  routes.route("/", approachRoutes(opened.tickets, takeReport));
  routes.route("/", indicatorRoutes({ reports, ...more }));
  routes.route("/", feedRoutes(reports));
  routes.route("/", webhookRoutes(opened.tickets.desk));
  routes.route("/", webhookApiRoutes(opened.tickets.desk));
  return routes;
}
