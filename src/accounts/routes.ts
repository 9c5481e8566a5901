import { Hono } from "hono";
import type { HttpEnvironment } from "#platform";
import type { Accounts } from "./open.ts";

/** Every page and API of accounts; each file of routes has one subject. */
export function accountsRoutes(_accounts: Accounts) {
  return new Hono<HttpEnvironment>();
}
