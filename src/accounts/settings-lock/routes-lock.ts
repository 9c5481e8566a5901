import { Hono } from "hono";
import {
  declares,
  HoldfastError,
  type HttpContext,
  type HttpEnvironment,
  problemOf,
  readForm,
  smallForm,
  textIn,
} from "#platform";
import { requireChangeable } from "../change/index.ts";
import { linkPage } from "../link/index.ts";
import { protectionOf } from "../lock/index.ts";
import { hasMasterKey } from "../master-key/index.ts";
import type { Accounts } from "../open.ts";
import { NotSignedIn, StepUpNeeded } from "../session/index.ts";
import { type MessageKey, say } from "./messages.ts";
import { LockPage, type LockPageProps, lockPath, UnlockPage } from "./pages/index.ts";
import { NotOpening } from "./refusals.ts";
import { beginUnlock, lockSettings, stopUnlock, unlockByMasterKey } from "./settings-lock.ts";

const doneKeys: Readonly<Record<string, MessageKey>> = {
  begun: "done.begun",
  stopped: "done.stopped",
  unlocked: "done.unlocked",
};

/** `/account/lock`: the settings lock. There is no way through it for the staff. */
export function lockRoutes(accounts: Accounts) {
  const { desk, sessions } = accounts;
  const routes = new Hono<HttpEnvironment>();

  routes.get(lockPath, async (context) => {
    const done = doneKeys[context.req.query("done") ?? ""];
    return await showLock(accounts, context, done ? { done } : {});
  });

  routes.post(lockPath, smallForm, declares("settings_locked"), async (context) => {
    const session = await sessions.client(context);
    const typedDays = textIn(await readForm(context), "days").slice(0, 10);
    try {
      await lockSettings(desk, session, wholeNumber(typedDays), desk.clock());
    } catch (error) {
      const problem = refusalShown(error, context);
      return await showLock(accounts, context, { typedDays, problem });
    }
    return context.redirect(lockPath, 303);
  });

  routes.get(`${lockPath}/open`, async (context) => await showUnlock(accounts, context));

  routes.post(`${lockPath}/open`, smallForm, declares("settings_unlock_begun"), async (context) => {
    await beginUnlock(desk, await sessions.client(context), desk.clock());
    return context.redirect(`${lockPath}?done=begun`, 303);
  });

  routes.post(`${lockPath}/open-now`, smallForm, declares("settings_unlocked"), async (context) => {
    const session = await sessions.client(context);
    const typed = textIn(await readForm(context), "master_key");
    try {
      await unlockByMasterKey(desk, session, typed, desk.clock());
    } catch (error) {
      return await showUnlock(accounts, context, refusalShown(error, context));
    }
    return context.redirect(`${lockPath}?done=unlocked`, 303);
  });

  routes.post(
    `${lockPath}/stop`,
    smallForm,
    declares("settings_unlock_stopped"),
    async (context) => {
      const session = await sessions.client(context);
      await stopUnlock(desk, { is: "session", session }, desk.clock());
      return context.redirect(`${lockPath}?done=stopped`, 303);
    },
  );

  routes.route("/", stopByLink(accounts));
  return routes;
}

/** The link in the notice of an unlocking. */
function stopByLink(accounts: Accounts) {
  const { desk } = accounts;
  return linkPage(accounts, {
    purpose: "stop_unlock",
    changes: "settings_unlock_stopped",
    async asks({ context: { var: variables }, link, now }) {
      const { settings } = await protectionOf(desk.database, link.client, now);
      if (settings.is !== "opening") throw new NotOpening();
      const { language } = variables;
      const said = [say(language, "stop.lead")];
      return { title: say(language, "stop.title"), said, button: say(language, "stop.button") };
    },
    async act({ context: { var: variables }, link, now, take }) {
      await stopUnlock(desk, { is: "link", client: link.client }, now, take);
      const { language } = variables;
      const next = { path: "/account", label: say(language, "stopped.account") };
      return { title: say(language, "stopped.title"), said: [say(language, "stopped.lead")], next };
    },
  });
}

async function showLock(
  { desk, sessions }: Accounts,
  context: HttpContext,
  told: Pick<LockPageProps, "done" | "problem" | "typedDays">,
) {
  const { id: client } = (await sessions.client(context)).holder;
  const [{ settings }, hasKey, profile] = await Promise.all([
    protectionOf(desk.database, client, desk.clock()),
    hasMasterKey(desk.database, client),
    desk.profile(),
  ]);
  const { language } = context.var;
  const page = LockPage({
    ...{ language, settings, hasMasterKey: hasKey, ...told },
    daysMin: profile.settings_lock_days_min,
    daysMax: profile.settings_lock_days_max,
  });
  return context.render(page, { title: say(language, "title"), unlisted: true });
}

async function showUnlock({ desk, sessions }: Accounts, context: HttpContext, problem?: string) {
  const session = await sessions.client(context);
  const now = desk.clock();
  await requireChangeable(desk, session, "settings_unlock_begun", now);
  const { settings } = await protectionOf(desk.database, session.holder.id, now);
  if (settings.is === "open") return context.redirect(lockPath, 303);
  const { language } = context.var;
  const days = settings.is === "locked" ? settings.days : undefined;
  const page = UnlockPage({ language, days, ...(problem !== undefined && { problem }) });
  return context.render(page, { title: say(language, "unlock.title"), unlisted: true });
}

/** The sentence of a refusal that the page itself shows, under its status. Others are thrown on. */
function refusalShown(error: unknown, context: HttpContext): string {
  const isOwn = error instanceof HoldfastError && !isElsewhere(error);
  if (!isOwn) throw error;
  context.status(problemOf(error, context.var.requestId).status);
  return error.message;
}

function isElsewhere(error: HoldfastError): boolean {
  return error instanceof NotSignedIn || error instanceof StepUpNeeded;
}

function wholeNumber(text: string): number {
  return /^\d{1,3}$/.test(text.trim()) ? Number(text) : Number.NaN;
}
