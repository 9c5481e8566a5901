import { Hono } from "hono";
import {
  declares,
  type HttpContext,
  type HttpEnvironment,
  newId,
  readForm,
  smallForm,
} from "#platform";
import type { Accounts } from "../open.ts";
import {
  hasRole,
  memberOf,
  requireFreshPasskey,
  type StaffMember,
  say,
  staffHere,
  staffPage,
} from "../staff/index.ts";
import { staffAdditionKind } from "./kinds.ts";
import { PeoplePage } from "./pages/index.ts";
import { administrator, askTwo, toldOf } from "./routes-administrator.ts";
import { joinerIn, type Typed, typedIn } from "./typed.ts";

const path = "/staff/people";

/** `/staff/people`: who works here, for everybody who does; administrators ask for more. */
export function peopleRoutes(accounts: Accounts) {
  const { desk, sessions } = accounts;
  const routes = new Hono<HttpEnvironment>();

  routes.get(
    path,
    staffPage(async (context) => {
      const session = await sessions.staff(context);
      const member = await memberOf(desk, session);
      if (hasRole(member, "admin"))
        requireFreshPasskey(session, await desk.profile(), desk.clock());
      return await show(context, member);
    }),
  );

  routes.post(
    path,
    smallForm,
    declares("nothing"),
    staffPage(async (context) => {
      const member = await administrator(accounts, context);
      const typed = typedIn(await readForm(context));
      try {
        const asked = { kind: staffAdditionKind, subject: newId("staff", desk.clock()) };
        const { reason } = typed;
        const scope = joinerIn(context.var.language, typed);
        await askTwo(accounts, member, { ...asked, scope, reason });
      } catch (error) {
        return await show(context, member, { typed, problem: toldOf(context, error) });
      }
      return context.redirect("/staff/approvals?done=asked", 303);
    }, path),
  );

  async function show(
    context: HttpContext,
    member: StaffMember,
    told: { typed?: Typed; problem?: string } = {},
  ): Promise<Response> {
    const { language } = context.var;
    const people = await staffHere(desk.database);
    const [isAdmin, isCounsel] = [hasRole(member, "admin"), hasRole(member, "counsel")];
    const hasLeft = context.req.query("done") === "left";
    const may = { isAdmin, isCounsel };
    const page = PeoplePage({ language, people, ...may, now: desk.clock(), hasLeft, ...told });
    return await context.render(page, { title: say(language, "people.title"), unlisted: true });
  }

  return routes;
}
