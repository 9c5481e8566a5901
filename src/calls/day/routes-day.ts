import { Hono } from "hono";
import { changeStream, hasRole, requireRole, staffPage } from "#accounts";
import type { HttpContext, HttpEnvironment } from "#platform";
import type { CallsDesk } from "../desk.ts";
import { dayAround, dayOf } from "./day.ts";
import { say } from "./messages.ts";
import { DayPage, dayPath } from "./pages/index.ts";
import { callsOfAgent, markOf } from "./store.ts";

const minuteMs = 60_000;

/** `/staff/calls`: an agent's calls, live. */
export function dayRoutes({ accounts, database, clock }: CallsDesk) {
  const routes = new Hono<HttpEnvironment>();

  const signedIn = async (context: HttpContext) => {
    const session = await accounts.sessions.staff(context);
    return { session, member: await requireRole(accounts.desk, session, "agent", "lead") };
  };

  routes.get(
    dayPath,
    staffPage(async (context) => {
      const { member } = await signedIn(context);
      const { language } = context.var;
      const { call_window_seconds: windowSeconds } = await accounts.desk.profile();
      const now = clock();
      const calls = await callsOfAgent(database, member.id, dayAround(now));
      const { timeZone } = member;
      const page = DayPage({
        ...{ language, timeZone, windowSeconds, now },
        day: dayOf(calls, windowSeconds, now),
        isLead: hasRole(member, "lead"),
      });
      return await context.render(page, { title: say(language, "title"), unlisted: true });
    }),
  );

  routes.get(
    `${dayPath}/stream`,
    staffPage(async (context) => {
      const { session, member } = await signedIn(context);
      // Times are told in minutes, and the window opens at a full one.
      const mark = async () => {
        const now = clock();
        const minute = Math.floor(now.getTime() / minuteMs);
        return `${minute} ${await markOf(database, member.id, dayAround(now))}`;
      };
      return changeStream(context, { database, clock }, session, mark);
    }),
  );

  return routes;
}
