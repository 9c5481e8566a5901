import { OpenAPIHono } from "@hono/zod-openapi";
import type { HttpEnvironment } from "#platform";
import { decoyRoutes } from "./canary/index.ts";
import { importRoutes } from "./importing/index.ts";
import type { Vault } from "./open.ts";
import { requestRoutes } from "./request/index.ts";

/** Everything that this slice answers. */
export function vaultRoutes(vault: Vault) {
  const routes = new OpenAPIHono<HttpEnvironment>();
  routes.route("/", decoyRoutes(vault));
  routes.route("/", importRoutes(vault));
  routes.route("/", requestRoutes(vault));
  return routes;
}
