import { Hono } from "hono";
import {
  declares,
  type HttpContext,
  type HttpEnvironment,
  smallForm,
  type Transaction,
} from "#platform";
import { approve, isSameNetwork, signInOf } from "../device/index.ts";
import { type Link, LinkRefused, openLink, takeLink } from "../link/index.ts";
import type { Accounts } from "../open.ts";
import { lockAccount } from "../panic-lock/index.ts";
import { say } from "./messages.ts";
import { AnsweredPage, DevicePage } from "./pages/index.ts";

const path = "/sign-in/device/:token";

/** What the link in the mail about a new device opens. It needs nobody to be signed in. */
export function deviceRoutes({ desk, sessions }: Pick<Accounts, "desk" | "sessions">) {
  const routes = new Hono<HttpEnvironment>();

  routes.get(path, async (context) => {
    const { language } = context.var;
    const now = desk.clock();
    const link = await linkOf(context.req.param("token"), now);
    const signIn = await signInOf(desk, link, now);
    const asking = sessions.asking(context);
    const isAllowed = await isSameNetwork(desk, signIn, asking);
    const here = { network: asking.network, isAllowed };
    const page = DevicePage({ language, path: context.req.path, ...signIn, here });
    context.header("cache-control", "no-store");
    return context.render(page, { title: say(language, "device.title"), unlisted: true });
  });

  routes.post(path, smallForm, declares("device_approved"), async (context) => {
    const now = desk.clock();
    const link = await linkOf(context.req.param("token"), now);
    await approve(desk, link, sessions.asking(context), now);
    return showAnswer(context, "approved");
  });

  routes.post(`${path}/refuse`, smallForm, declares("account_locked"), async (context) => {
    const now = desk.clock();
    const link = await linkOf(context.req.param("token") ?? "", now);
    const { client } = link;
    const take = async (joining: Transaction) => {
      if (!(await takeLink(joining, link, now))) throw new LinkRefused();
    };
    await lockAccount(desk, { is: "link", client }, now, { take });
    return showAnswer(context, "refused");
  });

  async function linkOf(token: string, now: Date): Promise<Link> {
    const id = desk.outbox.linkTokens.linkIn(token);
    const link = id && (await openLink(desk.database, id, now));
    if (link?.purpose !== "approve_device") throw new LinkRefused();
    return link;
  }

  return routes;
}

function showAnswer(context: HttpContext, answer: "approved" | "refused") {
  const { language } = context.var;
  context.header("cache-control", "no-store");
  return context.render(AnsweredPage({ language, answer }), {
    title: say(language, `device.${answer}.title`),
    unlisted: true,
  });
}
