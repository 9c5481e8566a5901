import { Hono } from "hono";
import { answerRefusal } from "#accounts";
import { clientAddress, declares, type HttpEnvironment, type Id, isId } from "#platform";
import { CallRefused, stopLeg } from "../calling/index.ts";
import type { Calls } from "../open.ts";
import { htmlOf } from "./event-stream.ts";
import { say } from "./messages.ts";
import { OpenPages } from "./open-pages.ts";
import { CallPage, type Claimed, SignedOutPage, StoppedPage } from "./pages/index.ts";
import { statusStream } from "./routes-stream.ts";
import { jsonOf, keyOf } from "./told.ts";

const stoppedPath = "/account/call/stopped";

/** `/call`, which people keep as a bookmark, and what a page of a client asks about calls. */
export function statusRoutes({ desk, live }: Pick<Calls, "desk" | "live">) {
  const { sessions } = desk.accounts;
  const pages = new OpenPages();
  const routes = new Hono<HttpEnvironment>();
  routes.onError(answerRefusal);

  routes.get("/call", async (context) => {
    const { language } = context.var;
    const session = await sessions.of(context);
    const isClient = session?.holder.is === "client";
    const asked = context.req.query("claim");
    const claimed: Claimed | undefined =
      asked === "not_me" || asked === "dialled" ? asked : undefined;
    const page = isClient
      ? CallPage({ language, ...(claimed && { claimed }) })
      : SignedOutPage({ language });
    return context.render(page, {
      title: say(language, isClient ? "page.title" : "out.title"),
      description: say(language, "page.description"),
      canonicalPath: "/call",
      notices: "below",
    });
  });

  routes.get("/account/call/stream", async (context) => {
    const session = await sessions.client(context);
    const network = clientAddress(context, desk.accounts.desk.trustedProxies);
    return statusStream(context, live, pages, session, network);
  });

  routes.get("/account/call/status", async (context) => {
    const session = await sessions.client(context);
    context.header("cache-control", "no-store");
    const told = await live.holding(session.holder.id);
    const html =
      context.req.query("html") !== undefined && htmlOf(told, session, context.var.language);
    return context.json({ ...jsonOf(told, session), tabs: keyOf(session), ...(html && { html }) });
  });

  routes.post("/account/call/legs/:leg/stop", declares("nothing"), async (context) => {
    const session = await sessions.client(context);
    const wasUp = await stopLeg(desk, session, legIn(context.req.param("leg")), desk.clock());
    return context.redirect(`${stoppedPath}?${wasUp ? "now" : "before"}`, 303);
  });

  routes.get(stoppedPath, async (context) => {
    await sessions.client(context);
    const { language } = context.var;
    const wasUp = context.req.query("before") === undefined;
    return context.render(StoppedPage({ language, wasUp }), {
      title: say(language, wasUp ? "stopped.title" : "stopped.over.title"),
      unlisted: true,
    });
  });

  return routes;
}

/** @throws {CallRefused} */
function legIn(id = ""): Id<"leg"> {
  if (!isId("leg", id)) throw new CallRefused("call_unknown");
  return id;
}
