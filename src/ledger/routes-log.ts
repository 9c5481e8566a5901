import { Hono } from "hono";
import type { Database, HttpContext, HttpEnvironment } from "#platform";
import { parseTilePath, Refused } from "#tlog";
import { publishedPolicy, readServedPolicy } from "./policy-file.ts";
import { newestHead, publishedTile, type TileAsked } from "./publishing/index.ts";

/** tlog-tiles, "Checkpoints": "its headers SHOULD prevent caching beyond a few seconds". */
const checkpointCacheSeconds = 5;
/** "This endpoint is immutable, so its caching headers SHOULD be long-lived": a week, as other logs have it. */
const tileCacheSeconds = 604_800;

export type LogRoutesOptions = { database: Database; policyFile: string };

/**
 * The log for whoever watches it, as C2SP tlog-tiles has it: `/log/checkpoint`, `/log/tile/<L>/<N>[.p/<W>]`,
 * `/log/tile/entries/<N>[.p/<W>]`; and `/log/policy`, a tlog-policy with the keys to trust. Entries are commitments:
 * nothing here says anything of a person. They don't compress, so they aren't.
 */
export function logRoutes({ database, policyFile }: LogRoutesOptions) {
  const routes = new Hono<HttpEnvironment>();

  routes.get("/log/checkpoint", async (context) => {
    const policy = await readServedPolicy(policyFile);
    const head = policy && (await newestHead(database, policy));
    if (!head) return absent(context);
    return context.body(head.note, 200, publicFor(context, textType, checkpointCacheSeconds));
  });

  routes.get("/log/policy", async (context) => {
    const policy = await readServedPolicy(policyFile);
    if (!policy) return absent(context);
    const text = publishedPolicy(policy);
    return context.body(text, 200, publicFor(context, textType, checkpointCacheSeconds));
  });

  routes.get("/log/tile/*", async (context) => {
    const asked = tileAt(context.req.path);
    const tile = asked && (await publishedTile(database, asked));
    if (!tile) return absent(context);
    const headers = publicFor(context, "application/octet-stream", tileCacheSeconds, ", immutable");
    return context.body(Uint8Array.from(tile), 200, headers);
  });

  return routes;
}

const textType = "text/plain; charset=utf-8";

/** What is the same for every reader, and may be read by other sites' pages. */
function publicFor(context: HttpContext, type: string, cacheSeconds: number, more = "") {
  context.header("vary", undefined);
  return {
    "content-type": type,
    "cache-control": `public, max-age=${cacheSeconds}${more}`,
    "access-control-allow-origin": "*",
  };
}

/** What isn't there yet may be there in a second. */
function absent(context: HttpContext) {
  context.header("cache-control", "no-store");
  return context.notFound();
}

function tileAt(path: string): TileAsked | undefined {
  try {
    return parseTilePath(path.replace(/^\/log\//, ""));
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
}
