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
import { StepUpCodeForm } from "../authenticator/index.ts";
import { factorsOf, isFresh, strongestOf } from "../factor/index.ts";
import type { Accounts } from "../open.ts";
import {
  type Ceremony,
  ceremonyOf,
  noteUse,
  passkeyScript,
  passkeysOf,
  provenBy,
  requestOptions,
  toldOf,
} from "../passkey/index.ts";
import { stopRecovery } from "../recovery/index.ts";
import type { ClientSession } from "../session/index.ts";
import { backPath, home } from "./back.ts";
import { say } from "./messages.ts";
import { StepUpPage } from "./pages/index.ts";

/** `/step-up`: who is signed in proves it again, with the strongest that there is. */
export function stepUpRoutes(accounts: Accounts) {
  const { desk, sessions } = accounts;
  const takeAttempt = desk.limits({ name: "step_up", requestsMax: 30, windowSeconds: 60 });
  const routes = new Hono<HttpEnvironment>();

  routes.get("/step-up", async (context) => {
    const session = await sessions.client(context);
    const back = backPath(context.req.query("back"));
    const [factors, profile] = await Promise.all([
      factorsOf(desk.database, session.holder.id),
      desk.profile(),
    ]);
    const strongest = strongestOf(factors);
    const isProven = strongest && isFresh(session, strongest, profile, desk.clock());
    if (isProven) return context.redirect(back, 303);
    return await showStepUp(accounts, context, session, back);
  });

  routes.post("/step-up/passkey/options", smallForm, declares("nothing"), async (context) => {
    const session = await sessions.client(context);
    await takeAttempt(session.holder.id);
    const passkeys = await passkeysOf(desk.database, session.holder.id);
    return context.json(await requestOptions(await ceremony(accounts, context, session), passkeys));
  });

  routes.post("/step-up/passkey", smallForm, declares("nothing"), async (context) => {
    const session = await sessions.client(context);
    const form = await readForm(context);
    const back = backPath(textIn(form, "back"));
    const now = desk.clock();
    try {
      await takeAttempt(session.holder.id);
      const asked = await ceremony(accounts, context, session);
      const proven = await provenBy(asked, textIn(form, "answer"), session.holder.id);
      await transaction(desk.database, async (joining) => {
        await noteUse(joining, proven, now);
        await sessions.renew(context, session, "passkey", now, joining);
      });
      await stopRecovery(desk, { is: "session", session }, session.holder.id, now);
    } catch (error) {
      const { sentence, status } = toldOf(error, context, context.var.language);
      context.status(status);
      return await showStepUp(accounts, context, session, back, sentence);
    }
    return context.redirect(back, 303);
  });

  return routes;
}

async function ceremony(
  accounts: Accounts,
  context: HttpContext,
  { id }: ClientSession,
): Promise<Ceremony> {
  return await ceremonyOf(accounts, context, "step_up", { is: "session", id });
}

/** Shows `/step-up`, with what went wrong: a passkey's button, for who has one. */
export async function showStepUp(
  { desk }: Pick<Accounts, "desk">,
  context: HttpContext,
  { holder }: ClientSession,
  back: string,
  problem?: string,
) {
  const { language } = context.var;
  const strongest = strongestOf(await factorsOf(desk.database, holder.id));
  const script = strongest === "passkey" ? passkeyScript.path : undefined;
  const children = strongest === "authenticator" && StepUpCodeForm({ language, back });
  context.header("cache-control", "no-store");
  return context.render(StepUpPage({ language, back, home, script, problem, children }), {
    title: say(language, "step_up.title"),
    unlisted: true,
  });
}
