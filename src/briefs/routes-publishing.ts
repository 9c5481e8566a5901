import { Hono } from "hono";
import { type Accounts, requireFreshPasskey, requireRole, staffPage } from "#accounts";
import {
  type Clock,
  declares,
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
      const { language } = context.var;
      const prepared = await preparedIn(desk, context);
      const asked = await isAsked({ ...desk, accounts }, prepared.id, clock());
      const { id, sha256 } = prepared;
      const body = bodyOf(prepared);
      context.header("cache-control", "no-store");
      const page = { title: say(language, "staff.title"), unlisted: true };
      return context.render(PreparedPage({ language, id, body, sha256, isAsked: asked }), page);
    }, waitingPath),
  );

  routes.post(
    `${waitingPath}/:edition/ask`,
    smallForm,
    declares("nothing"),
    staffPage(async (context) => {
      const session = await accounts.sessions.staff(context);
      const member = await requireRole(accounts.desk, session, "comms", "counsel");
      requireFreshPasskey(session, await accounts.desk.profile(), clock());
      const { id } = await preparedIn(desk, context);
      const reason = textIn(await readForm(context), "reason");
      await askPublication({ ...desk, accounts }, member.id, { id, reason }, clock());
      return context.redirect(`${waitingPath}/${id}`, 303);
    }, waitingPath),
  );

  return routes;
}

/** @throws {EditionUnknown} */
async function preparedIn({ database }: BriefsDesk, context: HttpContext): Promise<Prepared> {
  const id = context.req.param("edition") ?? "";
  const prepared = isId("edition", id) ? await preparedById(database, id) : undefined;
  if (!prepared) throw new EditionUnknown();
  return prepared;
}
