import type { KeyObject } from "node:crypto";
import { promises as dns } from "node:dns";
import { contactsRoutes, currentPhones, openDirectorySource } from "#contacts";
import { helpFolder, helpRoutes, type Library, loadLibrary, publishArticles } from "#help";
import { homeRoutes, problemPage, publicFrame } from "#home";
import { openKeykeeper } from "#keys";
import { type Appender, ledgerFiles, ledgerRoutes, openAppender, startSealing } from "#ledger";
import { openOutbox, outboxKeyFile, outboxRoutes, Reader, startDelivering } from "#outbox";
import {
  type App,
  assetRoutes,
  type Clock,
  type CommandContext,
  chooseLanguage,
  createApp,
  type Database,
  favicon,
  healthRoutes,
  InvalidInput,
  type Language,
  type Log,
  listen,
  type Metrics,
  migrate,
  openDatabase,
  openMetrics,
  openSecretKey,
  requestLimits,
  startJobs,
  stylesheet,
  transaction,
} from "#platform";
import { contactRules, neverAskItems, openPolicySource, policyRoutes } from "#policy";
import { databaseUrls, dataDirectoryOf } from "./database-urls.ts";
import { eventKinds } from "./event-kinds.ts";
import { keeping } from "./keykeeping.ts";
import { logOrigin } from "./log-origin.ts";
import { scheduledJobs } from "./scheduled-jobs.ts";
import type { Config } from "./settings.ts";

/**
 * What a process does: `web` answers requests, `worker` runs scheduled jobs, `sealer` seals the ledger, `keykeeper` holds
 * the keys.
 */
export const roles = ["web", "worker", "sealer", "keykeeper"] as const;
export type Role = (typeof roles)[number];

export type ServerOptions = {
  config: Config;
  /** What `config` was read from, for the commands that the server runs. */
  env: CommandContext["env"];
  clock: Clock;
  log: Log;
  /** Told a sentence for each step that may take over a second. */
  progress(sentence: string): void;
  roles: readonly Role[];
  /** Nobody chose HOLDFAST_DATA, so it may be moved to where the database's user can reach it. */
  isDataDefault: boolean;
};

export type RunningServer = {
  /** Where it listens; undefined without the role `web`. */
  url: string | undefined;
  /** Finishes what is under way, then stops everything in the order opposite to the start. */
  stop(): Promise<void>;
};

/** Puts the slices together and starts them. What was started before a failure is stopped again. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { config, clock, log } = options;
  await using started = new AsyncDisposableStack();
  const database = await openMigratedDatabase(options, started);
  if (config.PUBLIC_URL && config.HELP_CONTENT === helpFolder) throw new DemoContentInProduction();
  const library = await loadLibrary(config.HELP_CONTENT);
  await publishArticles(database, library.articles, clock());
  const files = ledgerFiles(config, dataDirectoryOf(options));
  if (options.roles.includes("sealer")) {
    const origin = logOrigin(config.PUBLIC_URL);
    const sealing = await startSealing({ database, clock, log, files, origin, ask: fetch });
    started.defer(() => sealing.stop());
  }
  const url = options.roles.some((role) => role !== "sealer")
    ? await startWithKeys(options, database, library, started)
    : undefined;
  const running = started.move();
  return { url, stop: () => running.disposeAsync() };
}

/** Starts the roles that reach the keykeeper, or are it. @returns where the site listens */
async function startWithKeys(
  options: ServerOptions,
  database: Database,
  library: Library,
  started: AsyncDisposableStack,
): Promise<string | undefined> {
  const { config, clock, log, roles: asked } = options;
  const dataDirectory = dataDirectoryOf(options);
  const isKeykeeper = asked.includes("keykeeper");
  const own = { config, dataDirectory, database, clock, log, isKeykeeper };
  const opened = await openKeykeeper({ ...own, ...keeping(config, dataDirectory) });
  started.defer(() => opened.stop());
  if (!asked.includes("web") && !asked.includes("worker")) return undefined;
  const { receiptKeyFile, policyFile } = ledgerFiles(config, dataDirectory);
  const now = clock();
  const appender = await openAppender({ database, receiptKeyFile, kinds: eventKinds, now });
  const outboxKey = await openSecretKey(outboxKeyFile(config, dataDirectory));
  const metrics = openMetrics();
  let url: string | undefined;
  if (asked.includes("web")) {
    const site = { ...options, metrics, appender, policyFile, outboxKey };
    const app = await createSite(site, database, library);
    const listening = await listen(app, config.HOST, config.PORT);
    started.defer(() => listening.stop());
    url = config.PUBLIC_URL ?? listening.url;
  }
  if (asked.includes("worker")) {
    const jobs = scheduledJobs({ database, log, metrics, env: options.env });
    const runner = await startJobs(database, log, clock, jobs);
    started.defer(() => runner.stop());
    const reader = new Reader(database, outboxKey);
    const parts = { database, appender, keykeeper: opened.keykeeper, reader, clock, log };
    const delivering = await startDelivering({ ...parts, config, isDemo: isDemo(config) });
    started.defer(() => delivering.stop());
  }
  return url;
}

async function openMigratedDatabase(
  options: ServerOptions,
  started: AsyncDisposableStack,
): Promise<Database> {
  const { log, progress } = options;
  const { appUrl, ownerUrl } = await databaseUrls(options, started);
  const applied = await migrate(ownerUrl, appUrl);
  if (applied.length > 0) progress(`The database is up to date (${applied.length} migrations)`);
  const database = openDatabase(appUrl, (error) => {
    log.warn({ error: error.message }, "lost a database connection");
  });
  started.defer(() => database.end());
  return database;
}

export type SiteOptions = Pick<ServerOptions, "config" | "clock" | "log"> & {
  metrics: Metrics;
  appender: Appender;
  /** The log's policy, which may not be there yet. */
  policyFile: string;
  outboxKey: KeyObject;
  /** Asks the DNS for the keys that sign mail. */
  resolveTxt?(name: string): Promise<string[][]>;
  chooseLanguage?: typeof chooseLanguage;
};

class DemoContentInProduction extends InvalidInput {
  constructor() {
    super(
      "demo_content_in_production",
      "The help articles are the demo firm's, but PUBLIC_URL is set. Copy content/help, make it your own, and name it in HELP_CONTENT.",
    );
  }
}

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
  });
  const firm = async () => (await directory.current()).published.content.firm;
  const outbox = await openOutbox({
    database,
    appender,
    key: options.outboxKey,
    notices: config.NOTICES_CONTENT,
    firm,
    site: siteAddress(config),
    now: clock(),
  });
  const limits = requestLimits(database, clock, config.TRUSTED_PROXIES);
  return { directory, policy, firm, outbox, limits };
}

/** The whole site as one router: what tests call and `listen` serves. */
export async function createSite(
  options: SiteOptions,
  database: Database,
  library: Library,
): Promise<App> {
  const { config, clock, log, metrics } = options;
  const parts = await openParts(options, database);
  const { directory, policy, firm } = parts;
  const app = createApp({
    log,
    clock,
    metrics,
    publicUrl: config.PUBLIC_URL,
    chooseLanguage: options.chooseLanguage ?? chooseLanguage,
    pageFrame: publicFrame({ firm, library, clock, publicUrl: config.PUBLIC_URL }),
    problemPage,
  });
  const isProduction = config.PUBLIC_URL !== undefined;
  app.route("/", assetRoutes([stylesheet, favicon]));
  app.route(
    "/",
    healthRoutes(readiness(database, directory, policy), metrics, {
      token: config.METRICS_TOKEN,
      isProduction,
    }),
  );
  addRoutes(app, options, database, library, parts);
  app.doc31("/v1/openapi.json", {
    openapi: "3.1.0",
    info: { title: "Holdfast", version: "1" },
  });
  return app;
}

function addRoutes(
  app: App,
  { clock, metrics, policyFile }: SiteOptions,
  database: Database,
  library: Library,
  { directory, policy, firm, outbox, limits }: Parts,
): void {
  const neverAsk = async (language: Language) => neverAskItems(await policy.current(), language);
  app.route("/", homeRoutes({ firm, neverAsk }));
  app.route(
    "/",
    contactsRoutes({
      source: directory,
      clock,
      takeCheck: limits({ name: "checks", requestsMax: 60, windowSeconds: 60 }),
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
  app.route(
    "/",
    outboxRoutes({
      reader: outbox.reader,
      clock,
      signedIn: async () => undefined,
      signInPath: "/sign-in",
    }),
  );
  app.route("/", policyRoutes(policy));
  app.route("/", ledgerRoutes({ database, clock, policyFile }));
}

/** Nobody but a developer reaches this desk (DESIGN 7); each request is held against this machine's name beside that. */
function isDemo({ PUBLIC_URL, DATABASE_URL, DATABASE_OWNER_URL }: Config): boolean {
  return [PUBLIC_URL, DATABASE_URL, DATABASE_OWNER_URL].every((setting) => setting === undefined);
}

/** Where links in messages lead: without PUBLIC_URL, to this machine. */
function siteAddress({ PUBLIC_URL, PORT }: Config): string {
  return PUBLIC_URL ?? `http://localhost:${PORT}`;
}

function readiness(
  database: Database,
  directory: { current(): Promise<unknown> },
  policy: { requireInForce(): Promise<void> },
) {
  return [
    { name: "database", check: () => transaction(database, async () => {}) },
    { name: "directory", check: async () => void (await directory.current()) },
    { name: "policy", check: () => policy.requireInForce() },
  ];
}
