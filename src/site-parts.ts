import type { KeyObject } from "node:crypto";
import { promises as dns } from "node:dns";
import { type Accounts, clientErasure, openAccounts, providerOptions } from "#accounts";
import { publicationApproval } from "#briefs";
import { type Calls, isOnCall, openCalls, openProvider, turnOf } from "#calls";
import { DirectoryChanges, openDirectorySource, reportKeysOf } from "#contacts";
import type { Keykeeper } from "#keys";
import type { Appender } from "#ledger";
import { openOutbox, type Register } from "#outbox";
import {
  type Clock,
  type chooseLanguage,
  type Database,
  type Erasure,
  keyedLimits,
  type Log,
  type Metrics,
  requestLimits,
} from "#platform";
import { accessOf, openPolicySource } from "#policy";
import { fileLimitsOf, guardOf, type OpenedTickets, openTickets, replyTimesOf } from "#tickets";
import { openTracing, scopeSigningApproval } from "#trace";
import { endRequests, freezesOf, isOnFile, openVault, passApprovals } from "#vault";
import { openWatch } from "#watch";
import { clientErasing } from "./client-erasers.ts";
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
  dataDirectory: string;
  outboxKey: KeyObject;
  accountsKey: KeyObject;
  /** Writes to the list of what a restored backup must erase again. */
  recordErasure(erasure: Erasure): Promise<void>;
  /** Asks the DNS for the keys that sign mail. */
  resolveTxt?(name: string): Promise<string[][]>;
  chooseLanguage?: typeof chooseLanguage;
};

/** What the routes of the slices work with. */
export type Parts = Awaited<ReturnType<typeof openParts>>;

/** Opens the slices, each with what it needs of others. */
export async function openParts(options: SiteOptions, database: Database) {
  const { config, clock, log, appender, keykeeper, resolveTxt = dns.resolveTxt } = options;
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
  const tickets = await openTicketsPart(options, { database, outbox, accounts, directory });
  const vault = openVault({
    ...{ database, appender, outbox, clock, accounts, keykeeper },
    access: async () => {
      const bundle = await policy.current();
      return { ...bundle.access, policy: await accessOf(bundle) };
    },
    isOnCall,
  });
  for (const kind of passApprovals(vault.desk)) accounts.approvals.register(kind);
  const { freezes, desk } = vault;
  const calls = openCallsPart(options, { database, outbox, accounts, tickets });
  const watchDesk = { ...desk, freezes, alertsPerDay: config.WATCH_ALERTS_PER_DAY };
  const watch = openWatch(watchDesk, vault);
  accounts.approvals.register(scopeSigningApproval(desk));
  accounts.approvals.register(publicationApproval({ database, appender }));
  const tracing = openTracing(desk);
  const limits = requestLimits(database, clock, config.TRUSTED_PROXIES);
  return {
    ...{ directory, changes, policy, firm, outbox, accounts, tickets, vault, calls, watch },
    ...{ tracing, limits },
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
      ...{ ...clientErasing, record: recordErasure },
      shred: (request) => keykeeper.shred(request),
    }),
  );
  return accounts;
}

type DirectorySource = Awaited<ReturnType<typeof openDirectorySource>>;

/** What stands above a part that is being opened. */
type Above = { database: Database; outbox: Register; accounts: Accounts };

function openTicketsPart(
  { config, clock, appender, keykeeper, recordErasure }: SiteOptions,
  { database, outbox, accounts, directory }: Above & { directory: DirectorySource },
): Promise<OpenedTickets> {
  const desk = {
    ...{ database, appender, outbox, clock, accounts, keykeeper, recordErasure },
    ...{ freezesOf, endRequests, replyTimes: replyTimesOf(config), files: fileLimitsOf(config) },
    guard: guardOf([new URL(siteAddress(config)).hostname]),
  };
  return openTickets(desk, config.MACROS_CONTENT, {
    toConfirm: config.REPORTS_TO_CONFIRM,
    async readContact(text) {
      const finding = (await directory.current()).checker.check(text, clock());
      return { verdict: finding.verdict, keys: reportKeysOf(finding) };
    },
    isOnFile: (client, contact) => isOnFile({ database, keykeeper }, client, contact),
  });
}

function openCallsPart(
  { config, clock, log, keykeeper }: SiteOptions,
  { database, outbox, accounts, tickets }: Above & { tickets: OpenedTickets },
): Calls {
  const { appender } = tickets.tickets.desk;
  return openCalls({
    ...{ database, appender, outbox, clock, accounts, keykeeper },
    ...{ tickets: tickets.tickets, reports: tickets.reports, turn: turnOf(config) },
    provider: openProvider(config, {
      ...{ publicUrl: siteAddress(config), clock, log },
      lookUp: (host) => dns.lookup(host, { all: true }),
    }),
  });
}

/** Where links in messages lead: without PUBLIC_URL, to this machine. */
export function siteAddress({ PUBLIC_URL, PORT }: Config): string {
  return PUBLIC_URL ?? `http://localhost:${PORT}`;
}
