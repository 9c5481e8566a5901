import { accountsKeyFile } from "#accounts";
import { openSecretKey, readConfig } from "#platform";
import { type ReachWebhooks, WebhookSealing } from "#tickets";
import { dataDirectoryOf } from "./database-urls.ts";
import { reachDesk } from "./reach-desk.ts";
import { settings } from "./settings.ts";

/** What the commands of webhooks need, also while the desk runs. */
export const reachWebhooks: ReachWebhooks = async (context, started) => {
  const { env } = context;
  const config = readConfig(settings, env);
  const dataDirectory = dataDirectoryOf({ config, isDataDefault: !env.HOLDFAST_DATA });
  const { database, appender } = await reachDesk(context, started);
  const key = await openSecretKey(accountsKeyFile(config, dataDirectory));
  const isDevelopment = config.PUBLIC_URL === undefined;
  return { database, appender, sealing: new WebhookSealing(key), isDevelopment };
};
