import { Hono } from "hono";
import {
  declares,
  type HttpContext,
  type HttpEnvironment,
  readForm,
  smallForm,
  TooManyRequests,
  textIn,
} from "#platform";
import { emailOf } from "../account/index.ts";
import { requireChangeable } from "../change/index.ts";
import { told } from "../form/index.ts";
import { linkPage } from "../link/index.ts";
import type { Accounts } from "../open.ts";
import type { ClientSession } from "../session/index.ts";
import { addressOf, askEmailChange, confirmEmailChange } from "./change-email.ts";
import { say } from "./messages.ts";
import { EmailPage, type EmailPageProps } from "./pages/index.ts";

const path = "/account/email";
const secondsInHour = 3_600;

/** `/account/email` */
export function emailRoutes({ desk, sessions }: Pick<Accounts, "desk" | "sessions">) {
  const routes = new Hono<HttpEnvironment>();

  routes.get(path, async (context) => {
    const session = await sessions.client(context);
    await requireChangeable(desk, session, "email_change_begun", desk.clock());
    return await show(context, session, { isSent: context.req.query("sent") !== undefined });
  });

  routes.post(path, smallForm, declares("email_change_begun"), async (context) => {
    const session = await sessions.client(context);
    const typed = textIn(await readForm(context), "email").slice(0, 254);
    try {
      await askEmailChange(desk, session, typed, desk.clock());
    } catch (error) {
      const { language } = context.var;
      const problem = told(error, context, (code, refusal) => {
        if (refusal instanceof TooManyRequests) {
          const minutes = Math.ceil(refusal.retryAfterSeconds / 60);
          return say(language, "problem.too_many_requests", { minutes });
        }
        return code === "wrong_kind" ? say(language, "problem.wrong_kind") : undefined;
      });
      return await show(context, session, { typed, problem });
    }
    return context.redirect(`${path}?sent`, 303);
  });

  async function show(
    context: HttpContext,
    { holder }: ClientSession,
    more: Pick<EmailPageProps, "typed" | "problem" | "isSent">,
  ) {
    const { language } = context.var;
    const [email, { email_change_seconds: seconds }] = await Promise.all([
      emailOf(desk.database, holder.id),
      desk.profile(),
    ]);
    const hours = Math.max(1, Math.round(seconds / secondsInHour));
    const page = EmailPage({ language, mask: email?.mask ?? "", hours, ...more });
    context.header("cache-control", "no-store");
    return context.render(page, { title: say(language, "email.title"), unlisted: true });
  }

  return routes;
}

/** `/account/email/confirm/:token`: the link in the mail to the new address. */
export function confirmEmailRoutes(accounts: Pick<Accounts, "desk">) {
  const { desk } = accounts;
  return linkPage(accounts, {
    purpose: "confirm_email",
    changes: "email_changed",
    asks: async ({ context, link }) => {
      const { language } = context.var;
      const { mask } = await addressOf(desk.database, link);
      const { change_undo_seconds: seconds } = await desk.profile();
      const hours = Math.max(1, Math.round(seconds / secondsInHour));
      return {
        title: say(language, "confirm.title"),
        said: [say(language, "confirm.lead", { mask, hours })],
        button: say(language, "confirm.button"),
      };
    },
    act: async ({ context, link, now }) => {
      const { language } = context.var;
      await confirmEmailChange(desk, link, now);
      return {
        title: say(language, "confirm.done.title"),
        said: [say(language, "confirm.done.lead")],
        next: { path: "/account", label: say(language, "confirm.done.next") },
      };
    },
  });
}
