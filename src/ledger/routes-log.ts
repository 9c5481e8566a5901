import { Hono } from "hono";
import { type Clock, type Database, type HttpContext, type HttpEnvironment, held } from "#platform";
import { parseTilePath, Refused } from "#tlog";
import { publishedPolicy, readServedPolicy } from "./policy-file.ts";
import { newestHead, prefixOfHead, publishedTile, type TileAsked } from "./publishing/index.ts";

/** tlog-tiles, "Checkpoints": "its headers SHOULD prevent caching beyond a few seconds". */
const checkpointCacheSeconds = 5;
/** "This endpoint is immutable, so its caching headers SHOULD be long-lived": a week, as other logs have it. */
const tileCacheSeconds = 604_800;

export type LogRoutesOptions = { database: Database; clock: Clock; policyFile: string };

/** `log`, `log-2`, ...: each log has its own prefix, since what it serves is immutable. */
const logs = "/:log{log(?:-[0-9]+)?}";

/**
 * The log for whoever watches it, as C2SP tlog-tiles has it: `/log/checkpoint`, `/log/tile/<L>/<N>[.p/<W>]`,
 * `/log/tile/entries/<N>[.p/<W>]`; and `/log/policy`, a tlog-policy with the keys to trust. Entries are commitments:
 * nothing here says anything of a person. They don't compress, so they aren't. A log that was begun anew stands under
 * `/log-2`, and the old one isn't served any more: the database may not have it.
 */
export function logRoutes({ database, clock, policyFile }: LogRoutesOptions) {
  const routes = new Hono<HttpEnvironment>();
  const heldHead = held(clock, async () => {
    const policy = await readServedPolicy(policyFile);
    return policy && (await newestHead(database, policy));
  });

  routes.get(`${logs}/checkpoint`, async (context) => {
    const head = await heldHead();
    if (!head || prefixOfHead(head) !== prefixIn(context)) return absent(context);
    return context.body(head.note, 200, publicFor(context, textType, checkpointCacheSeconds));
  });

  routes.get("/log/policy", async (context) => {
    const policy = await readServedPolicy(policyFile);
    if (!policy) return absent(context);
    const text = publishedPolicy(policy);
    return context.body(text, 200, publicFor(context, textType, checkpointCacheSeconds));
  });

  routes.get(`${logs}/tile/*`, async (context) => {
    const asked = tileAt(context.req.path);
    const tile = asked && (await publishedTile(database, prefixIn(context), asked));
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

function prefixIn(context: HttpContext): string {
  return `/${context.req.param("log")}`;
}

function tileAt(path: string): TileAsked | undefined {
  try {
    return parseTilePath(path.replace(/^\/[^/]+\//, ""));
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
}
