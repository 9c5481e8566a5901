import { Hono } from "hono";
import { requireFreshPasskey, staffNames, staffPage } from "#accounts";
import type { HttpEnvironment, Id, Language } from "#platform";
import type { Vault } from "../open.ts";
import { looksUnder } from "../pass-look/index.ts";
import { historyFacts, purposeWords } from "./describing.ts";
import { historyOf } from "./history/index.ts";
import { say } from "./messages.ts";
import { HistoryPage, type HistoryPageProps, passPath } from "./pages/index.ts";
import type { AskedPass } from "./pass.ts";
import { PassUnknown } from "./refusals.ts";
import { askedIn } from "./routes-pass.ts";
import { passesOf } from "./store.ts";

const listedMax = 50;

/** `/staff/break-glass/:grant/history`: what the asker did with break-glass before, for whom the desk drew to decide. */
export function historyRoutes(vault: Vault) {
  const { accounts, clock } = vault.desk;
  const routes = new Hono<HttpEnvironment>();

  routes.get(
    `${passPath}/:grant/history`,
    staffPage(async (context) => {
      const session = await accounts.sessions.staff(context);
      requireFreshPasskey(session, await accounts.desk.profile(), clock());
      const { language } = context.var;
      const asked = await askedIn(vault, context);
      const page = HistoryPage(await historyFor(vault, language, asked, session.holder.id));
      return await context.render(page, { title: say(language, "history.title"), unlisted: true });
    }),
  );

  return routes;
}

/** Only who was drawn for this very ask reads it. @throws {PassUnknown} */
async function historyFor(
  { desk }: Vault,
  language: Language,
  asked: AskedPass,
  reader: Id<"staff">,
): Promise<HistoryPageProps> {
  const { database, accounts, clock } = desk;
  const approval = await accounts.approvals.find(asked.approval, clock());
  if (approval?.approver !== reader) throw new PassUnknown();
  const given = await passesOf(database, asked.staff, listedMax);
  const approvers = given.map(({ approver }) => approver);
  const [history, names, rules, looks] = await Promise.all([
    historyOf(database, asked.staff, reader, clock()),
    staffNames(database, approvers),
    desk.access(),
    Promise.all(given.map(({ client, id }) => looksUnder(database, client, id))),
  ]);
  const agreedBy = (approver: Id<"staff">) =>
    approver === reader ? say(language, "history.by_you") : (names.get(approver) ?? approver);
  return {
    language,
    facts: historyFacts(language, history),
    passes: given.map((pass, place) => ({
      ...pass,
      shown: looks[place]?.filter(({ allowed }) => allowed).length ?? 0,
      purposeWords: purposeWords(rules, language, pass.purpose),
      agreedBy: agreedBy(pass.approver),
    })),
  };
}
