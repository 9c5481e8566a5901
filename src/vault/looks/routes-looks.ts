import { Hono } from "hono";
import { answerRefusal } from "#accounts";
import {
  assetRoutes,
  declares,
  type HttpEnvironment,
  isId,
  readForm,
  script,
  smallForm,
  textIn,
} from "#platform";
import { NobodyLooked, said } from "../doubt/index.ts";
import type { Vault } from "../open.ts";
import { type About, pastLooks, unsealedLooks } from "../past-look/index.ts";
import { say } from "./messages.ts";
import { LooksListPage } from "./pages/index.ts";
import { readLooks } from "./reading.ts";

const path = "/account/looks";
/** What isn't sealed is among the newest, while the sealer works. */
const unsealedAmong = 200;

const looksScript = script("looks", new URL("../browser/looks-page.ts", import.meta.url));

/** `/account/looks`: who looked at a client's data, and the client's word on it. */
export function looksRoutes({ desk, doubts }: Pick<Vault, "desk" | "doubts">) {
  const { accounts, database, clock } = desk;
  const { sessions } = accounts;
  // Each tells every lead, and reads everything of its contact.
  const takeAnswer = accounts.desk.limits({
    ...{ name: "looks_answers", requestsMax: 20, windowSeconds: 3_600 },
  });
  const routes = new Hono<HttpEnvironment>();
  routes.onError(answerRefusal);
  routes.route("/", assetRoutes([looksScript]));

  routes.get(path, async (context) => {
    const { holder } = await sessions.client(context);
    const { language } = context.var;
    const asked = context.req.query("before");
    const before = isId("event", asked) ? asked : undefined;
    const [page, unsealed] = await Promise.all([
      readLooks(desk, holder.id, language, { now: clock(), before }),
      unsealedLooks(database, holder.id, unsealedAmong),
    ]);
    const shown = { language, page, unsealed, isFirst: !before, script: looksScript.path };
    return await context.render(LooksListPage(shown), {
      title: say(language, "title"),
      unlisted: true,
    });
  });

  routes.get(`${path}/newest`, async (context) => {
    const { holder } = await sessions.client(context);
    const { looks } = await pastLooks(database, holder.id, { now: clock(), limit: 1 });
    return context.json({ newest: looks[0]?.id ?? "" });
  });

  routes.post(`${path}/answers`, smallForm, declares("nothing"), async (context) => {
    const { holder } = await sessions.client(context);
    await takeAnswer(holder.id);
    const form = await readForm(context);
    const about = aboutIn(textIn(form, "about"));
    const word = textIn(form, "said");
    const answered = said.find((one) => one === word);
    if (answered) await doubts.say(holder.id, about, answered, clock());
    else await doubts.takeBack(holder.id, about, clock());
    return context.redirect(`${path}#${about.id}`, 303);
  });

  return routes;
}

/** @throws {NobodyLooked} */
function aboutIn(id: string): About {
  if (isId("ticket", id)) return { is: "ticket", id };
  if (isId("grant", id)) return { is: "pass", id };
  if (isId("event", id)) return { is: "alone", id };
  throw new NobodyLooked();
}
