import { Hono } from "hono";
import { StepUpNeeded, staffPage } from "#accounts";
import {
  declares,
  HoldfastError,
  type HttpContext,
  type HttpEnvironment,
  isId,
  problemOf,
  readForm,
  smallForm,
  textIn,
} from "#platform";
import { fieldNames } from "#policy";
import type { Vault } from "../open.ts";
import { atDesk } from "../routes-desk.ts";
import { say } from "./messages.ts";
import { NothingToAgreeTo } from "./refusals.ts";
import { askSecondPerson } from "./second-person/index.ts";

/** The card's button beside a restricted field: somebody else has to agree. JSON for the card's script. */
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
      const reason = textIn(await readForm(context), "reason");
      try {
        if (!isId("ticket", ticket) || !field) throw new NothingToAgreeTo();
        await askSecondPerson(desk, session, { ticket, field, reason }, desk.clock());
      } catch (error) {
        return refusedFor(context, error);
      }
      if (isPage(context)) return context.redirect(`/staff/tickets/${ticket}#client-card`, 303);
      return context.json({ said: say(context.var.language, "second.asked") });
    }, "/staff/tickets"),
  );

  return routes;
}

function refusedFor(context: HttpContext, error: unknown): Response {
  const isTold = error instanceof HoldfastError && !(error instanceof StepUpNeeded);
  if (!isTold || isPage(context)) throw error;
  const { status } = problemOf(error, context.var.requestId);
  return context.json({ refused: [error.message] }, status);
}

function isPage({ req }: HttpContext): boolean {
  return !(req.header("accept") ?? "").includes("application/json");
}
