import { Hono } from "hono";
import type { HttpEnvironment } from "#platform";
import type { Accounts } from "../open.ts";
import { type LinkPurpose, LinkRefused } from "./link.ts";
import { openLink } from "./store.ts";

/** Where the page of each purpose stands; the link's token follows. */
export const linkPlaces: Readonly<Record<LinkPurpose, string>> = {
  activate: "/sign-up/confirm",
  approve_device: "/sign-in/device",
  reset_password: "/reset-password",
  confirm_email: "/account/email/confirm",
  confirm_address: "/account/addresses/confirm",
  not_me: "/not-me",
  cancel_recovery: "/recover/cancel",
  finish_recovery: "/recover/finish",
  stop_unlock: "/stop-unlock",
  cancel_call: "/cancel-call",
};

/** `/links/:token`, as it stands in our mail: it leads to the page that says what the link does, and does nothing. */
export function linkRoutes({ desk }: Pick<Accounts, "desk">) {
  const routes = new Hono<HttpEnvironment>();
  routes.get("/links/:token", async (context) => {
    const token = context.req.param("token");
    const id = desk.outbox.linkTokens.linkIn(token);
    const link = id && (await openLink(desk.database, id, desk.clock()));
    if (!link) throw new LinkRefused();
    context.header("cache-control", "no-store");
    return context.redirect(`${linkPlaces[link.purpose]}/${token}`, 303);
  });
  return routes;
}
