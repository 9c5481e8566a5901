import { createSecretKey, generateKeyPairSync } from "node:crypto";
import { loadLibrary, publishArticles } from "#help";
import { Appender } from "#ledger";
import { listen, openDatabase, openLog, openMetrics, readConfig, systemClock } from "#platform";
import { eventKinds } from "../../src/event-kinds.ts";
import { settings } from "../../src/settings.ts";
import { createSite } from "../../src/site.ts";
import { openSiteKeykeeper } from "../site-keykeeper.ts";

/** The site in a process of its own, so that it alone is measured: DATABASE_URL KEY. It says where it is, and what it has used. */
const [databaseUrl = "", key = ""] = process.argv.slice(2);
const database = openDatabase(databaseUrl, () => {});
const config = readConfig(settings, {});
const library = await loadLibrary(config.HELP_CONTENT);
await publishArticles(database, library.articles, systemClock());
const keeping = await openSiteKeykeeper(database, systemClock);
const { privateKey: receiptKey } = generateKeyPairSync("ed25519");
const secret = createSecretKey(Buffer.from(key, "hex"));
const { app, calls } = await createSite(
  {
    ...{ config, clock: systemClock, log: openLog("silent"), metrics: openMetrics() },
    appender: new Appender({ database, receiptKey, kinds: eventKinds, now: systemClock() }),
    ...{ policyFile: "no-policy.txt", keykeeper: keeping.keykeeper, outboxKey: secret },
    ...{ accountsKey: secret, recordErasure: async () => {} },
  },
  database,
  library,
);
const listening = await listen(app, "127.0.0.1", 0);
process.on("message", async (asked) => {
  if (asked === "used") {
    const { user, system } = process.cpuUsage();
    const { rss } = process.memoryUsage();
    process.send?.({ cpuMs: (user + system) / 1_000, rss, pages: calls.live.count });
  }
  if (asked === "stop") {
    calls.live.stop();
    await listening.stop();
    await keeping[Symbol.asyncDispose]();
    await database.end();
    process.disconnect();
  }
});
process.send?.({ url: listening.url });
