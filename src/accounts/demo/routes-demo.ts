import { Hono } from "hono";
import {
  declares,
  type HttpEnvironment,
  isLocalRequest,
  readForm,
  smallForm,
  transaction,
} from "#platform";
import type { Accounts } from "../open.ts";
import type { Holder } from "../session/index.ts";
import { staffHome } from "../staff/index.ts";
import { say } from "./messages.ts";
import { DemoPage } from "./pages/index.ts";
import type { DemoPeople } from "./people.ts";

/** Where a developer signs in as anyone. */
export const demoPath = "/demo";

const clientHome = "/account";

/**
 * Signing in with one click: only on a desk that nobody but a developer reaches, and for who asks from that machine.
 * @param prepare done before each sign-in, so that there is something to try
 */
export function demoRoutes(
  { desk, sessions }: Pick<Accounts, "desk" | "sessions">,
  people: DemoPeople,
  prepare: () => Promise<unknown>,
) {
  const routes = new Hono<HttpEnvironment>();

  routes.get(demoPath, (context) => {
    if (!isLocalRequest(context)) return context.notFound();
    const { language } = context.var;
    context.header("cache-control", "no-store");
    return context.render(DemoPage({ language, people }), {
      title: say(language, "title"),
      unlisted: true,
    });
  });

  routes.post(`${demoPath}/sign-ins`, declares("nothing"), smallForm, async (context) => {
    if (!isLocalRequest(context)) return context.notFound();
    const { person } = await readForm(context);
    const holder = holderIn(people, person);
    if (!holder) return context.redirect(demoPath, 303);
    await prepare();
    const now = desk.clock();
    const other = holder.is === "staff" ? "provider" : "authenticator";
    const proven = { passkey: now, [other]: now };
    await transaction(desk.database, (joining) =>
      sessions.start(context, holder, proven, now, joining),
    );
    return context.redirect(holder.is === "client" ? clientHome : staffHome, 303);
  });

  return routes;
}

function holderIn({ client, staff }: DemoPeople, person: unknown): Holder | undefined {
  if (person === "client") return { is: "client", id: client };
  const found = staff.find(({ role }) => role === person);
  return found && { is: "staff", id: found.id };
}
