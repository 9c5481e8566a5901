import type { KeyObject } from "node:crypto";
import { promises as dns } from "node:dns";
import {
  type Accounts,
  accountsRoutes,
  addresseeOf,
  clientErasure,
  openAccounts,
  providerOptions,
} from "#accounts";
import { briefsRoutes, editorRoutes, publicationApproval, takesSourceFile } from "#briefs";
import {
  type Calls,
  callFacts,
  callsRoutes,
  isOnCall,
  openCalls,
  openProvider,
  turnOf,
} from "#calls";
import {
  contactsRoutes,
  currentPhones,
  DirectoryChanges,
  directoryChangeRoutes,
  openDirectorySource,
  reportKeysOf,
} from "#contacts";
import { helpRoutes, type Library } from "#help";
import { homeRoutes, problemPage, siteFrame } from "#home";
import type { Keykeeper } from "#keys";
import { type Appender, ledgerRoutes } from "#ledger";
import { askWhetherSent, openOutbox, outboxRoutes, type Register, readHeld } from "#outbox";
import {
  type App,
  assetRoutes,
  type Clock,
  chooseLanguage,
  createApp,
  type Database,
  type Erasure,
  english,
  favicon,
  type HttpContext,
  healthRoutes,
  keyedLimits,
  type Language,
  type Log,
  type Metrics,
  requestLimits,
  stylesheet,
  transaction,
} from "#platform";
import { accessOf, contactRules, neverAskItems, openPolicySource, policyRoutes } from "#policy";
import {
  fileLimitsOf,
  guardOf,
  guestLinkRoutes,
  type OpenedTickets,
  openTickets,
  replyTimesOf,
  takesFiles,
  ticketsRoutes,
  wordsOfDocument,
} from "#tickets";
import {
  openTracing,
  scopeSigningApproval,
  type Tracing,
  takesSample,
  tracingRoutes,
} from "#trace";
import {
  clientCard,
  freezesOf,
  openVault,
  passApprovals,
  requestLines,
  type Vault,
  vaultRoutes,
} from "#vault";
import { openWatch, type Watch, watchRoutes } from "#watch";
import { clientErasers } from "./client-erasers.ts";
import { isDemo } from "./demo.ts";
import type { Config } from "./settings.ts";

export type SiteOptions = {
  config: Config;
  clock: Clock;
  log: Log;
  metrics: Metrics;
  appender: Appender;
  keykeeper: Keykeeper;
  /** The log's policy, which may not be there yet. */
  policyFile: string;
  outboxKey: KeyObject;
  accountsKey: KeyObject;
  /** Writes to the list of what a restored backup must erase again. */
  recordErasure(erasure: Erasure): Promise<void>;
  /** Asks the DNS for the keys that sign mail. */
  resolveTxt?(name: string): Promise<string[][]>;
  chooseLanguage?: typeof chooseLanguage;
};

/** What the routes of the slices work with. */
type Parts = Awaited<ReturnType<typeof openParts>>;

async function openParts(options: SiteOptions, database: Database) {
  const { config, clock, log, appender, resolveTxt = dns.resolveTxt } = options;
  const isProduction = config.PUBLIC_URL !== undefined;
  const signed = { isProduction, database, clock, log, appender };
  const directory = await openDirectorySource(
    { ...signed, file: config.DIRECTORY_FILE, keyFile: config.DIRECTORY_KEY },
    { resolver: (name) => resolveTxt(name) },
  );
  const policy = await openPolicySource({
    ...signed,
    file: config.POLICY_FILE,
    keyFile: config.POLICY_KEY,
    decides: true,
  });
  const firm = async () => (await directory.current()).published.content.firm;
  const outbox = await openOutbox({
    database,
    appender,
    key: options.outboxKey,
    notices: config.NOTICES_CONTENT,
    firm,
    site: siteAddress(config),
    mailFrom: config.MAIL_FROM,
    now: clock(),
  });
  const accounts = await openAccountsPart(options, {
    ...{ database, outbox, firm },
    profile: async () => (await policy.current()).profile,
  });
  const changes = new DirectoryChanges({ accounts, source: directory });
  const ticketsDesk = {
    ...{ database, appender, outbox, clock, accounts, keykeeper: options.keykeeper },
    ...{ freezesOf, replyTimes: replyTimesOf(config), files: fileLimitsOf(config) },
    recordErasure: options.recordErasure,
    guard: guardOf([new URL(siteAddress(config)).hostname]),
  };
  const tickets = await openTickets(ticketsDesk, config.MACROS_CONTENT, {
    toConfirm: config.REPORTS_TO_CONFIRM,
    async readContact(text) {
      const finding = (await directory.current()).checker.check(text, clock());
      return { verdict: finding.verdict, keys: reportKeysOf(finding) };
    },
  });
  const vault = openVault({
    ...{ database, appender, outbox, clock, accounts, keykeeper: options.keykeeper },
    access: async () => {
      const bundle = await policy.current();
      return { ...bundle.access, policy: await accessOf(bundle) };
    },
    isOnCall,
  });
  for (const kind of passApprovals(vault.desk)) accounts.approvals.register(kind);
  const { freezes, desk } = vault;
  const calls = openCalls({
    ...{ database, appender, outbox, clock, accounts, keykeeper: options.keykeeper },
    ...{ tickets: tickets.tickets, reports: tickets.reports, turn: turnOf(config) },
    provider: openProvider(config, {
      ...{ publicUrl: siteAddress(config), clock, log },
      lookUp: (host) => dns.lookup(host, { all: true }),
    }),
  });
  const watchDesk = { ...desk, freezes, alertsPerDay: config.WATCH_ALERTS_PER_DAY };
  const watch = openWatch(watchDesk, vault);
  accounts.approvals.register(scopeSigningApproval(desk));
  accounts.approvals.register(publicationApproval({ database, appender }));
  const tracing = openTracing(desk);
  const limits = requestLimits(database, clock, config.TRUSTED_PROXIES);
  return {
    directory,
    changes,
    policy,
    firm,
    outbox,
    accounts,
    tickets,
    vault,
    calls,
    watch,
    tracing,
    limits,
  };
}

async function openAccountsPart(
  { config, clock, appender, keykeeper, accountsKey, recordErasure }: SiteOptions,
  parts: Pick<Accounts["desk"], "database" | "outbox" | "firm" | "profile">,
): Promise<Accounts> {
  const desk = {
    ...{ ...parts, appender, keykeeper, clock, key: accountsKey },
    limits: keyedLimits(parts.database, clock),
    publicUrl: config.PUBLIC_URL,
    trustedProxies: config.TRUSTED_PROXIES,
  };
  const accounts = openAccounts(desk, await providerOptions(config));
  accounts.approvals.register(
    clientErasure(desk, {
      ...{ clientErasers, record: recordErasure },
      shred: (request) => keykeeper.shred(request),
    }),
  );
  return accounts;
}

/** The whole site as one router, which `listen` serves, and what it works with, for tests. */
export type Site = {
  app: App;
  outbox: Register;
  accounts: Accounts;
  changes: DirectoryChanges;
  tickets: OpenedTickets;
  vault: Vault;
  calls: Calls;
  watch: Watch;
  tracing: Tracing;
};

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
      screenMarks: parts.accounts.screenMarks,
    }),
    problemPage,
    takesFiles: (path) => takesFiles(path) || takesSample(path) || takesSourceFile(path),
  });
  const isProduction = config.PUBLIC_URL !== undefined;
  app.route("/", assetRoutes([stylesheet, favicon]));
  app.route(
    "/",
    healthRoutes(readiness(database, directory, policy, options.keykeeper), metrics, {
      clock,
      token: config.METRICS_TOKEN,
      isProduction,
    }),
  );
  addRoutes(app, options, database, library, parts);
  addBriefs(app, options, database, parts);
  app.doc31("/v1/openapi.json", {
    openapi: "3.1.0",
    info: { title: "Holdfast", version: "1" },
  });
  const { outbox, accounts, changes, tickets, vault, calls, watch, tracing } = parts;
  return { app, outbox, accounts, changes, tickets, vault, calls, watch, tracing };
}

function addRoutes(
  app: App,
  { config, clock, metrics, appender, policyFile }: SiteOptions,
  database: Database,
  library: Library,
  {
    directory,
    changes,
    policy,
    firm,
    outbox,
    accounts,
    tickets,
    vault,
    calls,
    watch,
    tracing,
    limits,
  }: Parts,
): void {
  const neverAsk = async (language: Language) => neverAskItems(await policy.current(), language);
  const signedIn = async (context: HttpContext) => (await accounts.sessions.of(context))?.holder;
  app.route("/", homeRoutes({ firm, neverAsk, accounts, clock }));
  app.route(
    "/",
    contactsRoutes({
      source: directory,
      clock,
      takeCheck: limits({ name: "checks", requestsMax: 60, windowSeconds: 60 }),
      askWhetherSent: async (context, input) =>
        askWhetherSent(
          outbox.reader,
          await signedIn(context),
          await readHeld(input),
          config.MAIL_FROM,
        ),
      reported: () => tickets.reports.confirmed.reportedOn(clock()),
      onAnswer: (verdict, kind) =>
        metrics.count("holdfast_checks_total", "Answers of the checker", { verdict, kind }),
    }),
  );
  app.route(
    "/",
    helpRoutes({
      library,
      database,
      clock,
      takeSearch: limits({ name: "searches", requestsMax: 60, windowSeconds: 60 }),
      takeChoice: limits({ name: "choices", requestsMax: 60, windowSeconds: 60 }),
      takeVote: limits({ name: "votes", requestsMax: 20, windowSeconds: 3_600 }),
      neverAsk,
      callRules: async (language) => contactRules(await policy.current(), language),
      phones: async () => currentPhones((await directory.current()).published.content, clock()),
    }),
  );
  app.route("/", guestLinkRoutes(tickets.tickets));
  app.route("/", accountsRoutes(accounts));
  app.route(
    "/",
    ticketsRoutes(tickets, {
      takeQuestion: limits({ name: "guest_tickets", requestsMax: 10, windowSeconds: 3_600 }),
      takeReport: limits({ name: "scam_reports", requestsMax: 10, windowSeconds: 3_600 }),
      ...{ policyFile, firm },
      besides: {
        desk: (context, ticket) => clientCard(vault, context, ticket),
        own: (context, ticket) => requestLines(vault, context, ticket),
        report: (context) => callFacts(calls.desk, context),
      },
    }),
  );
  app.route("/", vaultRoutes(vault, { policyFile }));
  app.route("/", callsRoutes(calls, { neverAsk }));
  app.route("/", watchRoutes(watch));
  app.route("/", tracingRoutes(tracing, { policyFile }));
  app.route("/", directoryChangeRoutes({ accounts, source: directory, changes }));
  app.route(
    "/",
    outboxRoutes({
      outbox,
      reader: outbox.reader,
      appender,
      requiresKey: accounts.machines.requires("outbox:register"),
      keyOf: (context) => accounts.machines.of(context).id,
      addresseeOf,
      clock,
      signedIn,
      signInPath: "/sign-in",
      mailFrom: config.MAIL_FROM,
      takeQuestion: limits({ name: "sent", requestsMax: 30, windowSeconds: 60 }),
      database,
      isDemo: isDemo(config),
    }),
  );
  app.route("/", policyRoutes(policy));
  app.route("/", ledgerRoutes({ database, clock, policyFile }));
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

/** Where links in messages lead: without PUBLIC_URL, to this machine. */
function siteAddress({ PUBLIC_URL, PORT }: Config): string {
  return PUBLIC_URL ?? `http://localhost:${PORT}`;
}

function readiness(
  database: Database,
  directory: { current(): Promise<unknown> },
  policy: { requireInForce(): Promise<void> },
  keykeeper: Pick<Keykeeper, "ready">,
) {
  return [
    { name: "database", check: () => transaction(database, async () => {}) },
    { name: "directory", check: async () => void (await directory.current()) },
    { name: "policy", check: () => policy.requireInForce() },
    { name: "keykeeper", check: () => keykeeper.ready() },
  ];
}
