import { Hono } from "hono";
import {
  declares,
  type HttpContext,
  type HttpEnvironment,
  readForm,
  smallForm,
  textIn,
} from "#platform";
import { accountOf } from "../account/index.ts";
import { requireChangeable } from "../change/index.ts";
import { protectionOf } from "../lock/index.ts";
import type { Accounts } from "../open.ts";
import type { ClientSession } from "../session/index.ts";
import { groupOf, isGroup, newMasterKey } from "./key-text.ts";
import { keepMasterKey, removeMasterKey } from "./master-key.ts";
import { type MessageKey, say } from "./messages.ts";
import { MasterKeyPage, masterKeyPath, NewKeyPage, ShownKeyPage } from "./pages/index.ts";
import { askedGroup, openShown, type ShownKey, sealShown } from "./shown-key.ts";
import { masterKeyOf } from "./store.ts";

const doneKeys: Readonly<Record<string, MessageKey>> = {
  made: "done.made",
  removed: "done.removed",
};

/** `/account/master-key`. */
export function masterKeyRoutes(accounts: Accounts) {
  const { desk, sessions } = accounts;
  const routes = new Hono<HttpEnvironment>();

  routes.get(masterKeyPath, async (context) => {
    const { id: client } = (await sessions.client(context)).holder;
    const [kept, protection] = await Promise.all([
      masterKeyOf(desk.database, client),
      protectionOf(desk.database, client, desk.clock()),
    ]);
    const { language } = context.var;
    const done = doneKeys[context.req.query("done") ?? ""];
    const page = { language, since: kept?.addedAt, protection, ...(done && { done }) };
    return context.render(MasterKeyPage(page), { title: say(language, "title"), unlisted: true });
  });

  routes.get(`${masterKeyPath}/new`, async (context) => {
    const session = await sessions.client(context);
    await requireChangeable(desk, session, "master_key_made", desk.clock());
    return showNew(context);
  });

  // A key that nobody confirmed is nobody's: nothing is kept of it.
  routes.post(`${masterKeyPath}/new`, smallForm, declares("nothing"), async (context) => {
    const session = await sessions.client(context);
    const shownAt = desk.clock();
    await requireChangeable(desk, session, "master_key_made", shownAt);
    const shown = { masterKey: newMasterKey(), shownAt };
    return await showKey(accounts, context, session, shown, false);
  });

  routes.post(masterKeyPath, smallForm, declares("master_key_made"), async (context) => {
    const session = await sessions.client(context);
    const now = desk.clock();
    await requireChangeable(desk, session, "master_key_made", now);
    const form = await readForm(context);
    const shown = openShown(desk.key, session.holder.id, textIn(form, "sealed"), now);
    if (!shown) {
      context.status(400);
      return showNew(context, say(context.var.language, "confirm.late"));
    }
    if (!isGroup(textIn(form, "group"), groupOf(shown.masterKey, askedGroup(shown)))) {
      context.status(400);
      return await showKey(accounts, context, session, shown, true);
    }
    await keepMasterKey(desk, session, shown.masterKey, now);
    return context.redirect(`${masterKeyPath}?done=made`, 303);
  });

  routes.post(
    `${masterKeyPath}/remove`,
    smallForm,
    declares("master_key_removed"),
    async (context) => {
      await removeMasterKey(desk, await sessions.client(context), desk.clock());
      return context.redirect(`${masterKeyPath}?done=removed`, 303);
    },
  );

  return routes;
}

function showNew(context: HttpContext, problem?: string) {
  const { language } = context.var;
  const page = NewKeyPage({ language, ...(problem !== undefined && { problem }) });
  return context.render(page, { title: say(language, "make.title"), unlisted: true });
}

async function showKey(
  { desk }: Pick<Accounts, "desk">,
  context: HttpContext,
  { holder }: ClientSession,
  shown: ShownKey,
  isWrong: boolean,
) {
  const { language } = context.var;
  const [firm, account] = await Promise.all([desk.firm(), accountOf(desk.database, holder.id)]);
  const page = ShownKeyPage({
    ...{ language, firm, publicId: account?.publicId ?? "", isWrong },
    masterKey: shown.masterKey,
    shownAt: shown.shownAt,
    sealed: sealShown(desk.key, holder.id, shown),
    asked: askedGroup(shown),
  });
  return context.render(page, { title: say(language, "shown.title"), unlisted: true });
}
