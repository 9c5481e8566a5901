import { Hono } from "hono";
import {
  declares,
  type HttpContext,
  type HttpEnvironment,
  readForm,
  smallForm,
  textIn,
} from "#platform";
import { requireChangeable } from "../change/index.ts";
import { type Told, told } from "../form/index.ts";
import type { Accounts } from "../open.ts";
import type { ClientSession } from "../session/index.ts";
import { beginClosing, type Closing, keepAccount } from "./closing.ts";
import { say } from "./messages.ts";
import { BegunPage, ClosePage } from "./pages/index.ts";
import { openClosing } from "./store.ts";

const path = "/account/close";
const secondsInHour = 3_600;

/** `/account/close`: closing an account, and keeping it after all. */
export function closingRoutes({ desk, sessions }: Pick<Accounts, "desk" | "sessions">) {
  const routes = new Hono<HttpEnvironment>();

  routes.get(path, async (context) => {
    const session = await sessions.client(context);
    const closing = await openClosing(desk.database, session.holder.id);
    if (!closing) await requireChangeable(desk, session, "account_close_begun", desk.clock());
    return await show(context, session);
  });

  routes.post(path, smallForm, declares("account_close_begun"), async (context) => {
    const { language } = context.var;
    const session = await sessions.client(context);
    if (textIn(await readForm(context), "understood") !== "yes") {
      context.status(400);
      const sentence = say(language, "problem.not_confirmed");
      return await show(context, session, { code: "not_confirmed", sentence });
    }
    let closing: Closing;
    try {
      closing = await beginClosing(desk, session, desk.clock());
    } catch (error) {
      const problem = told(error, context, (code) =>
        code === "already_closing" ? say(language, "problem.already_closing") : undefined,
      );
      return await show(context, session, problem);
    }
    const title = say(language, "close.begun.title");
    await sessions.end(context, desk.clock());
    context.header("cache-control", "no-store");
    const page = BegunPage({ language, until: closing.closesAt });
    return context.render(page, { title, unlisted: true });
  });

  routes.post(`${path}/keep`, smallForm, declares("account_kept"), async (context) => {
    const session = await sessions.client(context);
    await keepAccount(desk, session, desk.clock());
    return context.redirect(`${path}?kept`, 303);
  });

  async function show(context: HttpContext, { holder }: ClientSession, problem?: Told) {
    const { language } = context.var;
    const [closing, { change_undo_seconds: seconds }] = await Promise.all([
      openClosing(desk.database, holder.id),
      desk.profile(),
    ]);
    const hours = Math.max(1, Math.round(seconds / secondsInHour));
    const isKept = context.req.query("kept") !== undefined && !closing;
    const closesAt = closing?.closesAt;
    const title = say(language, closing ? "close.begun.title" : "close.title");
    context.header("cache-control", "no-store");
    const page = ClosePage({ language, hours, closesAt, isKept, problem });
    return context.render(page, { title, unlisted: true });
  }

  return routes;
}
