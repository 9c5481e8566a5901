import { Hono } from "hono";
import {
  declares,
  type HttpContext,
  type HttpEnvironment,
  type Id,
  isId,
  readForm,
  smallForm,
  textIn,
} from "#platform";
import { emailOf } from "../account/index.ts";
import { AccountLocked, requireChangeable, SettingsLocked } from "../change/index.ts";
import type { Accounts } from "../open.ts";
import { type ClientSession, StepUpNeeded } from "../session/index.ts";
import { createdPasskey, creationOptions } from "./ceremony.ts";
import { addPasskey, removePasskey, renamePasskey } from "./change-passkeys.ts";
import { type MessageKey, say } from "./messages.ts";
import { type Changeable, PasskeysPage, passkeysPath } from "./pages/index.ts";
import { passkeyName } from "./passkey.ts";
import { NoSuchPasskey } from "./refusals.ts";
import { ceremonyOf, passkeyScript, toldOf } from "./routes-ceremony.ts";
import { passkeysOf } from "./store.ts";

/** What is said after a change, by the word that stands in the address. */
const dones = { added: "done.added", renamed: "done.renamed", removed: "done.removed" } as const;

/** `/account/passkeys`. */
export function passkeyRoutes(accounts: Accounts) {
  const { desk, sessions } = accounts;
  const takeAttempt = desk.limits({ name: "passkeys", requestsMax: 60, windowSeconds: 3_600 });
  const routes = new Hono<HttpEnvironment>();

  routes.get(passkeysPath, async (context) => {
    const session = await sessions.client(context);
    const done = Object.entries(dones).find(([name]) => name === context.req.query("done"))?.[1];
    return await showPasskeys(accounts, context, session, { ...(done && { done }) });
  });

  routes.post(`${passkeysPath}/options`, smallForm, declares("nothing"), async (context) => {
    const session = await sessions.client(context);
    const client = session.holder.id;
    await takeAttempt(client);
    await requireChangeable(desk, session, "passkey_added", desk.clock());
    const email = await emailOf(desk.database, client);
    const owner = { id: client, named: email?.mask ?? "" };
    const has = await passkeysOf(desk.database, client);
    return context.json(await creationOptions(await ceremony(context, session), owner, has));
  });

  routes.post(passkeysPath, smallForm, declares("passkey_added"), async (context) => {
    const session = await sessions.client(context);
    const form = await readForm(context);
    return await changed(context, session, "added", async () => {
      await requireChangeable(desk, session, "passkey_added", desk.clock());
      const passkey = await createdPasskey(
        await ceremony(context, session),
        textIn(form, "answer"),
      );
      const name = passkeyName(textIn(form, "name"), session.browser);
      await addPasskey(desk, session, name, passkey, desk.clock());
    });
  });

  routes.post(
    `${passkeysPath}/:factor/name`,
    smallForm,
    declares("passkey_renamed"),
    async (context) => {
      const session = await sessions.client(context);
      const name = passkeyName(textIn(await readForm(context), "name"), session.browser);
      return await changed(context, session, "renamed", async () => {
        const factor = factorIn(context.req.param("factor"));
        await renamePasskey(desk, session, factor, name, desk.clock());
      });
    },
  );

  routes.post(
    `${passkeysPath}/:factor/remove`,
    smallForm,
    declares("passkey_removed"),
    async (context) => {
      const session = await sessions.client(context);
      return await changed(context, session, "removed", async () => {
        const factor = factorIn(context.req.param("factor"));
        await removePasskey(desk, session, factor, desk.clock());
      });
    },
  );

  async function ceremony(context: HttpContext, { id }: ClientSession) {
    return await ceremonyOf(accounts, context, "add", { is: "session", id });
  }

  async function changed(
    context: HttpContext,
    session: ClientSession,
    done: keyof typeof dones,
    change: () => Promise<void>,
  ) {
    try {
      await change();
    } catch (error) {
      const { sentence, status } = toldOf(error, context, context.var.language);
      context.status(status);
      return await showPasskeys(accounts, context, session, { problem: sentence });
    }
    return context.redirect(`${passkeysPath}?done=${done}`, 303);
  }

  return routes;
}

async function showPasskeys(
  { desk }: Accounts,
  context: HttpContext,
  session: ClientSession,
  { problem, done }: { problem?: string; done?: MessageKey },
) {
  const { language } = context.var;
  const [passkeys, { passkeys_max: most }, changeable] = await Promise.all([
    passkeysOf(desk.database, session.holder.id),
    desk.profile(),
    changeableNow(desk, session, desk.clock()),
  ]);
  context.header("cache-control", "no-store");
  const page = PasskeysPage({
    ...{ language, passkeys, most, changeable, problem },
    done: done && say(language, done),
    name: session.browser,
    script: passkeyScript.path,
  });
  return context.render(page, { title: say(language, "list.title"), unlisted: true });
}

async function changeableNow(
  desk: Accounts["desk"],
  session: ClientSession,
  now: Date,
): Promise<Changeable> {
  try {
    await requireChangeable(desk, session, "passkey_added", now);
    return { is: "open" };
  } catch (error) {
    if (error instanceof StepUpNeeded) return { is: "unproven" };
    if (error instanceof SettingsLocked) return { is: "settings_locked", until: error.until };
    if (error instanceof AccountLocked) return { is: "account_locked" };
    throw error;
  }
}

/** @throws {NoSuchPasskey} for what is no id of ours */
function factorIn(text: string): Id<"factor"> {
  if (!isId("factor", text)) throw new NoSuchPasskey();
  return text;
}
