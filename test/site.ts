import { createSecretKey, generateKeyPairSync, randomBytes } from "node:crypto";
import type { Accounts } from "#accounts";
import type { Calls } from "#calls";
import type { DirectoryChanges } from "#contacts";
import { loadLibrary, publishArticles } from "#help";
import type { Keykeeper } from "#keys";
import { Appender, ledgerFiles } from "#ledger";
import type { Register } from "#outbox";
import { type App, type Language, openLog, openMetrics, readConfig } from "#platform";
import type { OpenedTickets } from "#tickets";
import type { Tracing } from "#trace";
import type { Vault } from "#vault";
import type { Watch } from "#watch";
import { eventKinds } from "../src/event-kinds.ts";
import { type Config, settings } from "../src/settings.ts";
import { createSite } from "../src/site.ts";
import { openTestDatabase, type TestDatabase } from "./open-database.ts";
import { openSiteKeykeeper } from "./site-keykeeper.ts";

export type TestSite = {
  app: App;
  opened: TestDatabase;
  /** The site's clock: a test moves it. */
  time: { now: Date };
  /** What sends messages, as the site has it; `sentTo` reads them. */
  outbox: Register;
  accounts: Accounts;
  changes: DirectoryChanges;
  appender: Appender;
  tickets: OpenedTickets;
  vault: Vault;
  calls: Calls;
  watch: Watch;
  tracing: Tracing;
  keykeeper: Keykeeper;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** Posts a form as the site's own page would. */
  post(
    path: string,
    fields: Record<string, string> | FormData,
    headers?: Record<string, string>,
  ): Promise<Response>;
  /** The same site in another process: the same database and keys, and nothing else in common. */
  another(): Promise<TestSite>;
  [Symbol.asyncDispose](): Promise<void>;
};

const origin = "http://localhost:8080";
/** A site whose log nobody seals. */
const noPolicy = "/nowhere/policy.txt";

/**
 * The whole site on a database of its own, without a network: `await using site = await openTestSite()`. With a
 * KEYKEEPER_SOCKET, whatever it says, the keykeeper is behind a socket.
 */
export async function openTestSite(
  environment: Partial<Record<keyof Config, string>> = {},
  language?: Language,
  log = openLog("silent"),
): Promise<TestSite> {
  const opened = await openTestDatabase();
  const time = { now: new Date("2026-11-20T12:00:00Z") };
  const clock = () => time.now;
  const config = readConfig(settings, { LOG_POLICY: noPolicy, ...environment });
  const library = await loadLibrary(config.HELP_CONTENT);
  await publishArticles(opened.database, library.articles, clock());
  const noNetwork = () => Promise.reject(new Error("tests have no network"));
  const { database } = opened;
  const receiptKey = generateKeyPairSync("ed25519").privateKey;
  const appender = new Appender({ database, receiptKey, kinds: eventKinds, now: clock() });
  const isApart = config.KEYKEEPER_SOCKET !== undefined;
  const keeping = await openSiteKeykeeper(database, clock, isApart);
  const options = {
    config,
    outboxKey: createSecretKey(randomBytes(32)),
    accountsKey: createSecretKey(randomBytes(32)),
    keykeeper: keeping.keykeeper,
    clock,
    metrics: openMetrics(),
    appender,
    policyFile: ledgerFiles(config, config.HOLDFAST_DATA).policyFile,
    dataDirectory: config.HOLDFAST_DATA,
    log,
    recordErasure: async () => {},
    resolveTxt: noNetwork,
    ...(language && { chooseLanguage: () => language }),
  };
  const open = async (): Promise<TestSite> => {
    const { app, outbox, accounts, changes, tickets, vault, calls, watch, tracing } =
      await createSite(options, database, library);
    return {
      ...{
        app,
        opened,
        time,
        outbox,
        accounts,
        changes,
        tickets,
        vault,
        calls,
        watch,
        tracing,
        appender,
        another: open,
      },
      keykeeper: keeping.keykeeper,
      ...asking(app),
      [Symbol.asyncDispose]: async () => {
        await keeping[Symbol.asyncDispose]();
        await opened[Symbol.asyncDispose]();
      },
    };
  };
  return await open();
}

function asking(app: App): Pick<TestSite, "get" | "post"> {
  const request = async (path: string, init: RequestInit) =>
    app.fetch(new Request(origin + path, init), connection);
  return {
    get: (path, headers = {}) => request(path, { headers: { accept: "text/html", ...headers } }),
    post: async (path, fields, headers = {}) => {
      if (fields instanceof FormData) {
        const sent = { accept: "text/html", origin, ...headers };
        return await request(path, { method: "POST", body: fields, headers: sent });
      }
      const body = new URLSearchParams(fields).toString();
      const form = {
        "content-type": "application/x-www-form-urlencoded",
        "content-length": String(body.length),
      };
      const sent = { accept: "text/html", origin, ...form, ...headers };
      return request(path, { method: "POST", body, headers: sent });
    },
  };
}

/** What Node's HTTP server hands over beside the request. */
const connection = { incoming: { socket: { remoteAddress: "192.0.2.10" } } };
