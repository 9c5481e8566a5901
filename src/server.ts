import { promises as dns } from "node:dns";
import { accountsKeyFile, demoPath, demoPeople, demoRoutes } from "#accounts";
import { demoCall, startEnding, startPhone } from "#calls";
import { helpFolder, type Library, loadLibrary, publishArticles } from "#help";
import { openKeykeeper } from "#keys";
import { ledgerFiles, openAppender, startSealing } from "#ledger";
import { outboxKeyFile, Reader, startDelivering } from "#outbox";
import {
  type Clock,
  type CommandContext,
  type Database,
  InvalidInput,
  type Log,
  listen,
  migrate,
  openDatabase,
  openMetrics,
  openSecretKey,
  startJobs,
} from "#platform";
import { startMail, startWebhooks, WebhookSealing } from "#tickets";
import { startTracing } from "#trace";
import { demoRecords } from "#vault";
import { startWatching } from "#watch";
import { databaseUrls, dataDirectoryOf } from "./database-urls.ts";
import { isDemo } from "./demo.ts";
import { eventKinds } from "./event-kinds.ts";
import { keeping } from "./keykeeping.ts";
import { logOrigin } from "./log-origin.ts";
import { scheduledJobs } from "./scheduled-jobs.ts";
import type { Config } from "./settings.ts";
import { createSite, type Site } from "./site.ts";
import type { SiteOptions } from "./site-parts.ts";

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
  /** Aborted when the start is to be given up. */
  signal?: AbortSignal;
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
  const accountsKey = await openSecretKey(accountsKeyFile(config, dataDirectory));
  const { record: recordErasure } = keeping(config, dataDirectory);
  const given = {
    ...{ ...options, dataDirectory, policyFile, recordErasure, appender, outboxKey, accountsKey },
    ...{ metrics: openMetrics(), keykeeper: opened.keykeeper },
  };
  const built = await createSite(given, database, library);
  const url = asked.includes("web") ? await startWeb(options, built, started) : undefined;
  if (asked.includes("worker")) await startWorker(given, database, built, started);
  return url;
}

/** @returns where it listens */
async function startWeb(
  options: ServerOptions,
  built: Site,
  started: AsyncDisposableStack,
): Promise<string> {
  const { config, clock, progress } = options;
  const people = isDemo(config) ? await openDemo(built, clock) : undefined;
  const listening = await listen(built.app, config.HOST, config.PORT);
  started.defer(() => built.accounts.underWay.settled());
  started.defer(() => built.vault.alarms.settled());
  started.defer(() => listening.stop());
  if (people) startDemoRecords(options, built, people, started);
  started.defer(async () => built.tickets.live.stop());
  started.defer(async () => built.calls.live.stop());
  started.defer(async () => built.calls.listening.stop());
  const url = config.PUBLIC_URL ?? listening.url;
  if (people) progress(`To try it, sign in as anyone: ${url}${demoPath}`);
  return url;
}

/** What every process that reaches the keykeeper was given, or opened. */
type Given = ServerOptions & SiteOptions;

async function startWorker(
  given: Given,
  database: Database,
  built: Site,
  started: AsyncDisposableStack,
): Promise<void> {
  const { clock, log } = given;
  const runner = await startJobs(
    database,
    log,
    clock,
    scheduledJobs({ ...given, database }, built),
  );
  started.defer(() => runner.stop());
  const { watch, tracing, calls } = built;
  for (const one of [
    startWatching(watch, log),
    startPhone(calls.desk, log),
    startEnding(calls.desk, log),
    startTracing(tracing, log),
  ]) {
    started.defer(() => one.stop());
  }
  await startMessages(given, database, built, started);
}

/** Mail in and out, and what other systems are told. */
async function startMessages(
  given: Given,
  database: Database,
  { tickets }: Site,
  started: AsyncDisposableStack,
): Promise<void> {
  const { config, clock, log, progress, appender, keykeeper, outboxKey, accountsKey } = given;
  const { resolve, lookup } = dns;
  const mail = await startMail({
    ...{ tickets: tickets.tickets, config, resolve, clock, log, progress },
  });
  started.defer(() => mail.stop());
  const delivering = await startDelivering({
    ...{ database, appender, keykeeper, clock, log, config, progress },
    reader: new Reader(database, outboxKey),
    isDemo: isDemo(config),
    ...(mail.threadOf && { threadOf: mail.threadOf }),
  });
  started.defer(() => delivering.stop());
  const telling = startWebhooks({
    ...{ database, appender, clock, log },
    sealing: new WebhookSealing(accountsKey),
    lookUp: (host) => lookup(host, { all: true }),
    isDevelopment: config.PUBLIC_URL === undefined,
  });
  started.defer(() => telling.stop());
}

/** Beside everything else: the start doesn't wait for it. */
function startDemoRecords(
  { log }: ServerOptions,
  { vault }: Site,
  { client }: DemoPeople,
  started: AsyncDisposableStack,
): void {
  const filling = demoRecords(vault.desk, client).catch((error: Error) => {
    log.warn({ error: error.message }, "the demo's clients have no records");
  });
  started.defer(() => filling);
}

/** The demo's people, and where a developer signs in as one of them. */
async function openDemo(built: Site, clock: Clock): Promise<DemoPeople> {
  const people = await demoPeople(built.accounts.desk, clock());
  const prepare = () => bookDemoCall(built, people, clock());
  built.app.route("/", demoRoutes(built.accounts, people, prepare));
  return people;
}

/** There is always a call to try: the next one, when the last is over. */
async function bookDemoCall(
  { calls }: Site,
  { client, staff }: DemoPeople,
  now: Date,
): Promise<void> {
  const agent = staff.find(({ role }) => role === "agent");
  if (agent) await demoCall(calls.desk, client, agent.id, now);
}

type DemoPeople = Awaited<ReturnType<typeof demoPeople>>;

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

class DemoContentInProduction extends InvalidInput {
  constructor() {
    super(
      "demo_content_in_production",
      "The help articles are the demo firm's, but PUBLIC_URL is set. Copy content/help, make it your own, and name it in HELP_CONTENT.",
    );
  }
}
