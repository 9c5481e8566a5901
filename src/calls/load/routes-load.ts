import { Hono } from "hono";
import { requireRole, staffHere, staffPage } from "#accounts";
import type { HttpEnvironment } from "#platform";
import type { CallsDesk } from "../desk.ts";
import { channels } from "../leg/index.ts";
import { daysUntil, hoursOf } from "./load.ts";
import { say } from "./messages.ts";
import { type Chosen, LoadPage, loadPath, spans } from "./pages/index.ts";
import { callsByHour, countsByDay, languagesOf } from "./store.ts";

/** `/staff/calls/load`: what leads see of all calls, in pictures. No client and no agent stands in them. */
export function loadRoutes({ accounts, database, clock }: CallsDesk) {
  const routes = new Hono<HttpEnvironment>();

  routes.get(
    loadPath,
    staffPage(async (context) => {
      const session = await accounts.sessions.staff(context);
      const { timeZone } = await requireRole(accounts.desk, session, "lead");
      const { language } = context.var;
      const chosen = chosenIn((name) => context.req.query(name));
      const now = clock();
      const asked = { now, timeZone, ...chosen };
      const [counts, byHour, languages, people] = await Promise.all([
        countsByDay(database, asked),
        callsByHour(database, asked),
        languagesOf(database, asked),
        staffHere(database),
      ]);
      const speakers = people.filter((person) => speaks(person.languages, chosen.language));
      const all = counts.get("");
      if (!all) throw new Error("the sum over all days is always there");
      const page = LoadPage({
        ...{ language, timeZone, chosen, languages, all },
        days: daysUntil(counts, chosen.days, timeZone, now),
        hours: hoursOf(byHour, chosen.days, speakers, timeZone, now),
      });
      return await context.render(page, { title: say(language, "title"), unlisted: true });
    }),
  );

  return routes;
}

function chosenIn(query: (name: string) => string | undefined): Chosen {
  const language = query("language");
  return {
    days: spans.find((days) => String(days) === query("days")) ?? 7,
    language: language && /^[a-zA-Z-]{2,35}$/.test(language) ? language : undefined,
    channel: channels.find((one) => one === query("channel")),
  };
}

function speaks(languages: readonly string[], asked: string | undefined): boolean {
  const first = asked?.split("-")[0];
  return first === undefined || languages.some((one) => one.split("-")[0] === first);
}
