import { OpenAPIHono } from "@hono/zod-openapi";
import type { HttpEnvironment } from "#platform";
import { decoyRoutes } from "./canary/index.ts";
import { cardRoutes } from "./card/index.ts";
import { importRoutes } from "./importing/index.ts";
import { keepRoutes, looksRoutes } from "./looks/index.ts";
import type { Vault } from "./open.ts";
import { passesRoutes } from "./pass/index.ts";
import { requestRoutes } from "./request/index.ts";
import { searchRoutes } from "./search/index.ts";

export type VaultRoutesOptions = {
  /** The log's policy, which may not be there yet. */
  policyFile: string;
};

/** Everything that this slice answers. */
export function vaultRoutes(vault: Vault, { policyFile }: VaultRoutesOptions) {
  const routes = new OpenAPIHono<HttpEnvironment>();
  routes.route("/", decoyRoutes(vault));
  routes.route("/", cardRoutes(vault));
  routes.route("/", importRoutes(vault));
  routes.route("/", looksRoutes(vault));
  routes.route("/", keepRoutes({ vault, policyFile }));
  routes.route("/", requestRoutes(vault));
  routes.route("/", searchRoutes(vault));
  routes.route("/", passesRoutes(vault));
  return routes;
}
