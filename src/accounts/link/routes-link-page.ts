import { Hono } from "hono";
import {
  declares,
  type HttpContext,
  type HttpEnvironment,
  smallForm,
  type Transaction,
} from "#platform";
import type { ChangeName } from "../change/index.ts";
import type { Accounts } from "../open.ts";
import { type Link, type LinkPurpose, LinkRefused } from "./link.ts";
import { AskingPage, DonePage, type LinkWords } from "./pages/index.ts";
import { linkPlaces } from "./routes-links.ts";
import { openLink, takeLink } from "./store.ts";

/** A link that somebody follows: still open, and of the right purpose. */
type Following = {
  context: HttpContext;
  link: Link;
  now: Date;
  /** Uses the link up in the transaction of what it does. @throws {LinkRefused} when somebody was first */
  take(joining: Transaction): Promise<void>;
};

/** The page of one purpose: what it says before, and what its button does. */
type LinkPage = {
  purpose: LinkPurpose;
  changes: ChangeName | "nothing";
  isDangerous?: boolean;
  asks(following: Following): Promise<LinkWords & { button: string }>;
  /** It must call `take` in its own transaction. */
  act(following: Following): Promise<Done>;
};

/** The page that a link with a single button leads to. Opening it does nothing; it needs nobody to be signed in. */
export function linkPage({ desk }: Pick<Accounts, "desk">, page: LinkPage) {
  const { purpose, changes, isDangerous = false } = page;
  const routes = new Hono<HttpEnvironment>();
  const path: string = `${linkPlaces[purpose]}/:token`;

  routes.get(path, async (context) => {
    const following = await follow(context, context.req.param("token") ?? "");
    const { title, said, button } = await page.asks(following);
    const action = context.req.path;
    const asking = AskingPage({ title, said, button, path: action, isDangerous });
    context.header("cache-control", "no-store");
    return context.render(asking, { title, unlisted: true, notices: "below" });
  });

  routes.post(path, smallForm, declares(changes), async (context) => {
    const following = await follow(context, context.req.param("token") ?? "");
    return await showDone(context, await page.act(following));
  });

  async function follow(context: HttpContext, token: string): Promise<Following> {
    const now = desk.clock();
    const id = desk.outbox.linkTokens.linkIn(token);
    const link = id && (await openLink(desk.database, id, now));
    if (link?.purpose !== purpose) throw new LinkRefused();
    const take = async (joining: Transaction) => {
      if (!(await takeLink(joining, link, now))) throw new LinkRefused();
    };
    return { context, link, now, take };
  }

  return routes;
}

export type Done = LinkWords & { next: { path: string; label: string } };

/** Shows what was done, where no page that could be opened again would say it. */
export async function showDone(context: HttpContext, done: Done) {
  context.header("cache-control", "no-store");
  return context.render(DonePage(done), {
    title: done.title,
    unlisted: true,
    notices: "below",
  });
}
