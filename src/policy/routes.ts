import { Hono } from "hono";
import { etag } from "hono/etag";
import type { PolicySource } from "./source.ts";

/** Short, so that a new edition is everywhere within minutes. */
const cacheSeconds = 300;

/** `GET /.well-known/holdfast-policy.json`: the signed policy, for machines that check us. */
export function policyRoutes(source: PolicySource): Hono {
  const routes = new Hono();
  routes.use("/.well-known/holdfast-policy.json", etag());
  routes.get("/.well-known/holdfast-policy.json", (context) =>
    context.body(source.document, 200, {
      "content-type": "application/json",
      "cache-control": `public, max-age=${cacheSeconds}`,
      "access-control-allow-origin": "*",
      etag: source.etag,
    }),
  );
  return routes;
}
