import { createSecretKey, generateKeyPairSync, type KeyObject, randomBytes } from "node:crypto";
import { loadLibrary, publishArticles } from "#help";
import { Appender } from "#ledger";
import { type Database, openLog, openMetrics, readConfig, systemClock } from "#platform";
import { eventKinds } from "../../src/event-kinds.ts";
import { settings } from "../../src/settings.ts";
import { createSite } from "../../src/site.ts";
import { openSiteKeykeeper } from "../site-keykeeper.ts";

/** The whole site, as the product makes it, on a benchmark's database. It listens nowhere yet. */
export async function openBenchSite(
  database: Database,
  secret: KeyObject = createSecretKey(randomBytes(32)),
) {
  const config = readConfig(settings, {});
  const library = await loadLibrary(config.HELP_CONTENT);
  await publishArticles(database, library.articles, systemClock());
  const keeping = await openSiteKeykeeper(database, systemClock, false);
  const { privateKey: receiptKey } = generateKeyPairSync("ed25519");
  const appender = new Appender({ database, receiptKey, kinds: eventKinds, now: systemClock() });
  const options = {
    ...{ config, clock: systemClock, log: openLog("silent"), metrics: openMetrics(), appender },
    ...{
      policyFile: "no-policy.txt",
      dataDirectory: config.HOLDFAST_DATA,
      keykeeper: keeping.keykeeper,
    },
    ...{ outboxKey: secret, accountsKey: secret, recordErasure: async () => {} },
  };
  const created = await createSite(options, database, library);
  return {
    ...{ ...created, appender },
    [Symbol.asyncDispose]: () => keeping[Symbol.asyncDispose](),
  };
}
