import { Hono } from "hono";
import {
  declares,
  type HttpContext,
  type HttpEnvironment,
  readForm,
  smallForm,
  textIn,
  transaction,
} from "#platform";
import type { Accounts } from "../open.ts";
import { ceremonyOf, passkeyScript, requestOptions, toldOf } from "../passkey/index.ts";
import { say, staffBackPath, staffSignedIn } from "../staff/index.ts";
import { noteStaffUse, staffProvenBy } from "../staff-passkey/index.ts";
import { SignInPage } from "./pages/index.ts";

/** `/staff/sign-in` and `/staff/sign-out`. With an identity provider, a passkey alone signs nobody in. */
export function staffSignInRoutes(accounts: Accounts) {
  const { desk, sessions, provider } = accounts;
  const takeAttempt = desk.limits({ name: "staff_sign_in", requestsMax: 60, windowSeconds: 60 });
  const routes = new Hono<HttpEnvironment>();

  routes.get("/staff/sign-in", async (context) => {
    const back = staffBackPath(context.req.query("back"));
    const session = await sessions.of(context);
    if (session?.holder.is === "staff") return context.redirect(back, 303);
    const isUndone = context.req.query("undone") !== undefined;
    return show(context, back, isUndone ? say(context.var.language, "sign_in.undone") : undefined);
  });

  if (!provider) {
    routes.post(
      "/staff/sign-in/passkey/options",
      smallForm,
      declares("nothing"),
      async (context) => {
        await takeAttempt(sessions.asking(context).network);
        return context.json(await requestOptions(await ceremony(context)));
      },
    );

    routes.post("/staff/sign-in/passkey", smallForm, declares("nothing"), async (context) => {
      const form = await readForm(context);
      const back = staffBackPath(textIn(form, "back"));
      const now = desk.clock();
      try {
        await takeAttempt(sessions.asking(context).network);
        const proven = await staffProvenBy(await ceremony(context), textIn(form, "answer"));
        const { staff } = proven.passkey;
        await transaction(desk.database, async (joining) => {
          await noteStaffUse(joining, proven, now);
          const holder = { is: "staff", id: staff } as const;
          await sessions.start(context, holder, { passkey: now }, now, joining);
          const event = { kind: staffSignedIn, details: { staff, proof: "passkey" as const } };
          await desk.appender.append(holder, event, now, joining);
        });
      } catch (error) {
        const { sentence, status } = toldOf(error, context, context.var.language);
        context.status(status);
        return show(context, back, sentence);
      }
      return context.redirect(back, 303);
    });
  }

  routes.post("/staff/sign-out", smallForm, declares("nothing"), async (context) => {
    await sessions.end(context, desk.clock());
    return context.redirect("/staff/sign-in", 303);
  });

  async function ceremony(context: HttpContext) {
    const secret = sessions.visitor(context);
    return await ceremonyOf(accounts, context, "staff_sign_in", { is: "browser", secret });
  }

  function show(context: HttpContext, back: string, problem?: string) {
    const { language } = context.var;
    context.header("cache-control", "no-store");
    const script = provider ? undefined : passkeyScript.path;
    return context.render(SignInPage({ language, back, script, problem }), {
      title: say(language, "sign_in.title"),
      unlisted: true,
    });
  }

  return routes;
}
