import { Hono } from "hono";
import { declares, type HttpContext, type HttpEnvironment, type Id, smallForm } from "#platform";
import { accountOf } from "../account/index.ts";
import { requireChangeable } from "../change/index.ts";
import type { Desk } from "../desk.ts";
import type { Sessions } from "../session/index.ts";
import { say } from "./messages.ts";
import { CodesPage, NewCodesPage } from "./pages/index.ts";
import { makeRecoveryCodes, newCodesChange } from "./recovery-codes.ts";
import { codesLeft } from "./store.ts";

const path = "/account/recovery-codes";

/** `/account/recovery-codes`: how many are left, and new ones. */
export function recoveryCodeRoutes({ desk, sessions }: { desk: Desk; sessions: Sessions }) {
  const routes = new Hono<HttpEnvironment>();

  routes.get(path, async (context) => {
    const { language } = context.var;
    const session = await sessions.client(context);
    const { id: client } = session.holder;
    const change = await newCodesChange(desk.database, client);
    await requireChangeable(desk, session, change, desk.clock());
    const { left, since } = await codesLeft(desk.database, client);
    context.header("cache-control", "no-store");
    return context.render(CodesPage({ language, left, since }), {
      title: say(language, "codes.title"),
      unlisted: true,
    });
  });

  routes.post(path, smallForm, declares("recovery_codes_made"), async (context) => {
    const session = await sessions.client(context);
    const codes = await makeRecoveryCodes(desk, session, desk.clock());
    const title = say(context.var.language, "codes.title");
    return await showNewCodes(desk, context, session.holder.id, codes, { title, next: "/account" });
  });

  return routes;
}

/** Shows new codes, once: the page is kept nowhere. */
export async function showNewCodes(
  desk: Desk,
  context: HttpContext,
  client: Id<"client">,
  codes: readonly string[],
  { title, next }: { title: string; next: string },
) {
  const { language } = context.var;
  const [firm, account] = await Promise.all([desk.firm(), accountOf(desk.database, client)]);
  const made = desk.clock();
  const page = { language, codes, firm, account: account?.publicId ?? "", made, title, next };
  context.header("cache-control", "no-store");
  return context.render(NewCodesPage(page), { title, unlisted: true });
}
