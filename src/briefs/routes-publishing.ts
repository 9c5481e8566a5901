import { Hono } from "hono";
import { type Accounts, requireFreshPasskey, requireRole, staffPage } from "#accounts";
import {
  type Clock,
  declares,
  HoldfastError,
  type HttpContext,
  type HttpEnvironment,
  isId,
  readForm,
  smallForm,
  textIn,
} from "#platform";
import type { BriefsDesk } from "./hand.ts";
import { say } from "./messages.ts";
import { PreparedPage, WaitingPage, waitingPath } from "./pages/index.ts";
import {
  askPublication,
  bodyOf,
  EditionUnknown,
  isAsked,
  type Prepared,
  preparedById,
  waitingEditions,
} from "./publishing/index.ts";

export type BriefsStaffOptions = { desk: BriefsDesk; accounts: Accounts; clock: Clock };

/** `/staff/briefs/editions`: what waits to be published, all of it, and the first of two people who publish it. */
export function publishingRoutes({ desk, accounts, clock }: BriefsStaffOptions) {
  const routes = new Hono<HttpEnvironment>();
  const readers = ["comms", "counsel", "lead", "analyst"] as const;

  routes.get(
    waitingPath,
    staffPage(async (context) => {
      const session = await accounts.sessions.staff(context);
      await requireRole(accounts.desk, session, ...readers);
      const { language } = context.var;
      const waiting = (await waitingEditions(desk.database)).map((prepared) => ({
        id: prepared.id,
        body: bodyOf(prepared),
      }));
      context.header("cache-control", "no-store");
      const page = { title: say(language, "staff.title"), unlisted: true };
      return context.render(WaitingPage({ language, waiting }), page);
    }, "/staff"),
  );

  routes.get(
    `${waitingPath}/:edition`,
    staffPage(async (context) => {
      const session = await accounts.sessions.staff(context);
      await requireRole(accounts.desk, session, ...readers);
      return await show(context, await preparedIn(desk, context));
    }, waitingPath),
  );

  const show = async (
    context: HttpContext,
    prepared: Prepared,
    refused?: { problem: string; reason: string },
  ) => {
    const { language } = context.var;
    const { id, sha256 } = prepared;
    const asked = await isAsked({ ...desk, accounts }, id, clock());
    const props = { language, id, body: bodyOf(prepared), sha256, isAsked: asked, refused };
    context.header("cache-control", "no-store");
    const page = { title: say(language, "staff.title"), unlisted: true };
    return context.render(PreparedPage(props), page);
  };

  routes.post(
    `${waitingPath}/:edition/ask`,
    smallForm,
    declares("nothing"),
    staffPage(async (context) => {
      const session = await accounts.sessions.staff(context);
      const member = await requireRole(accounts.desk, session, "comms", "counsel");
      requireFreshPasskey(session, await accounts.desk.profile(), clock());
      const prepared = await preparedIn(desk, context);
      const { id } = prepared;
      const reason = textIn(await readForm(context), "reason");
      try {
        await askPublication({ ...desk, accounts }, member.id, { id, reason }, clock());
      } catch (error) {
        if (!(error instanceof HoldfastError)) throw error;
        context.status(400);
        return await show(context, prepared, { problem: error.message, reason });
      }
      return context.redirect(`${waitingPath}/${id}`, 303);
    }, waitingPath),
  );

  return routes;
}

/** @throws {EditionUnknown} */
async function preparedIn({ database }: BriefsDesk, context: HttpContext): Promise<Prepared> {
  const id = context.req.param("edition");
  const prepared = isId("edition", id) ? await preparedById(database, id) : undefined;
  if (!prepared) throw new EditionUnknown();
  return prepared;
}
