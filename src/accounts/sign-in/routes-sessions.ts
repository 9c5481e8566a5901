import { Hono } from "hono";
import { declares, type HttpContext, type HttpEnvironment, isId, smallForm } from "#platform";
import type { Accounts } from "../open.ts";
import { type ClientSession, devicesOf, sessionsOf } from "../session/index.ts";
import { say } from "./messages.ts";
import { devicesPath, SessionsPage, sessionsPath } from "./pages/index.ts";
import { endOne, endOthers, removeDevices } from "./sessions.ts";

/** What is said after a change, by the word that stands in the address. */
const dones = {
  ended: "done.ended",
  others_ended: "done.others_ended",
  removed: "done.removed",
  all_removed: "done.all_removed",
} as const;

type Done = keyof typeof dones;

/** `/account/sessions`: where a client is signed in, and with which browsers. */
export function sessionRoutes(accounts: Accounts) {
  const { desk, sessions } = accounts;
  const routes = new Hono<HttpEnvironment>();

  routes.get(sessionsPath, async (context) => {
    const session = await sessions.client(context);
    return await showSessions(accounts, context, session);
  });

  routes.post(
    `${sessionsPath}/end-others`,
    smallForm,
    declares("sessions_ended"),
    async (context) => {
      await endOthers(desk, await sessions.client(context), desk.clock());
      return onward(context, "others_ended");
    },
  );

  routes.post(
    `${sessionsPath}/:session/end`,
    smallForm,
    declares("sessions_ended"),
    async (context) => {
      const session = await sessions.client(context);
      const id = context.req.param("session");
      const isEnded = isId("session", id) && (await endOne(desk, session, id, desk.clock()));
      return isEnded ? onward(context, "ended") : await showGone(context, session);
    },
  );

  routes.post(
    `${devicesPath}/remove-all`,
    smallForm,
    declares("devices_removed"),
    async (context) => {
      await removeDevices(desk, await sessions.client(context), desk.clock());
      return onward(context, "all_removed");
    },
  );

  routes.post(
    `${devicesPath}/:device/remove`,
    smallForm,
    declares("devices_removed"),
    async (context) => {
      const session = await sessions.client(context);
      const id = context.req.param("device");
      const removed = isId("device", id) ? await removeDevices(desk, session, desk.clock(), id) : 0;
      return removed > 0 ? onward(context, "removed") : await showGone(context, session);
    },
  );

  async function showGone(context: HttpContext, session: ClientSession) {
    context.status(404);
    return await showSessions(
      accounts,
      context,
      session,
      say(context.var.language, "problem.gone"),
    );
  }

  return routes;
}

function onward(context: HttpContext, done: Done): Response {
  return context.redirect(`${sessionsPath}?done=${done}`, 303);
}

async function showSessions(
  { desk }: Accounts,
  context: HttpContext,
  current: ClientSession,
  problem?: string,
) {
  const { language } = context.var;
  const asked = Object.entries(dones).find(([name]) => name === context.req.query("done"))?.[1];
  const [sessions, devices] = await Promise.all([
    sessionsOf(desk, current.holder, desk.clock()),
    devicesOf(desk.database, current.holder.id),
  ]);
  const done = problem === undefined && asked ? say(language, asked) : undefined;
  context.header("cache-control", "no-store");
  const page = SessionsPage({ language, current, sessions, devices, problem, done });
  return context.render(page, { title: say(language, "sessions.title"), unlisted: true });
}
