import { Hono } from "hono";
import { declares, type HttpEnvironment, readForm, smallForm, textIn } from "#platform";
import { administrator, provenMember, toldOf } from "../administration/index.ts";
import type { Accounts } from "../open.ts";
import { staffPage } from "../staff/index.ts";
import { askErasure } from "./erasing.ts";
import { isErasureReason, WrongErasureReason } from "./erasure.ts";
import { say } from "./messages.ts";
import { erasuresPath, showErasures } from "./routes-erasures-page.ts";
import { holdRoutes } from "./routes-holds.ts";

/**
 * `/staff/erasures`: an administrator asks that a client is erased, and somebody else decides; counsel keeps the legal
 * holds that refuse it.
 */
export function erasingRoutes(accounts: Accounts) {
  const { desk, approvals } = accounts;
  const routes = new Hono<HttpEnvironment>();
  routes.route("/", holdRoutes(accounts));

  routes.get(
    erasuresPath,
    staffPage(async (context) => {
      const member = await provenMember(accounts, context, "admin", "counsel");
      const { language } = context.var;
      const what = (["placed", "placed_late"] as const).find(
        (one) => one === context.req.query("done"),
      );
      const done = what && say(language, `holds.${what}`);
      return await showErasures(accounts, context, member, { holds: { done } });
    }),
  );

  routes.post(
    erasuresPath,
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
        const erasing = { problem: toldOf(context, error), typed };
        return await showErasures(accounts, context, member, { erasing });
      }
      return context.redirect("/staff/approvals?done=asked", 303);
    }, erasuresPath),
  );

  return routes;
}
