import { createHash, timingSafeEqual } from "node:crypto";
import { Hono } from "hono";
import type { Metrics } from "../metrics.ts";
import type { Clock } from "../time/index.ts";
import { isLoopback } from "./client-address.ts";
import type { HttpContext, HttpEnvironment } from "./environment.ts";
import { held } from "./held.ts";

/** A thing that must work before we take requests: its name, and a promise that fails when it does not. */
export type ReadinessCheck = { name: string; check(): Promise<void> };

const checkTimeoutMs = 2_000;

/**
 * `/healthz` says that the process runs, `/readyz` that everything it needs does (naming what does not), looked at once a
 * second, however many ask. `/metrics` shows counters to the bearer of the token, and without one set, outside
 * production, to this machine.
 */
export function healthRoutes(
  checks: readonly ReadinessCheck[],
  metrics: Metrics,
  options: { clock: Clock; token: string | undefined; isProduction: boolean },
) {
  const { clock, token, isProduction } = options;
  const routes = new Hono<HttpEnvironment>();
  const heldFailing = held(clock, async () => {
    const names = await Promise.all(checks.map(failingName));
    return names.filter((name) => name !== undefined);
  });
  routes.get("/healthz", (context) => context.json({ status: "ok" }));
  routes.get("/readyz", async (context) => {
    const failing = await heldFailing();
    const status = failing.length === 0 ? "ready" : "not_ready";
    return context.json({ status, failing }, failing.length === 0 ? 200 : 503);
  });
  routes.get("/metrics", async (context) => {
    const isOpen = token === undefined && !isProduction && isLoopback(context);
    if (!isOpen && !bearsToken(context, token)) return context.notFound();
    return context.body(await metrics.text(), 200, { "content-type": metrics.contentType });
  });
  return routes;
}

async function failingName({ name, check }: ReadinessCheck): Promise<string | undefined> {
  const timeout = new Promise((_, reject) => {
    setTimeout(() => reject(new Error("timeout")), checkTimeoutMs).unref();
  });
  try {
    await Promise.race([check(), timeout]);
    return undefined;
  } catch {
    return name;
  }
}

function bearsToken(context: HttpContext, token: string | undefined): boolean {
  if (token === undefined) return false;
  const given = context.req.header("authorization") ?? "";
  return timingSafeEqual(digest(given), digest(`Bearer ${token}`));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
