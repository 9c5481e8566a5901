import { Hono } from "hono";
import {
  changeStream,
  requireRole,
  type StaffMember,
  staffHere,
  staffNames,
  staffPage,
} from "#accounts";
import { dayMs, type HttpContext, type HttpEnvironment, type Id, startOf } from "#platform";
import { type Case, closedCases, lastChange, maySee, openCases, signalsOf } from "./case/index.ts";
import { openContainments } from "./containment/index.ts";
import type { WatchDesk } from "./desk.ts";
import { say } from "./messages.ts";
import type { Watch } from "./open.ts";
import { WatchPage, watchPath } from "./pages/index.ts";
import { picturesOf } from "./picture/index.ts";
import { caseRoutes } from "./routes-case.ts";

const closedMax = 40;

/** `/staff/watch`: whom to look into, and each case. */
export function watchRoutes({ desk }: Watch) {
  const { accounts, database, clock } = desk;
  const routes = new Hono<HttpEnvironment>();

  const signedIn = async (context: HttpContext) => {
    const session = await accounts.sessions.staff(context);
    return { session, member: await requireRole(accounts.desk, session, "lead", "analyst") };
  };

  routes.get(
    watchPath,
    staffPage(async (context) => {
      const { member } = await signedIn(context);
      const { language } = context.var;
      const seen = await casesFor(desk, member);
      const staff = seen.open.map((one) => one.staff);
      const listed = [...seen.open, ...seen.closed];
      const signals = await signalsOf(
        database,
        listed.map(({ id }) => id),
      );
      const raised = seen.open.filter(({ state }) => state.is === "raised");
      const page = WatchPage({
        ...{ language, raised, closed: seen.closed },
        waiting: seen.open.filter(({ state }) => state.is === "waiting"),
        signals: Map.groupBy(signals, (signal) => signal.case),
        pictures: await picturesOf(database, staff, clock()),
        contained: new Set((await openContainments(database)).map((one) => one.staff)),
        names: await staffNames(
          database,
          listed.map((one) => one.staff),
        ),
        budget: budgetOf(raised, desk.alertsPerDay, clock()),
      });
      return await context.render(page, { title: say(language, "title"), unlisted: true });
    }),
  );

  routes.get(
    `${watchPath}/stream`,
    staffPage(async (context) => {
      const { session } = await signedIn(context);
      return changeStream(context, desk, session, () => lastChange(database));
    }),
  );

  routes.route("/", caseRoutes({ desk, signedIn }));
  return routes;
}

/** The cases that somebody may see. */
async function casesFor(
  { database }: WatchDesk,
  viewer: StaffMember,
): Promise<{ open: Case[]; closed: Case[] }> {
  const people = new Map<Id<"staff">, StaffMember>(
    (await staffHere(database)).map((person) => [person.id, person]),
  );
  const isSeen = ({ staff }: Case) => maySee(viewer, people.get(staff));
  const [open, closed] = await Promise.all([openCases(database), closedCases(database, closedMax)]);
  return { open: open.filter(isSeen), closed: closed.filter(isSeen) };
}

function budgetOf(raised: readonly Case[], all: number, now: Date) {
  const today = startOf(now, dayMs);
  const used = raised.filter(
    ({ state, isUrgent }) => state.is === "raised" && state.at >= today && !isUrgent,
  ).length;
  return { all, left: Math.max(0, all - used) };
}
