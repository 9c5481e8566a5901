import { Hono } from "hono";
import type { HttpEnvironment } from "#platform";
import { linkRoutes } from "./link/index.ts";
import type { Accounts } from "./open.ts";

/** Every page and API of accounts; each file of routes has one subject. */
export function accountsRoutes(accounts: Accounts) {
  const routes = new Hono<HttpEnvironment>();
  routes.route("/", linkRoutes(accounts));
  return routes;
}
