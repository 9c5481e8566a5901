import { Hono } from "hono";
import { requireRole, staffPage } from "#accounts";
import type { HttpEnvironment } from "#platform";
import type { TicketsDesk } from "../desk.ts";
import { say } from "./messages.ts";
import { WebhooksPage, webhooksPath } from "./pages/index.ts";
import { webhookStates } from "./store.ts";

/** `/staff/webhooks`: whether the firm's own systems are told what they asked for. Nothing is changed there. */
export function webhookRoutes({ accounts, database }: Pick<TicketsDesk, "accounts" | "database">) {
  const routes = new Hono<HttpEnvironment>();
  routes.get(
    webhooksPath,
    staffPage(async (context) => {
      const session = await accounts.sessions.staff(context);
      await requireRole(accounts.desk, session, "admin", "lead");
      const { language } = context.var;
      const page = WebhooksPage({ language, webhooks: await webhookStates(database) });
      return await context.render(page, { title: say(language, "title"), unlisted: true });
    }),
  );
  return routes;
}
