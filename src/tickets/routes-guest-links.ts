import { Hono } from "hono";
import { declares, type HttpContext, type HttpEnvironment, type Id } from "#platform";
import {
  GuestLinkRefused,
  hasOpened,
  isOpening,
  isProving,
  openByLink,
  proveAddress,
  sendLinkAgain,
} from "./guest/index.ts";
import { say } from "./messages.ts";
import { GuestLinkPage, LinkSentPage } from "./pages/index.ts";
import type { Tickets } from "./tickets.ts";

const path = "/support";

/**
 * `/links/:token` where the link is one of a guest: it leads to the page that says what it does, and does nothing.
 * Other links are others'.
 */
export function guestLinkRoutes(tickets: Tickets) {
  const routes = new Hono<HttpEnvironment>();
  routes.get("/links/:token", async (context, next) => {
    const token = context.req.param("token");
    const { outbox, clock } = tickets.desk;
    const link = outbox.linkTokens.linkIn(token);
    const now = clock();
    const place =
      link &&
      ((await isProving(tickets, link, now))
        ? "confirm"
        : (await hasOpened(tickets, link)) && "read");
    if (!place) return await next();
    context.header("cache-control", "no-store");
    return context.redirect(`${path}/${place}/${token}`, 303);
  });
  return routes;
}

/** What a guest's link leads to: the address is proven, or the ticket is opened, by a button. */
export function guestLinkPageRoutes(tickets: Tickets) {
  const { accounts, clock } = tickets.desk;
  const routes = new Hono<HttpEnvironment>();

  for (const place of ["confirm", "read"] as const) {
    routes.get(`${path}/${place}/:token`, async (context) => {
      const link = linkIn(tickets, context);
      const { language } = context.var;
      const is = place === "confirm" ? isProving : isOpening;
      if (!(await is(tickets, link, clock())))
        return await showEnded(tickets, context, place, link);
      const page = GuestLinkPage({ language, place, action: context.req.path });
      return await context.render(page, {
        title: say(language, `link.${place}.title`),
        unlisted: true,
        notices: "below",
      });
    });

    routes.post(`${path}/${place}/:token`, declares("nothing"), async (context) => {
      const act = place === "confirm" ? proveAddress : openByLink;
      const link = linkIn(tickets, context);
      try {
        const ticket = await act(tickets, link, accounts.sessions.visitor(context), clock());
        return context.redirect(`${path}/tickets/${ticket}`, 303);
      } catch (error) {
        if (error instanceof GuestLinkRefused)
          return await showEnded(tickets, context, place, link);
        throw error;
      }
    });
  }

  routes.post(`${path}/read/:token/again`, declares("nothing"), async (context) => {
    await sendLinkAgain(tickets, linkIn(tickets, context), clock());
    const { language } = context.var;
    const title = say(language, "link.sent.title");
    return await context.render(LinkSentPage({ language }), { title, unlisted: true });
  });

  return routes;
}

/** Where a link has ended that opened a ticket, another can be asked for. @throws {GuestLinkRefused} of any other */
async function showEnded(
  tickets: Tickets,
  context: HttpContext,
  place: "confirm" | "read",
  link: Id<"link">,
) {
  if (place === "confirm" || !(await hasOpened(tickets, link))) throw new GuestLinkRefused();
  const { language } = context.var;
  const action = `${path}/read/${context.req.param("token")}/again`;
  context.status(404);
  const title = say(language, "link.ended.title");
  return await context.render(GuestLinkPage({ language, place: "ended", action }), {
    title,
    unlisted: true,
  });
}

/** @throws {GuestLinkRefused} */
function linkIn({ desk }: Tickets, context: HttpContext): Id<"link"> {
  const link = desk.outbox.linkTokens.linkIn(context.req.param("token") ?? "");
  if (!link) throw new GuestLinkRefused();
  return link;
}
