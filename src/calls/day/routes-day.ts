import { Hono } from "hono";
import { changeStream, hasRole, requireRole, staffPage } from "#accounts";
import { type HttpContext, type HttpEnvironment, minuteMs } from "#platform";
import { unservedCalls } from "../booking/index.ts";
import type { CallsDesk } from "../desk.ts";
import { dayAround, dayOf } from "./day.ts";
import { say } from "./messages.ts";
import { DayPage, dayPath } from "./pages/index.ts";
import { changeRoutes } from "./routes-change.ts";
import { callsOfAgent, markOf } from "./store.ts";

/** `/staff/calls`: an agent's calls, live. */
export function dayRoutes(desk: CallsDesk) {
  const { accounts, database, clock } = desk;
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
      const isLead = hasRole(member, "lead");
      const page = DayPage({
        ...{ language, timeZone, windowSeconds, now },
        day: dayOf(calls, windowSeconds, now),
        isLead,
        hasInbound: desk.provider !== undefined && hasRole(member, "agent"),
        unserved: isLead ? await unservedCalls(desk, now) : [],
        done: (["time", "cancel"] as const).find((one) => one === context.req.query("done")),
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

  const memberIn = async (context: HttpContext) => (await signedIn(context)).member;
  routes.route("/", changeRoutes({ desk, memberIn }));
  return routes;
}
