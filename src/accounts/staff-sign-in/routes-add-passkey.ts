import { Hono } from "hono";
import {
  declares,
  type HttpContext,
  type HttpEnvironment,
  readForm,
  smallForm,
  textIn,
  transaction,
} from "#platform";
import type { Desk } from "../desk.ts";
import { isFresh } from "../factor/index.ts";
import type { Accounts } from "../open.ts";
import {
  ceremonyOf,
  createdPasskey,
  creationOptions,
  passkeyScript,
  toldOf,
} from "../passkey/index.ts";
import { NotSignedIn, type StaffSession } from "../session/index.ts";
import { memberOf, requireFreshPasskey, say, staffPage } from "../staff/index.ts";
import { keepStaffPasskey, type StaffPasskey, staffPasskeysOf } from "../staff-passkey/index.ts";
import { AddPasskeyPage } from "./pages/index.ts";

const path = "/staff/passkeys/add";

/** `/staff/passkeys/add`: a passkey more, for who is signed in. */
export function addPasskeyRoutes(accounts: Accounts) {
  const { desk, sessions } = accounts;
  const routes = new Hono<HttpEnvironment>();

  routes.get(
    path,
    staffPage(async (context) => {
      await requireMayAdd(desk, await sessions.staff(context));
      return await show(context);
    }),
  );

  routes.post(`${path}/options`, smallForm, declares("nothing"), async (context) => {
    const session = await sessions.staff(context);
    const has = await requireMayAdd(desk, session);
    const { email, name } = await memberOf(desk, session);
    const owner = { id: session.holder.id, named: email ?? name };
    return context.json(await creationOptions(await ceremony(context, session), owner, has));
  });

  routes.post(
    path,
    smallForm,
    declares("nothing"),
    staffPage(async (context) => {
      const session = await sessions.staff(context);
      await requireMayAdd(desk, session);
      const form = await readForm(context);
      const now = desk.clock();
      try {
        const made = await createdPasskey(await ceremony(context, session), textIn(form, "answer"));
        const kept = { made, named: textIn(form, "name"), replaces: false };
        await transaction(desk.database, async (joining) => {
          await keepStaffPasskey(desk, joining, session.holder.id, kept, now);
          await sessions.renew(context, session, "passkey", now, joining);
        });
      } catch (error) {
        const { sentence, status } = toldOf(error, context, context.var.language);
        context.status(status);
        return await show(context, sentence);
      }
      return context.redirect("/staff", 303);
    }, path),
  );

  async function ceremony(context: HttpContext, { id }: StaffSession) {
    return await ceremonyOf(accounts, context, "staff_add", { is: "session", id });
  }

  async function show(context: HttpContext, problem?: string): Promise<Response> {
    const { language } = context.var;
    const page = AddPasskeyPage({ language, path, script: passkeyScript.path, problem });
    return await context.render(page, {
      title: say(language, "add_passkey.title"),
      unlisted: true,
    });
  }

  return routes;
}

/**
 * The first passkey needs a fresh sign-in at the identity provider, each further one a passkey.
 * @throws {StepUpNeeded} {NotSignedIn}
 */
async function requireMayAdd(
  { database, profile, clock }: Desk,
  session: StaffSession,
): Promise<StaffPasskey[]> {
  const [has, timings] = await Promise.all([
    staffPasskeysOf(database, session.holder.id),
    profile(),
  ]);
  if (has.length > 0) {
    requireFreshPasskey(session, timings, clock());
    return has;
  }
  const sinceSignIn = { ...timings, step_up_seconds: timings.sign_in_seconds };
  if (!isFresh(session, "provider", sinceSignIn, clock())) throw new NotSignedIn();
  return has;
}
