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
import { requireChangeable } from "../change/index.ts";
import type { Desk } from "../desk.ts";
import { factorsOf } from "../factor/index.ts";
import { type Told, told } from "../form/index.ts";
import { problemSentence } from "../password/index.ts";
import type { ClientSession, Sessions } from "../session/index.ts";
import { type SetUp, SetUpOver } from "./authenticator.ts";
import {
  changeAuthenticator,
  NoSuchAuthenticator,
  removeAuthenticator,
} from "./change-authenticator.ts";
import type { KeySealing } from "./key-sealing.ts";
import { say } from "./messages.ts";
import { AuthenticatorPage, authenticatorPath } from "./pages/index.ts";
import { setUpIn, shownSetUp } from "./routes-set-up.ts";

type Parts = { desk: Desk; sessions: Sessions; sealing: KeySealing };
type More = { setUp?: SetUp | undefined; problem?: Told; done?: "added" | "removed" | undefined };

/** `/account/authenticator`: add, replace, remove. */
export function authenticatorRoutes(parts: Parts) {
  const { desk, sessions, sealing } = parts;
  const routes = new Hono<HttpEnvironment>();

  routes.get(authenticatorPath, async (context) => {
    const session = await sessions.client(context);
    await requireChangeable(desk, session, "authenticator_added", desk.clock());
    const done = (["added", "removed"] as const).find((one) => one === context.req.query("done"));
    return await show(parts, context, session, { done });
  });

  routes.post(authenticatorPath, smallForm, declares("authenticator_added"), async (context) => {
    const session = await sessions.client(context);
    const form = await readForm(context);
    const now = desk.clock();
    const setUp = setUpIn(form, sealing, session.holder.id, now);
    const replaced = textIn(form, "replaces");
    const replaces = isId("factor", replaced) ? replaced : undefined;
    try {
      if (!setUp) throw new SetUpOver();
      const typed = textIn(form, "code");
      await changeAuthenticator(desk, session, { setUp, typed, replaces }, now);
    } catch (error) {
      const kept = error instanceof SetUpOver ? undefined : setUp;
      return await showProblem(parts, context, session, error, kept);
    }
    return context.redirect(`${authenticatorPath}?done=added`, 303);
  });

  routes.post(
    `${authenticatorPath}/:factor/remove`,
    smallForm,
    declares("authenticator_removed"),
    async (context) => {
      const session = await sessions.client(context);
      const factor = context.req.param("factor");
      try {
        if (!isId("factor", factor)) throw new NoSuchAuthenticator();
        await removeAuthenticator(desk, session, factor, desk.clock());
      } catch (error) {
        return await showProblem(parts, context, session, error);
      }
      return context.redirect(`${authenticatorPath}?done=removed`, 303);
    },
  );

  return routes;
}

async function showProblem(
  parts: Parts,
  context: HttpContext,
  session: ClientSession,
  error: unknown,
  setUp?: SetUp,
) {
  const { language } = context.var;
  const problem = told(error, context, (code, refusal) => problemSentence(language, code, refusal));
  return await show(parts, context, session, { problem, setUp });
}

async function show(
  { desk, sealing }: Parts,
  context: HttpContext,
  { holder }: ClientSession,
  { setUp, problem, done }: More,
) {
  const { language } = context.var;
  const now = desk.clock();
  const [factors, { authenticators_max: most }, shown] = await Promise.all([
    factorsOf(desk.database, holder.id),
    desk.profile(),
    shownSetUp(desk, sealing, holder.id, now, setUp),
  ]);
  const of = (wanted: string) => factors.filter(({ kind }) => kind === wanted);
  const has = { passkey: of("passkey").length > 0, password: of("password").length > 0 };
  const authenticators = of("authenticator");
  const page = { language, authenticators, most, has, setUp: shown, problem, done };
  context.header("cache-control", "no-store");
  return context.render(AuthenticatorPage(page), {
    title: say(language, "authenticator.title"),
    unlisted: true,
  });
}
