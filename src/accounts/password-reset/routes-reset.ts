import { Hono } from "hono";
import {
  declares,
  type HttpContext,
  type HttpEnvironment,
  readForm,
  smallForm,
  textIn,
} from "#platform";
import { type Told, told } from "../form/index.ts";
import type { Accounts } from "../open.ts";
import { passwordScript, problemSentence } from "../password/index.ts";
import { say } from "./messages.ts";
import { AskPage, OpenPage, SavedPage, SentPage } from "./pages/index.ts";
import { openReset, resetPassword, sendReset, takeReset } from "./reset.ts";

const path = "/reset-password";
const byNetwork = { name: "resets_network", requestsMax: 20, windowSeconds: 3_600 };
const secondsInHour = 3_600;

/** `/reset-password`: a new password by a link, and what stands beside the link. */
export function resetRoutes(accounts: Accounts) {
  const { desk, sessions, underWay } = accounts;
  const routes = new Hono<HttpEnvironment>();

  routes.get(path, (context) => showAsk(context, ""));

  routes.post(path, smallForm, declares("nothing"), async (context) => {
    const email = textIn(await readForm(context), "email")
      .slice(0, 254)
      .trim();
    const now = desk.clock();
    try {
      await desk.limits(byNetwork)(sessions.asking(context).network);
      const index = await takeReset(desk, email);
      underWay.start(
        () => sendReset(desk, index, now),
        () => context.var.log.error("a password reset was not answered"),
      );
    } catch (error) {
      return showAsk(context, email, toldAbout(context, error));
    }
    return context.redirect(`${path}/sent`, 303);
  });

  routes.get(`${path}/sent`, async (context) => {
    const { language } = context.var;
    const profile = await desk.profile();
    const hours = Math.max(1, Math.round(profile.password_reset_link_seconds / secondsInHour));
    const wait = Math.max(1, Math.round(profile.password_reset_retry_seconds / secondsInHour));
    const title = say(language, "reset.sent.title");
    return context.render(SentPage({ language, hours, wait }), { title, unlisted: true });
  });

  routes.get(`${path}/:token`, (context) => showOpen(context, context.req.param("token"), {}));

  routes.post(`${path}/:token`, smallForm, declares("password_reset"), async (context) => {
    const token = context.req.param("token");
    const now = desk.clock();
    const reset = await openReset(desk, token, now);
    const form = await readForm(context);
    const email = textIn(form, "email").slice(0, 254).trim();
    const typed = textIn(form, reset.beside).slice(0, 200);
    try {
      const given = { password: textIn(form, "password"), email, typed };
      await resetPassword(accounts, reset, given, now);
    } catch (error) {
      const problem = toldAbout(context, error);
      if (problem.code === "reset_failed") return showAsk(context, email, problem);
      return await showOpen(context, token, { email, problem });
    }
    const { language } = context.var;
    const title = say(language, "reset.done.title");
    context.header("cache-control", "no-store");
    return context.render(SavedPage({ language }), { title, unlisted: true });
  });

  async function showOpen(
    context: HttpContext,
    token: string,
    { email = "", problem }: { email?: string; problem?: Told },
  ) {
    const { language } = context.var;
    const { beside } = await openReset(desk, token, desk.clock());
    const page = { language, token, beside, email, script: passwordScript.path, problem };
    context.header("cache-control", "no-store");
    const title = say(language, "reset.open.title");
    return context.render(OpenPage(page), { title, unlisted: true });
  }

  return routes;
}

function showAsk(context: HttpContext, email: string, problem?: Told) {
  const { language } = context.var;
  const title = say(language, "reset.title");
  return context.render(AskPage({ language, email, problem }), { title, unlisted: true });
}

function toldAbout(context: HttpContext, error: unknown): Told {
  return told(error, context, (code, refusal) =>
    problemSentence(context.var.language, code, refusal),
  );
}
