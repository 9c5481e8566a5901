import { createSecretKey } from "node:crypto";
import { listen, openDatabase } from "#platform";
import { openBenchSite } from "./bench-site.ts";

/** The site in a process of its own, so that it alone is measured: DATABASE_URL KEY. It says where it is, and what it has used. */
const [databaseUrl = "", key = ""] = process.argv.slice(2);
const database = openDatabase(databaseUrl, () => {});
const site = await openBenchSite(database, createSecretKey(Buffer.from(key, "hex")));
const { app, calls } = site;
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
    await site[Symbol.asyncDispose]();
    await database.end();
    process.disconnect();
  }
});
process.send?.({ url: listening.url });
