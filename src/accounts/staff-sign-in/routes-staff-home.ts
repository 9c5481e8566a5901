import { Hono } from "hono";
import {
  declares,
  type HttpContext,
  type HttpEnvironment,
  isId,
  readForm,
  smallForm,
  textIn,
} from "#platform";
import { countAsked } from "../approval/index.ts";
import type { Accounts } from "../open.ts";
import { NoSuchPasskey } from "../passkey/index.ts";
import { endSession, endSessions, sessionsOf } from "../session/index.ts";
import { memberOf, requireFreshPasskey, say, staffPage } from "../staff/index.ts";
import { staffPasskeysOf } from "../staff-passkey/index.ts";
import { HomePage, SessionsPage } from "./pages/index.ts";
import { removeStaffPasskey } from "./remove-passkey.ts";

const sessionsPath = "/staff/sessions";

/** `/staff` and `/staff/sessions`: what somebody on the staff is here, and where that person is signed in. */
export function staffHomeRoutes({ desk, sessions }: Accounts) {
  const routes = new Hono<HttpEnvironment>();
  const { database, clock } = desk;

  routes.get(
    "/staff",
    staffPage(async (context) => {
      const session = await sessions.staff(context);
      const [member, asked, passkeys] = await Promise.all([
        memberOf(desk, session),
        countAsked(database, session.holder.id, clock()),
        staffPasskeysOf(database, session.holder.id),
      ]);
      const { language } = context.var;
      const isRemoved = context.req.query("done") === "passkey_removed";
      const page = HomePage({ language, member, asked, passkeys, isRemoved, now: clock() });
      return context.render(page, { title: say(language, "home.title"), unlisted: true });
    }),
  );

  routes.post(
    "/staff/passkeys/:passkey/remove",
    smallForm,
    declares("nothing"),
    staffPage(async (context) => {
      const session = await sessions.staff(context);
      const now = clock();
      requireFreshPasskey(session, await desk.profile(), now);
      const passkey = context.req.param("passkey");
      if (!isId("passkey", passkey)) throw new NoSuchPasskey();
      await removeStaffPasskey(desk, session, passkey, now);
      return context.redirect("/staff?done=passkey_removed", 303);
    }),
  );

  routes.get(sessionsPath, staffPage(showSessions));

  routes.post(
    sessionsPath,
    smallForm,
    declares("nothing"),
    staffPage(async (context) => {
      const session = await sessions.staff(context);
      const now = clock();
      requireFreshPasskey(session, await desk.profile(), now);
      const { id, holder } = session;
      const named = textIn(await readForm(context), "session");
      if (isId("session", named)) await endSession(database, holder, named, "by_holder", now);
      else await endSessions(database, holder, "by_holder", now, id);
      return context.redirect(sessionsPath, 303);
    }, sessionsPath),
  );

  async function showSessions(context: HttpContext): Promise<Response> {
    const session = await sessions.staff(context);
    const open = await sessionsOf(desk, session.holder, clock());
    const { language } = context.var;
    const page = SessionsPage({ language, open, own: session.id });
    return await context.render(page, { title: say(language, "sessions.title"), unlisted: true });
  }

  return routes;
}
