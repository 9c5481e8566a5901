import { Hono } from "hono";
import {
  type Clock,
  declares,
  type HttpContext,
  type HttpEnvironment,
  isId,
  smallForm,
} from "#platform";
import { subjectOf } from "./explanation.ts";
import { say } from "./messages.ts";
import { InboxPage, MessagePage } from "./pages/index.ts";
import { listedMax, type Reader } from "./reader.ts";
import type { Owner } from "./store.ts";

export type InboxRoutesOptions = {
  reader: Reader;
  clock: Clock;
  /** Who asks; undefined for somebody who isn't signed in. */
  signedIn(context: HttpContext): Promise<Owner | undefined>;
  /** Where one signs in. It gets the path to come back to as `back`. */
  signInPath: string;
};

/** `/inbox`: everything that mail says, for who is signed in. */
export function inboxRoutes({ reader, clock, signedIn, signInPath }: InboxRoutesOptions) {
  const routes = new Hono<HttpEnvironment>();

  routes.get("/inbox", async (context) => {
    const owner = await signedIn(context);
    if (!owner) return toSignIn(context, signInPath);
    const { language } = context.var;
    const before = context.req.query("before");
    const messages = await reader.sentTo(owner, isId("notice", before) ? before : undefined);
    context.header("cache-control", "no-store");
    const hasOlder = messages.length === listedMax;
    return context.render(InboxPage({ language, messages, hasOlder }), {
      title: say(language, "inbox.title"),
      unlisted: true,
    });
  });

  routes.get("/inbox/:notice", async (context) => {
    const owner = await signedIn(context);
    if (!owner) return toSignIn(context, signInPath);
    const { language } = context.var;
    const id = context.req.param("notice");
    const message = isId("notice", id) ? await reader.find(owner, id) : undefined;
    if (!message) return context.notFound();
    context.header("cache-control", "no-store");
    return context.render(MessagePage({ language, message }), {
      title: subjectOf(message, language),
      unlisted: true,
    });
  });

  routes.post("/inbox/:notice/read", smallForm, declares("nothing"), async (context) => {
    const owner = await signedIn(context);
    if (!owner) return toSignIn(context, signInPath);
    const id = context.req.param("notice");
    if (!isId("notice", id)) return context.notFound();
    await reader.markRead(owner, id, clock());
    return context.redirect("/inbox", 303);
  });

  return routes;
}

function toSignIn(context: HttpContext, signInPath: string): Response {
  const [back, undone] =
    context.req.method === "GET" ? [context.req.path, ""] : ["/inbox", "&undone"];
  return context.redirect(`${signInPath}?back=${encodeURIComponent(back)}${undone}`, 303);
}
