import { Hono } from "hono";
import { type Database, type HttpEnvironment, isLocalRequest } from "#platform";
import { devMails } from "./delivering/index.ts";
import { say } from "./messages.ts";
import { DevMailboxPage } from "./pages/index.ts";

const shownMax = 50;

/** `/dev/mailbox`: only on a desk that nobody but a developer reaches, and only for who asks from that machine. */
export function devMailboxRoutes(database: Database) {
  const routes = new Hono<HttpEnvironment>();
  routes.get("/dev/mailbox", async (context) => {
    if (!isLocalRequest(context)) return context.notFound();
    const { language } = context.var;
    context.header("cache-control", "no-store");
    const mails = await devMails(database, shownMax);
    return context.render(DevMailboxPage({ language, mails }), {
      title: say(language, "dev.title"),
      unlisted: true,
    });
  });
  return routes;
}
