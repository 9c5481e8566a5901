import { Hono } from "hono";
import type { HttpEnvironment } from "#platform";
import type { CallsDesk } from "../desk.ts";
import { ownCallsRoutes } from "./routes-calls.ts";
import { cancelLinkRoutes } from "./routes-cancel-link.ts";
import { timesRoutes } from "./routes-times.ts";

/** Every page by which a client asks for a call, gives it another time, or cancels it. */
export function bookingRoutes(desk: CallsDesk) {
  const routes = new Hono<HttpEnvironment>();
  routes.route("/", cancelLinkRoutes(desk));
  routes.route("/", ownCallsRoutes(desk));
  routes.route("/", timesRoutes(desk));
  return routes;
}
