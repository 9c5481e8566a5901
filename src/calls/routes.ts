import { OpenAPIHono } from "@hono/zod-openapi";
import { answerRefusal } from "#accounts";
import { assetRoutes, type HttpEnvironment } from "#platform";
import { approvalRoutes } from "./approval/index.ts";
import { bookingRoutes } from "./booking/index.ts";
import { type ConsoleRoutesOptions, consoleRoutes } from "./console/index.ts";
import { dayRoutes } from "./day/index.ts";
import { feedbackRoutes } from "./feedback/index.ts";
import { inboundRoutes } from "./inbound/index.ts";
import { loadRoutes } from "./load/index.ts";
import type { Calls } from "./open.ts";
import { progressRoutes, takesTold } from "./phone/index.ts";
import { eventRoutes } from "./provider/index.ts";
import { statusRoutes, statusScript } from "./status-page/index.ts";
import { talkRoutes } from "./talk/index.ts";

export type CallsRoutesOptions = Pick<ConsoleRoutesOptions, "neverAsk">;

/** Every page and API of calls; each file of routes has one subject. */
export function callsRoutes(calls: Calls, { neverAsk }: CallsRoutesOptions) {
  const { desk } = calls;
  const routes = new OpenAPIHono<HttpEnvironment>();
  routes.onError(answerRefusal);
  routes.route("/", dayRoutes(desk));
  routes.route("/", loadRoutes(desk));
  routes.route("/", bookingRoutes(desk));
  const { database, clock, provider } = desk;
  routes.route("/", eventRoutes({ database, clock, provider, take: takesTold(desk) }));
  routes.route("/", approvalRoutes(calls));
  routes.route("/", inboundRoutes(desk));
  routes.route("/", progressRoutes(desk));
  routes.route("/", assetRoutes([statusScript]));
  routes.route("/", statusRoutes(calls));
  const { listening } = calls;
  routes.route("/", talkRoutes(desk, { listening, neverAsk }));
  routes.route("/", feedbackRoutes(desk, { neverAsk }));
  // The last one: `/staff/calls/:call` would take the addresses of the others.
  routes.route("/", consoleRoutes(desk, { listening, neverAsk }));
  return routes;
}
