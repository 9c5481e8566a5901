import { Hono } from "hono";
import type { HttpEnvironment } from "#platform";
import type { Vault } from "./open.ts";

/** Everything that this slice answers. */
export function vaultRoutes(_vault: Vault) {
  const routes = new Hono<HttpEnvironment>();
  return routes;
}
