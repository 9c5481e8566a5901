import { Hono } from "hono";
import {
  declares,
  type HttpContext,
  type HttpEnvironment,
  readForm,
  smallForm,
  textIn,
} from "#platform";
import { provenMember, toldOf } from "../administration/index.ts";
import type { Accounts } from "../open.ts";
import { staffPage } from "../staff/index.ts";
import { askLift, placeLegalHold, readHolds } from "./legal-hold.ts";
import { erasuresPath, showErasures } from "./routes-erasures-page.ts";

const path = `${erasuresPath}/holds`;

/** `/staff/erasures/holds`: counsel places a hold, reads which stand on a client and why, and asks that one is lifted. */
export function holdRoutes(accounts: Accounts) {
  const { desk, approvals } = accounts;
  const routes = new Hono<HttpEnvironment>();
  const counsel = (context: HttpContext) => provenMember(accounts, context, "counsel");

  routes.post(
    path,
    smallForm,
    declares("nothing"),
    staffPage(async (context) => {
      const member = await counsel(context);
      const form = await readForm(context);
      const placing = { account: textIn(form, "account"), reason: textIn(form, "reason") };
      try {
        const keysGoneAt = await placeLegalHold(desk, member.id, placing, desk.clock());
        const done = keysGoneAt ? "placed_late" : "placed";
        return context.redirect(`${erasuresPath}?done=${done}`, 303);
      } catch (error) {
        const holds = { problem: toldOf(context, error), typed: { placing } };
        return await showErasures(accounts, context, member, { holds });
      }
    }, erasuresPath),
  );

  routes.post(
    `${path}/read`,
    smallForm,
    declares("nothing"),
    staffPage(async (context) => {
      const member = await counsel(context);
      const form = await readForm(context);
      const [hold, account] = [textIn(form, "hold"), textIn(form, "account")];
      try {
        const of = hold === "" ? { account } : { hold };
        const read = await readHolds(desk, member.id, of, desk.clock());
        return await showErasures(accounts, context, member, { holds: { read } });
      } catch (error) {
        const holds = { problem: toldOf(context, error), typed: { reading: account } };
        return await showErasures(accounts, context, member, { holds });
      }
    }, erasuresPath),
  );

  routes.post(
    `${path}/:hold/lift`,
    smallForm,
    declares("nothing"),
    staffPage(async (context) => {
      const member = await counsel(context);
      const hold = context.req.param("hold") ?? "";
      const why = textIn(await readForm(context), "why");
      try {
        await askLift(desk, approvals, member.id, { hold, why }, desk.clock());
        return context.redirect("/staff/approvals?done=asked", 303);
      } catch (error) {
        const problem = toldOf(context, error);
        const read = await readHolds(desk, member.id, { hold }, desk.clock()).catch(
          (gone) => void toldOf(context, gone),
        );
        const holds = { problem, read, typed: { lifting: { hold, why } } };
        return await showErasures(accounts, context, member, { holds });
      }
    }, erasuresPath),
  );

  return routes;
}
