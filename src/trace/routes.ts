import { OpenAPIHono } from "@hono/zod-openapi";
import { changeStream, hasRole, requireRole, staffNames, staffPage } from "#accounts";
import type { HttpEnvironment } from "#platform";
import { lastChange, nameOpeningsFor, tracesFor } from "./case/index.ts";
import { say } from "./messages.ts";
import type { Tracing } from "./open.ts";
import { TracesPage, tracesPath } from "./pages/index.ts";
import { apiRoutes } from "./routes-api.ts";
import { beginRoutes } from "./routes-begin.ts";
import { traceRoutes } from "./routes-trace.ts";
import { certificateRoutes } from "./scope/index.ts";

const tracesMax = 50;
const openingsMax = 50;

/** Addresses that are sent samples: they read what comes within limits of their own. */
export function takesSample(path: string): boolean {
  return path === tracesPath || path === "/v1/traces";
}

/** `/staff/traces`: the traces for analysts, and for leads whose names were opened; and `/v1/traces`. */
export function tracingRoutes(tracing: Tracing, { policyFile }: { policyFile: string }) {
  const { desk } = tracing;
  const { accounts, database } = desk;
  const routes = new OpenAPIHono<HttpEnvironment>();

  routes.get(
    tracesPath,
    staffPage(async (context) => {
      const session = await accounts.sessions.staff(context);
      const member = await requireRole(accounts.desk, session, "analyst", "lead");
      const { language } = context.var;
      const traces = hasRole(member, "analyst")
        ? await tracesFor(database, member.id, tracesMax)
        : undefined;
      const openings = await nameOpeningsFor(database, member.id, openingsMax);
      const names = await staffNames(
        database,
        openings.map(({ by }) => by),
      );
      const page = TracesPage({ language, traces, openings, names });
      return await context.render(page, { title: say(language, "title"), unlisted: true });
    }),
  );

  routes.get(
    `${tracesPath}/stream`,
    staffPage(async (context) => {
      const session = await accounts.sessions.staff(context);
      await requireRole(accounts.desk, session, "analyst", "lead");
      return changeStream(context, desk, session, () => lastChange(database));
    }),
  );

  routes.route("/", beginRoutes(desk));
  routes.route("/", traceRoutes(desk));
  routes.route("/", certificateRoutes(desk, { policyFile }));
  routes.route("/", apiRoutes(desk));
  return routes;
}
