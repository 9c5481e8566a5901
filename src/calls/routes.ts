import { OpenAPIHono } from "@hono/zod-openapi";
import { answerRefusal } from "#accounts";
import { assetRoutes, type HttpEnvironment } from "#platform";
import { bookingRoutes } from "./booking/index.ts";
import { dayRoutes } from "./day/index.ts";
import { loadRoutes } from "./load/index.ts";
import type { Calls } from "./open.ts";
import { takesTold } from "./phone/index.ts";
import { eventRoutes } from "./provider/index.ts";
import { statusRoutes, statusScript } from "./status-page/index.ts";

/** Every page and API of calls; each file of routes has one subject. */
export function callsRoutes(calls: Calls) {
  const { desk } = calls;
  const routes = new OpenAPIHono<HttpEnvironment>();
  routes.onError(answerRefusal);
  routes.route("/", dayRoutes(desk));
  routes.route("/", loadRoutes(desk));
  routes.route("/", bookingRoutes(desk));
  const { database, clock, provider } = desk;
  routes.route("/", eventRoutes({ database, clock, provider, take: takesTold(desk) }));
  routes.route("/", assetRoutes([statusScript]));
  routes.route("/", statusRoutes(calls));
  return routes;
}
