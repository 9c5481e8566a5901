import type { KeyObject } from "node:crypto";
import { promises as dns } from "node:dns";
import { accountsKeyFile, demoPath, demoPeople, demoRoutes } from "#accounts";
import { callsJobs, demoCall, startEnding, startPhone } from "#calls";
import { directoryJobs } from "#contacts";
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
import { startMail, startWebhooks, ticketsJobs, WebhookSealing } from "#tickets";
import { startTracing } from "#trace";
import { canaryJobs, decoyKey, demoRecords, vaultJobs } from "#vault";
import { startWatching, watchJobs } from "#watch";
import { databaseUrls, dataDirectoryOf } from "./database-urls.ts";
import { isDemo } from "./demo.ts";
import { eventKinds } from "./event-kinds.ts";
import { keeping } from "./keykeeping.ts";
import { logOrigin } from "./log-origin.ts";
import { scheduledJobs } from "./scheduled-jobs.ts";
import type { Config } from "./settings.ts";
import { createSite, type Site } from "./site.ts";

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
  const accountsKey = await openSecretKey(accountsKeyFile(config, dataDirectory));
  const metrics = openMetrics();
  let url: string | undefined;
  const { keykeeper } = opened;
  const { record: recordErasure } = keeping(config, dataDirectory);
  const made = { recordErasure, metrics, appender, keykeeper, policyFile, outboxKey, accountsKey };
  const built = await createSite({ ...options, ...made }, database, library);
  const { app, accounts, tickets } = built;
  if (asked.includes("web")) {
    const hasDemo = isDemo(config);
    const people = hasDemo ? await demoPeople(accounts.desk, now) : undefined;
    if (people) app.route("/", demoRoutes(accounts, people));
    const listening = await listen(app, config.HOST, config.PORT);
    started.defer(() => accounts.underWay.settled());
    started.defer(() => built.vault.alarms.settled());
    started.defer(() => listening.stop());
    if (people) startDemoRecords(options, built, people, started);
    started.defer(async () => tickets.live.stop());
    started.defer(async () => built.calls.live.stop());
    started.defer(async () => built.calls.listening.stop());
    url = config.PUBLIC_URL ?? listening.url;
    if (hasDemo) options.progress(`To try it, sign in as anyone: ${url}${demoPath}`);
  }
  if (asked.includes("worker")) {
    const jobs = scheduledJobs({
      ...{ database, log, metrics },
      desk: accounts.desk,
      env: options.env,
    });
    const runner = await startJobs(database, log, clock, [
      ...jobs,
      ...slicesJobs(built, accountsKey),
    ]);
    started.defer(() => runner.stop());
    const { watch, tracing, calls } = built;
    const beside = [startWatching(watch), startPhone(calls.desk), startEnding(calls.desk)];
    for (const one of [...beside, startTracing(tracing, log)]) started.defer(() => one.stop());
    const reader = new Reader(database, outboxKey);
    const parts = { database, appender, keykeeper, reader, clock, log };
    const { progress } = options;
    const { resolve } = dns;
    const taking = { tickets: tickets.tickets, config, resolve, clock, log, progress };
    const mail = await startMail(taking);
    started.defer(() => mail.stop());
    const delivering = await startDelivering({
      ...parts,
      config,
      isDemo: isDemo(config),
      progress,
      ...(mail.threadOf && { threadOf: mail.threadOf }),
    });
    started.defer(() => delivering.stop());
    const telling = startWebhooks({
      ...{ database, appender, clock, log },
      sealing: new WebhookSealing(accountsKey),
      lookUp: (host) => dns.lookup(host, { all: true }),
      isDevelopment: config.PUBLIC_URL === undefined,
    });
    started.defer(() => telling.stop());
  }
  return url;
}

/** Beside everything else: the start doesn't wait for it. */
function startDemoRecords(
  { log, clock }: ServerOptions,
  { vault, calls }: Site,
  { client, staff }: Awaited<ReturnType<typeof demoPeople>>,
  started: AsyncDisposableStack,
): void {
  const agent = staff.find(({ role }) => role === "agent");
  const fill = async () => {
    await demoRecords(vault.desk, client);
    if (agent) await demoCall(calls.desk, client, agent.id, clock());
  };
  const filling = fill().catch((error: Error) => {
    log.warn({ error: error.message }, "the demo's clients have no records, or no call");
  });
  started.defer(() => filling);
}

/** What each slice does by itself. */
function slicesJobs({ changes, tickets, vault, calls, watch }: Site, accountsKey: KeyObject) {
  return [
    ...directoryJobs(changes),
    ...ticketsJobs(tickets.tickets.desk),
    ...vaultJobs(vault),
    ...canaryJobs({ ...vault.desk, key: decoyKey(accountsKey) }, tickets.tickets),
    ...callsJobs(calls),
    ...watchJobs(watch),
  ];
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

class DemoContentInProduction extends InvalidInput {
  constructor() {
    super(
      "demo_content_in_production",
      "The help articles are the demo firm's, but PUBLIC_URL is set. Copy content/help, make it your own, and name it in HELP_CONTENT.",
    );
  }
}
