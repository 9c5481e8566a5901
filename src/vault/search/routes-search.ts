import { Hono } from "hono";
import { answerRefusal, staffPage } from "#accounts";
import {
  atWholeIntervals,
  declares,
  type HttpContext,
  type HttpEnvironment,
  readForm,
  smallForm,
  textIn,
} from "#platform";
import type { Vault } from "../open.ts";
import { AccessDenied } from "../reveal/index.ts";
import { atDesk } from "../routes-desk.ts";
import { readIdentifier, WrongIdentifier } from "./identifier.ts";
import { say } from "./messages.ts";
import { type Outcome, SearchPage, searchPath } from "./pages/index.ts";
import { search } from "./searching.ts";

/** A search takes a few milliseconds; a commit on a slow disk some more. */
const answerMs = 100;

/** `/staff/search`: a client by one exact identifier, answered at moments that say nothing of what was found. */
export function searchRoutes(vault: Vault) {
  const { desk } = vault;
  const routes = new Hono<HttpEnvironment>();
  routes.onError(answerRefusal);

  const render = async (context: HttpContext, by?: string, outcome?: Outcome) => {
    const { language } = context.var;
    context.header("cache-control", "no-store");
    const page = SearchPage({ language, ...(by && { by }), ...(outcome && { outcome }) });
    return await context.render(page, { title: say(language, "title"), unlisted: true });
  };

  routes.get(
    searchPath,
    staffPage(async (context) => {
      await atDesk(vault, context);
      return await render(context);
    }),
  );

  routes.post(
    searchPath,
    smallForm,
    declares("nothing"),
    staffPage(async (context) => {
      const { viewer } = await atDesk(vault, context);
      const form = await readForm(context);
      const by = textIn(form, "by");
      try {
        const identifier = readIdentifier(by, textIn(form, "identifier"));
        const ways = await atWholeIntervals(answerMs, () =>
          search(desk, viewer, identifier, desk.clock()),
        );
        return await render(context, by, { is: "found", ways });
      } catch (error) {
        const outcome = outcomeOf(error);
        if (!outcome) throw error;
        return await render(context, by, outcome);
      }
    }, searchPath),
  );

  return routes;
}

function outcomeOf(error: unknown): Outcome | undefined {
  if (error instanceof WrongIdentifier) return { is: "wrong", sentence: error.message };
  if (!(error instanceof AccessDenied)) return undefined;
  const rules = (["over_budget", "off_shift"] as const).filter((rule) =>
    error.rules.includes(rule),
  );
  return { is: "denied", rules };
}
