import { Hono } from "hono";
import type { HttpEnvironment } from "#platform";
import { accountOf } from "../account/index.ts";
import { changesOf } from "../change/index.ts";
import type { Accounts } from "../open.ts";
import { NotSignedIn } from "../session/index.ts";
import { checkUp } from "./check-up.ts";
import { factsOf } from "./facts.ts";
import { say } from "./messages.ts";
import { CheckUpPage } from "./pages/index.ts";

const changesShown = 12;

/** `/account`: the account's first page. */
export function checkUpRoutes({ desk, sessions }: Accounts) {
  const routes = new Hono<HttpEnvironment>();
  routes.get("/account", async (context) => {
    const { id: client } = (await sessions.client(context)).holder;
    const [account, changes] = await Promise.all([
      accountOf(desk.database, client),
      changesOf(desk.database, client, changesShown),
    ]);
    if (!account) throw new NotSignedIn();
    const findings = checkUp(await factsOf(desk, client, changes, desk.clock()));
    const { language } = context.var;
    const isUnlocked = context.req.query("done") === "unlocked";
    const page = CheckUpPage({
      ...{ language, publicId: account.publicId, findings, changes },
      ...(isUnlocked && { done: "done.unlocked" }),
    });
    return context.render(page, { title: say(language, "title"), unlisted: true });
  });
  return routes;
}
