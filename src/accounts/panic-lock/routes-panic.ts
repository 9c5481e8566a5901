import { Hono } from "hono";
import {
  declares,
  type HttpContext,
  type HttpEnvironment,
  idFrom,
  type Language,
  smallForm,
  uuidOf,
} from "#platform";
import { linkPage, showDone } from "../link/index.ts";
import { protectionOf } from "../lock/index.ts";
import type { Accounts } from "../open.ts";
import { say } from "./messages.ts";
import { LockedPage, lockedPath } from "./pages/index.ts";
import { lockAccount, unlockAccount } from "./panic-lock.ts";

/** `/account/locked` and the link "not me" of every notice. */
export function panicRoutes(accounts: Accounts) {
  const { desk, sessions } = accounts;
  const routes = new Hono<HttpEnvironment>();

  routes.get(lockedPath, async (context) => {
    const { id: client } = (await sessions.client(context)).holder;
    const { account } = await protectionOf(desk.database, client, desk.clock());
    const { language } = context.var;
    return context.render(LockedPage({ language, account }), {
      title: say(
        language,
        account.is === "locked" ? "locked_account.title" : "locked_account.open",
      ),
      unlisted: true,
    });
  });

  routes.post(lockedPath, smallForm, declares("account_locked"), async (context) => {
    const session = await sessions.client(context);
    const now = desk.clock();
    await lockAccount(desk, { is: "session", session }, now);
    await sessions.end(context, now);
    return await showDone(context, panicked(context.var.language, 0));
  });

  routes.post(`${lockedPath}/unlock`, smallForm, declares("account_unlocked"), async (context) => {
    const session = await sessions.client(context);
    await unlockAccount(desk, session, desk.clock());
    return context.redirect("/account?done=unlocked", 303);
  });

  routes.route("/", notMe(accounts));
  return routes;
}

/** Whoever has the mail can lock: nobody is asked to sign in. What it undoes is the change that the link is about. */
function notMe(accounts: Accounts) {
  const { desk } = accounts;
  return linkPage(accounts, {
    purpose: "not_me",
    changes: "account_locked",
    isDangerous: true,
    async asks({ context }: { context: HttpContext }) {
      const { language } = context.var;
      return {
        title: say(language, "not_me.title"),
        said: [
          say(language, "not_me.lead"),
          say(language, "not_me.what"),
          say(language, "not_me.after"),
        ],
        button: say(language, "not_me.button"),
      };
    },
    async act({ context, link, now, take }) {
      const { client, subject } = link;
      const from = subject && idFrom("change", uuidOf(subject));
      const undone = await lockAccount(desk, { is: "link", client }, now, {
        take,
        ...(from && { from }),
      });
      return panicked(context.var.language, undone);
    },
  });
}

function panicked(language: Language, undone: number) {
  return {
    title: say(language, "panicked.title"),
    said: [
      say(language, "panicked.lead"),
      ...(undone > 0 ? [say(language, "panicked.undone", { undone })] : []),
      say(language, "panicked.next"),
    ],
    next: { path: "/sign-in", label: say(language, "panicked.sign_in") },
  };
}
