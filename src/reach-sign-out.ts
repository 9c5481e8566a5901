import type { ReachSignOut } from "#accounts";
import { openDirectorySource } from "#contacts";
import { openOutbox, outboxKeyFile } from "#outbox";
import { openLog, openSecretKey, readConfig } from "#platform";
import { dataDirectoryOf } from "./database-urls.ts";
import { reachDesk } from "./reach-desk.ts";
import { settings } from "./settings.ts";

/** What signing people out needs, also while the desk runs: it is told to them. */
export const reachSignOut: ReachSignOut = async (context, started) => {
  const { env, clock } = context;
  const { database, appender } = await reachDesk(context, started);
  const config = readConfig(settings, env);
  const dataDirectory = dataDirectoryOf({ config, isDataDefault: !env.HOLDFAST_DATA });
  const directory = await openDirectorySource(
    {
      ...{ database, appender, clock, log: openLog("silent") },
      ...{ file: config.DIRECTORY_FILE, keyFile: config.DIRECTORY_KEY },
      isProduction: config.PUBLIC_URL !== undefined,
    },
    { resolver: () => Promise.reject(new Error("signing out asks no DNS")) },
  );
  const outbox = await openOutbox({
    ...{ database, appender, now: clock() },
    key: await openSecretKey(outboxKeyFile(config, dataDirectory)),
    notices: config.NOTICES_CONTENT,
    firm: async () => (await directory.current()).published.content.firm,
    site: config.PUBLIC_URL ?? `http://localhost:${config.PORT}`,
  });
  return { database, appender, outbox };
};
