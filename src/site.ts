import { accountsRoutes, addresseeOf, staffById } from "#accounts";
import { briefsRoutes, editorRoutes, takesSourceFile } from "#briefs";
import { callFacts, callsRoutes } from "#calls";
import { contactsRoutes, currentPhones, directoryChangeRoutes } from "#contacts";
import { helpRoutes, type Library } from "#help";
import { homeRoutes, problemPage, siteFrame } from "#home";
import { ledgerRoutes } from "#ledger";
import { askWhetherSent, outboxRoutes, readHeld } from "#outbox";
import {
  type App,
  assetRoutes,
  chooseLanguage,
  createApp,
  type Database,
  english,
  favicon,
  type HttpContext,
  healthRoutes,
  type Language,
  stylesheet,
} from "#platform";
import { contactRules, neverAskItems, policyRoutes } from "#policy";
import { guestLinkRoutes, takesFiles, ticketsRoutes, wordsOfDocument } from "#tickets";
import { takesSample, tracingRoutes } from "#trace";
import { clientCard, requestLines, vaultRoutes } from "#vault";
import { watchRoutes } from "#watch";
import { isDemo } from "./demo.ts";
import { readiness } from "./readiness.ts";
import { openParts, type Parts, type SiteOptions, siteAddress } from "./site-parts.ts";

/** The whole site as one router, which `listen` serves, and what it works with, for tests. */
export type Site = Parts & { app: App };

export async function createSite(
  options: SiteOptions,
  database: Database,
  library: Library,
): Promise<Site> {
  const { config, clock, log, metrics } = options;
  const parts = await openParts(options, database);
  const { directory, policy, firm } = parts;
  const app = createApp({
    log,
    clock,
    metrics,
    publicUrl: config.PUBLIC_URL,
    chooseLanguage: options.chooseLanguage ?? chooseLanguage,
    pageFrame: siteFrame({
      ...{ firm, library, clock, calls: parts.calls },
      publicUrl: config.PUBLIC_URL,
      signedIn: (context) => parts.accounts.sessions.of(context),
      memberOf: async ({ holder }) =>
        holder.is === "staff" ? await staffById(database, holder.id) : undefined,
      screenMarks: parts.accounts.screenMarks,
    }),
    problemPage,
    takesFiles: (path) => takesFiles(path) || takesSample(path) || takesSourceFile(path),
  });
  const isProduction = config.PUBLIC_URL !== undefined;
  app.route("/", assetRoutes([stylesheet, favicon]));
  app.route(
    "/",
    healthRoutes(readiness(options, database, directory, policy), metrics, {
      clock,
      token: config.METRICS_TOKEN,
      isProduction,
    }),
  );
  addRoutes(app, options, database, library, parts);
  app.doc31("/v1/openapi.json", {
    openapi: "3.1.0",
    info: { title: "Holdfast", version: "1" },
  });
  return { ...parts, app };
}

function addRoutes(
  app: App,
  options: SiteOptions,
  database: Database,
  library: Library,
  parts: Parts,
): void {
  const { clock, policyFile } = options;
  const { directory, changes, policy, firm, accounts, tickets, vault, calls, watch } = parts;
  const neverAsk = neverAskOf(parts);
  app.route("/", homeRoutes({ firm, neverAsk, accounts, clock }));
  app.route("/", checkerRoutes(options, parts));
  app.route("/", articleRoutes(options, database, library, parts));
  app.route("/", guestLinkRoutes(tickets.tickets));
  app.route("/", accountsRoutes(accounts));
  app.route("/", deskRoutes(options, parts));
  app.route("/", vaultRoutes(vault, { policyFile }));
  app.route("/", callsRoutes(calls, { neverAsk }));
  app.route("/", watchRoutes(watch));
  app.route("/", tracingRoutes(parts.tracing, { policyFile }));
  app.route("/", directoryChangeRoutes({ accounts, source: directory, changes }));
  app.route("/", sentRoutes(options, database, parts));
  app.route("/", policyRoutes(policy));
  app.route("/", ledgerRoutes({ database, clock, policyFile }));
  addBriefs(app, options, database, parts);
}

function neverAskOf({ policy }: Parts) {
  return async (language: Language) => neverAskItems(await policy.current(), language);
}

function signedInOf({ accounts }: Parts) {
  return async (context: HttpContext) => (await accounts.sessions.of(context))?.holder;
}

function checkerRoutes({ config, clock, metrics }: SiteOptions, parts: Parts) {
  const { directory, limits, outbox, tickets } = parts;
  const signedIn = signedInOf(parts);
  return contactsRoutes({
    source: directory,
    clock,
    takeCheck: limits({ name: "checks", requestsMax: 60, windowSeconds: 60 }),
    askWhetherSent: async (context, input) => {
      const [asker, held] = [await signedIn(context), await readHeld(input)];
      const { language } = context.var;
      return askWhetherSent(outbox.reader, asker, held, config.MAIL_FROM, language);
    },
    reported: () => tickets.reports.confirmed.reportedOn(clock()),
    onAnswer: (verdict, kind) =>
      metrics.count("holdfast_checks_total", "Answers of the checker", { verdict, kind }),
  });
}

function articleRoutes({ clock }: SiteOptions, database: Database, library: Library, parts: Parts) {
  const { directory, limits, policy } = parts;
  return helpRoutes({
    library,
    database,
    clock,
    takeSearch: limits({ name: "searches", requestsMax: 60, windowSeconds: 60 }),
    takeChoice: limits({ name: "choices", requestsMax: 60, windowSeconds: 60 }),
    takeVote: limits({ name: "votes", requestsMax: 20, windowSeconds: 3_600 }),
    neverAsk: neverAskOf(parts),
    callRules: async (language) => contactRules(await policy.current(), language),
    phones: async () => currentPhones((await directory.current()).published.content, clock()),
  });
}

function deskRoutes({ policyFile }: SiteOptions, { firm, limits, tickets, vault, calls }: Parts) {
  return ticketsRoutes(tickets, {
    takeQuestion: limits({ name: "guest_tickets", requestsMax: 10, windowSeconds: 3_600 }),
    takeReport: limits({ name: "scam_reports", requestsMax: 10, windowSeconds: 3_600 }),
    ...{ policyFile, firm },
    besides: {
      desk: (context, ticket) => clientCard(vault, context, ticket),
      own: (context, ticket) => requestLines(vault, context, ticket),
      report: (context) => callFacts(calls.desk, context),
    },
  });
}

function sentRoutes({ config, clock, appender }: SiteOptions, database: Database, parts: Parts) {
  const { accounts, limits, outbox } = parts;
  return outboxRoutes({
    outbox,
    reader: outbox.reader,
    appender,
    requiresKey: accounts.machines.requires("outbox:register"),
    keyOf: (context) => accounts.machines.of(context).id,
    addresseeOf,
    clock,
    signedIn: signedInOf(parts),
    signInPath: "/sign-in",
    mailFrom: config.MAIL_FROM,
    takeQuestion: limits({ name: "sent", requestsMax: 30, windowSeconds: 60 }),
    database,
    isDemo: isDemo(config),
  });
}

function addBriefs(
  app: App,
  { config, clock, appender, policyFile }: SiteOptions,
  database: Database,
  { accounts, limits, policy }: Parts,
): void {
  const desk = { database, appender };
  const takeDispute = limits({ name: "disputes", requestsMax: 10, windowSeconds: 3_600 });
  const reading = { desk, clock, site: siteAddress(config), policyFile, takeDispute };
  app.route("/", briefsRoutes(reading));
  const readAdvice = async () =>
    neverAskItems(await policy.current(), english).map(({ sentence }) => sentence);
  app.route(
    "/",
    editorRoutes({ desk, accounts, clock, readDocument: wordsOfDocument, readAdvice }),
  );
}
