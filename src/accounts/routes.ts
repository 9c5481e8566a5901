import { OpenAPIHono } from "@hono/zod-openapi";
import type { HttpEnvironment } from "#platform";
import { linkRoutes } from "./link/index.ts";
import type { Accounts } from "./open.ts";
import { passkeyRoutes } from "./passkey/index.ts";
import { protectionRoutes } from "./protection/index.ts";
import {
  chooseRoutes,
  sessionRoutes,
  signInRoutes,
  signUpRoutes,
  stepUpRoutes,
} from "./sign-in/index.ts";

/** Every page and API of accounts; each file of routes has one subject. */
export function accountsRoutes(accounts: Accounts) {
  const routes = new OpenAPIHono<HttpEnvironment>();
  routes.route("/", linkRoutes(accounts));
  routes.route("/", protectionRoutes(accounts));
  routes.route("/", signUpRoutes(accounts));
  routes.route("/", chooseRoutes(accounts));
  routes.route("/", signInRoutes(accounts));
  routes.route("/", stepUpRoutes(accounts));
  routes.route("/", passkeyRoutes(accounts));
  routes.route("/", sessionRoutes(accounts));
  return routes;
}
