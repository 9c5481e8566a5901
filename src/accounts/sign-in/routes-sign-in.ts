import { Hono } from "hono";
import {
  assetRoutes,
  declares,
  type HttpContext,
  type HttpEnvironment,
  readForm,
  smallForm,
  textIn,
} from "#platform";
import type { Accounts } from "../open.ts";
import {
  type Ceremony,
  ceremonyOf,
  passkeyScript,
  provenBy,
  requestOptions,
  toldOf,
} from "../passkey/index.ts";
import { stopRecovery } from "../recovery/index.ts";
import { backPath } from "./back.ts";
import { signedOut } from "./events.ts";
import { say } from "./messages.ts";
import { SignInPage } from "./pages/index.ts";
import { signInByPasskey } from "./routes-start.ts";

/** `/sign-in` and `/sign-out`. */
export function signInRoutes(accounts: Accounts) {
  const { desk, sessions } = accounts;
  const takeAttempt = desk.limits({ name: "sign_in", requestsMax: 300, windowSeconds: 60 });
  const routes = new Hono<HttpEnvironment>();
  routes.route("/", assetRoutes([passkeyScript]));

  routes.get("/sign-in", async (context) => {
    const back = backPath(context.req.query("back"));
    const session = await sessions.of(context);
    if (session?.holder.is === "client") return context.redirect(back, 303);
    const { language } = context.var;
    const isUndone = context.req.query("undone") !== undefined;
    return showSignIn(context, back, isUndone ? say(language, "sign_in.undone") : undefined);
  });

  routes.post("/sign-in/passkey/options", smallForm, declares("nothing"), async (context) => {
    await takeAttempt(sessions.asking(context).network);
    return context.json(await requestOptions(await ceremony(accounts, context)));
  });

  routes.post("/sign-in/passkey", smallForm, declares("device_approved"), async (context) => {
    const form = await readForm(context);
    const back = backPath(textIn(form, "back"));
    try {
      await takeAttempt(sessions.asking(context).network);
      const proven = await provenBy(await ceremony(accounts, context), textIn(form, "answer"));
      const now = desk.clock();
      await signInByPasskey(accounts, context, proven, now);
      await stopRecovery(desk, { is: "proof", client: proven.client }, proven.client, now);
    } catch (error) {
      const { sentence, status } = toldOf(error, context, context.var.language);
      context.status(status);
      return showSignIn(context, back, sentence);
    }
    return context.redirect(back, 303);
  });

  routes.post("/sign-out", smallForm, declares("nothing"), async (context) => {
    const session = await sessions.of(context);
    const now = desk.clock();
    if (session?.holder.is === "client") {
      const { holder, id } = session;
      const event = { kind: signedOut, client: holder.id, details: { session: id } };
      await desk.appender.append(holder, event, now);
    }
    await sessions.end(context, now);
    return context.redirect("/", 303);
  });

  return routes;
}

async function ceremony(accounts: Accounts, context: HttpContext): Promise<Ceremony> {
  const secret = accounts.sessions.visitor(context);
  return await ceremonyOf(accounts, context, "sign_in", { is: "browser", secret });
}

/** Shows `/sign-in`, with what went wrong. */
export function showSignIn(context: HttpContext, back: string, problem?: string, email?: string) {
  const { language } = context.var;
  context.header("cache-control", "no-store");
  const page = SignInPage({ language, back, script: passkeyScript.path, problem, email });
  return context.render(page, { title: say(language, "sign_in.title"), unlisted: true });
}
