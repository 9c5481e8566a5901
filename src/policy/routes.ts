import { Hono } from "hono";
import { etag } from "hono/etag";
import type { PolicySource } from "./source.ts";

/** Short, so that a new edition is everywhere within minutes. */
const cacheSeconds = 300;

const path = "/.well-known/holdfast-policy.json";

/** `GET /.well-known/holdfast-policy.json`: the signed policy, for machines that check us. */
export function policyRoutes(source: Pick<PolicySource, "published">): Hono {
  const routes = new Hono();
  routes.use(path, etag());
  routes.get(path, async (context) => {
    const { text } = await source.published();
    return context.body(text, 200, {
      "content-type": "application/json",
      "cache-control": `public, max-age=${cacheSeconds}`,
      "access-control-allow-origin": "*",
    });
  });
  return routes;
}
