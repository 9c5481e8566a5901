import { Hono } from "hono";
import type { HttpEnvironment } from "#platform";
import type { Vault } from "../open.ts";
import { askRoutes } from "./routes-ask.ts";
import { historyRoutes } from "./routes-history.ts";
import { passRoutes } from "./routes-pass.ts";
import { reviewRoutes } from "./routes-reviews.ts";
import { secondPersonRoutes } from "./routes-second-person.ts";

/** Everything that takes a second person here: asked for, given, used, and reviewed. */
export function passesRoutes(vault: Vault) {
  const routes = new Hono<HttpEnvironment>();
  routes.route("/", askRoutes(vault));
  routes.route("/", passRoutes(vault));
  routes.route("/", historyRoutes(vault));
  routes.route("/", reviewRoutes(vault));
  routes.route("/", secondPersonRoutes(vault));
  return routes;
}
