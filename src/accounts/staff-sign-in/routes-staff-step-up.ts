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
import { isFresh } from "../factor/index.ts";
import type { Accounts } from "../open.ts";
import { ceremonyOf, passkeyScript, requestOptions, toldOf } from "../passkey/index.ts";
import type { StaffSession } from "../session/index.ts";
import { say, staffBackPath, staffPage } from "../staff/index.ts";
import { noteStaffUse, staffPasskeysOf, staffProvenBy } from "../staff-passkey/index.ts";
import { StepUpPage } from "./pages/index.ts";

const path = "/staff/step-up";

/** `/staff/step-up`: a passkey of one's own, also for who signed in at the identity provider. */
export function staffStepUpRoutes(accounts: Accounts) {
  const { desk, sessions } = accounts;
  const takeAttempt = desk.limits({ name: "staff_step_up", requestsMax: 30, windowSeconds: 60 });
  const routes = new Hono<HttpEnvironment>();

  routes.get(
    path,
    staffPage(async (context) => {
      const session = await sessions.staff(context);
      const back = staffBackPath(context.req.query("back"));
      const isProven = isFresh(session, "passkey", await desk.profile(), desk.clock());
      if (isProven) return context.redirect(back, 303);
      return await show(context, session, back);
    }),
  );

  routes.post(`${path}/options`, smallForm, declares("nothing"), async (context) => {
    const session = await sessions.staff(context);
    await takeAttempt(session.holder.id);
    const passkeys = await staffPasskeysOf(desk.database, session.holder.id);
    return context.json(await requestOptions(await ceremony(context, session), passkeys));
  });

  routes.post(
    path,
    smallForm,
    declares("nothing"),
    staffPage(async (context) => {
      const session = await sessions.staff(context);
      const form = await readForm(context);
      const back = staffBackPath(textIn(form, "back"));
      const now = desk.clock();
      try {
        await takeAttempt(session.holder.id);
        const asked = await ceremony(context, session);
        const proven = await staffProvenBy(asked, textIn(form, "answer"), session.holder.id);
        await transaction(desk.database, async (joining) => {
          await noteStaffUse(joining, proven, now);
          await sessions.renew(context, session, "passkey", now, joining);
        });
      } catch (error) {
        const { sentence, status } = toldOf(error, context, context.var.language);
        context.status(status);
        return await show(context, session, back, sentence);
      }
      return context.redirect(back, 303);
    }),
  );

  async function ceremony(context: HttpContext, { id }: StaffSession) {
    return await ceremonyOf(accounts, context, "staff_step_up", { is: "session", id });
  }

  async function show(context: HttpContext, session: StaffSession, back: string, problem?: string) {
    const { language } = context.var;
    const passkeys = await staffPasskeysOf(desk.database, session.holder.id);
    const script = passkeys.length > 0 ? passkeyScript.path : undefined;
    return context.render(StepUpPage({ language, back, script, problem }), {
      title: say(language, "step_up.title"),
      unlisted: true,
    });
  }

  return routes;
}
