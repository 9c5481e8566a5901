import { Hono } from "hono";
import { requireFreshPasskey, requireRole, staffNames, staffPage } from "#accounts";
import { printEventProof, provenEvent, readServedPolicy } from "#ledger";
import {
  declares,
  type Form,
  type HttpContext,
  type HttpEnvironment,
  readForm,
  smallForm,
  textIn,
} from "#platform";
import { IndicatorUnknown } from "./confirming.ts";
import { type Indicator, indicatorOf, type ReportedIndicator } from "./indicator.ts";
import { say } from "./messages.ts";
import { IndicatorsPage, indicatorsPath } from "./pages/index.ts";
import type { Reports } from "./reports.ts";
import { reportedIndicator, reportedIndicators, shownOf, signalsOf } from "./store.ts";
import { takedownPack } from "./takedown.ts";

const listedMax = 100;

export type IndicatorRoutesOptions = {
  reports: Reports;
  /** The log's policy, which may not be there yet. */
  policyFile: string;
  firm(): Promise<string>;
};

/** `/staff/indicators`: what people reported, an analyst's word about it, and the pack by which it is taken down. */
export function indicatorRoutes({ reports, policyFile, firm }: IndicatorRoutesOptions) {
  const { accounts, database, clock } = reports.tickets.desk;
  const routes = new Hono<HttpEnvironment>();

  const memberIn = async (context: HttpContext) => {
    const session = await accounts.sessions.staff(context);
    return { session, member: await requireRole(accounts.desk, session, "analyst", "lead") };
  };

  routes.get(
    indicatorsPath,
    staffPage(async (context) => {
      await memberIn(context);
      const { language } = context.var;
      const [seen, confirmed, rejected] = await Promise.all([
        reportedIndicators(database, "seen", listedMax),
        reportedIndicators(database, "confirmed", listedMax),
        reportedIndicators(database, "rejected", listedMax),
      ]);
      const deciders = [...confirmed, ...rejected].flatMap(({ standing }) =>
        standing.is !== "seen" && standing.by.is === "staff" ? standing.by.id : [],
      );
      const asked = context.req.query("done");
      const done = asked === "confirmed" || asked === "rejected" ? asked : undefined;
      const names = await staffNames(database, deciders);
      const page = IndicatorsPage({
        ...{ language, names, done },
        signals: await signalsOf(database, [...seen, ...confirmed, ...rejected]),
        lists: { seen, confirmed, rejected },
      });
      return await context.render(page, {
        title: say(language, "indicators.title"),
        unlisted: true,
      });
    }),
  );

  routes.post(
    `${indicatorsPath}/decide`,
    smallForm,
    declares("nothing"),
    staffPage(async (context) => {
      const { session, member } = await memberIn(context);
      const now = clock();
      requireFreshPasskey(session, await accounts.desk.profile(), now);
      const form = await readForm(context);
      const decision = textIn(form, "decision");
      if (decision !== "confirmed" && decision !== "rejected") throw new IndicatorUnknown();
      await reports.decide(indicatorIn(form), decision, member.id, now);
      return context.redirect(`${indicatorsPath}?done=${decision}`, 303);
    }, indicatorsPath),
  );

  routes.post(
    `${indicatorsPath}/pack`,
    smallForm,
    declares("nothing"),
    staffPage(async (context) => {
      await memberIn(context);
      const now = clock();
      const reported = await reportedIndicator(database, indicatorIn(await readForm(context)));
      if (!reported) throw new IndicatorUnknown();
      const shown = await shownOf(database, reported);
      const proof = await proofOf(reported, now);
      const pack = takedownPack({ firm: await firm(), reported, shown, proof }, now);
      return context.body(pack, 200, {
        "content-type": "application/json",
        "content-disposition": `attachment; filename="takedown-${reported.type}.json"`,
      });
    }, indicatorsPath),
  );

  /** The proof that it was confirmed; none while it isn't, or while no head of the log has it. */
  async function proofOf({ standing }: ReportedIndicator, now: Date) {
    if (standing.is !== "confirmed") return undefined;
    const policy = await readServedPolicy(policyFile);
    if (!policy) return undefined;
    const proving = await provenEvent(database, undefined, standing.event, { policy, now });
    return proving?.is === "proven" ? printEventProof(proving.proof) : undefined;
  }

  return routes;
}

/** @throws {IndicatorUnknown} */
function indicatorIn(form: Form): Indicator {
  const indicator = indicatorOf(`${textIn(form, "type")}:${textIn(form, "value")}`);
  if (!indicator) throw new IndicatorUnknown();
  return indicator;
}
