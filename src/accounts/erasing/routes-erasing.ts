import { Hono } from "hono";
import { declares, type HttpEnvironment, readForm, smallForm, textIn } from "#platform";
import { administrator, toldOf } from "../administration/index.ts";
import type { Accounts } from "../open.ts";
import { staffPage } from "../staff/index.ts";
import { askErasure } from "./erasing.ts";
import { isErasureReason, WrongErasureReason } from "./erasure.ts";
import { say } from "./messages.ts";
import { ErasurePage } from "./pages/index.ts";

const path = "/staff/erasures";

/** `/staff/erasures`: an administrator asks that a client is erased; somebody else decides. */
export function erasingRoutes(accounts: Accounts) {
  const { desk, approvals } = accounts;
  const routes = new Hono<HttpEnvironment>();

  routes.get(
    path,
    staffPage(async (context) => {
      await administrator(accounts, context);
      const { language } = context.var;
      const title = say(language, "title");
      return await context.render(ErasurePage({ language }), { title, unlisted: true });
    }),
  );

  routes.post(
    path,
    smallForm,
    declares("nothing"),
    staffPage(async (context) => {
      const member = await administrator(accounts, context);
      const form = await readForm(context);
      const typed = {
        account: textIn(form, "account"),
        reason: textIn(form, "reason"),
        why: textIn(form, "why"),
      };
      try {
        const { reason } = typed;
        if (!isErasureReason(reason)) throw new WrongErasureReason();
        await askErasure(desk, approvals, member.id, { ...typed, reason }, desk.clock());
      } catch (error) {
        const problem = toldOf(context, error);
        const { language } = context.var;
        const page = ErasurePage({ language, problem, typed });
        return await context.render(page, { title: say(language, "title"), unlisted: true });
      }
      return context.redirect("/staff/approvals?done=asked", 303);
    }, path),
  );

  return routes;
}
