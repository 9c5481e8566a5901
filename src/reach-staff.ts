import type { ReachStaff } from "#accounts";
import { providerOptions } from "#accounts";
import { outboxKeyFile, Reader } from "#outbox";
import { openLog, openSecretKey, readConfig } from "#platform";
import { openPolicySource } from "#policy";
import { dataDirectoryOf } from "./database-urls.ts";
import { reachDesk } from "./reach-desk.ts";
import { settings } from "./settings.ts";

/** What the commands of who works here need, also while the desk runs. */
export const reachStaff: ReachStaff = async (context, started) => {
  const { env, clock } = context;
  const { database, appender } = await reachDesk(context, started);
  const config = readConfig(settings, env);
  const dataDirectory = dataDirectoryOf({ config, isDataDefault: !env.HOLDFAST_DATA });
  const { linkTokens } = new Reader(
    database,
    await openSecretKey(outboxKeyFile(config, dataDirectory)),
  );
  const profile = async () => {
    const policy = await openPolicySource({
      ...{ database, appender, clock, log: openLog("silent") },
      ...{ file: config.POLICY_FILE, keyFile: config.POLICY_KEY },
      isProduction: config.PUBLIC_URL !== undefined,
    });
    return (await policy.current()).profile;
  };
  return {
    desk: { database, appender, profile, outbox: { linkTokens } },
    site: config.PUBLIC_URL ?? `http://localhost:${config.PORT}`,
    hasProvider: (await providerOptions(config)) !== undefined,
  };
};
