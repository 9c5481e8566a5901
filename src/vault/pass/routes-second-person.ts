import { Hono } from "hono";
import { staffPage } from "#accounts";
import { declares, type HttpEnvironment, isId, readForm, smallForm, textIn } from "#platform";
import { fieldNames } from "#policy";
import type { Vault } from "../open.ts";
import { atDesk } from "../routes-desk.ts";
import { NothingToAgreeTo } from "./refusals.ts";
import { askSecondPerson } from "./second-person/index.ts";

/** The card's button beside a restricted field: somebody else has to agree. The form has a `reason`. */
export function secondPersonRoutes(vault: Vault) {
  const { desk } = vault;
  const routes = new Hono<HttpEnvironment>();

  routes.post(
    "/staff/tickets/:ticket/card/:field/second-person",
    smallForm,
    declares("nothing"),
    staffPage(async (context) => {
      const { session } = await atDesk(vault, context);
      const ticket = context.req.param("ticket") ?? "";
      const field = fieldNames.find((name) => name === context.req.param("field"));
      if (!isId("ticket", ticket) || !field) throw new NothingToAgreeTo();
      const reason = textIn(await readForm(context), "reason");
      await askSecondPerson(desk, session, { ticket, field, reason }, desk.clock());
      return context.redirect(`/staff/tickets/${ticket}?done=second_person_asked`, 303);
    }),
  );

  return routes;
}
