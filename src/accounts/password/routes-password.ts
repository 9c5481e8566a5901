import { Hono } from "hono";
import {
  assetRoutes,
  declares,
  type HttpContext,
  type HttpEnvironment,
  readForm,
  script,
  smallForm,
  textIn,
} from "#platform";
import { requireChangeable } from "../change/index.ts";
import type { Desk } from "../desk.ts";
import { factorsOf } from "../factor/index.ts";
import { type Told, told } from "../form/index.ts";
import type { ClientSession, Sessions } from "../session/index.ts";
import { changePassword } from "./change-password.ts";
import type { PasswordHasher } from "./hashing.ts";
import { say } from "./messages.ts";
import { ChangePasswordPage } from "./pages/index.ts";
import { problemSentence } from "./problem-sentence.ts";

/** The button that shows a password. */
export const passwordScript = script(
  "password",
  new URL("browser/show-password.ts", import.meta.url),
);

type PasswordRoutesOptions = { desk: Desk; sessions: Sessions; hasher: PasswordHasher };

/** `/account/password` */
export function passwordRoutes({ desk, sessions, hasher }: PasswordRoutesOptions) {
  const routes = new Hono<HttpEnvironment>();
  routes.route("/", assetRoutes([passwordScript]));

  routes.get("/account/password", async (context) => {
    const session = await sessions.client(context);
    await requireChangeable(desk, session, "password_changed", desk.clock());
    return await show(context, session, { isDone: context.req.query("done") !== undefined });
  });

  routes.post("/account/password", smallForm, declares("password_changed"), async (context) => {
    const session = await sessions.client(context);
    const form = await readForm(context);
    const email = textIn(form, "email").slice(0, 254);
    const typed = { current: textIn(form, "current"), next: textIn(form, "password"), email };
    try {
      await changePassword(desk, hasher, session, typed, desk.clock());
    } catch (error) {
      const problem = told(error, context, (code, refusal) =>
        problemSentence(context.var.language, code, refusal),
      );
      return await show(context, session, { email, problem });
    }
    return context.redirect("/account/password?done", 303);
  });

  async function show(
    context: HttpContext,
    { holder }: ClientSession,
    more: { email?: string; problem?: Told; isDone?: boolean },
  ) {
    const { language } = context.var;
    const factors = await factorsOf(desk.database, holder.id);
    const has = {
      password: factors.some(({ kind }) => kind === "password"),
      authenticator: factors.some(({ kind }) => kind === "authenticator"),
    };
    const page = ChangePasswordPage({ language, has, script: passwordScript.path, ...more });
    context.header("cache-control", "no-store");
    return context.render(page, { title: say(language, "change.title"), unlisted: true });
  }

  return routes;
}
