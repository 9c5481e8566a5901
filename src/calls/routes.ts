import { OpenAPIHono } from "@hono/zod-openapi";
import { answerRefusal } from "#accounts";
import type { HttpEnvironment } from "#platform";
import { dayRoutes } from "./day/index.ts";
import type { Calls } from "./open.ts";

/** Every page and API of calls; each file of routes has one subject. */
export function callsRoutes({ desk }: Calls) {
  const routes = new OpenAPIHono<HttpEnvironment>();
  routes.onError(answerRefusal);
  routes.route("/", dayRoutes(desk));
  return routes;
}
