import { accountsKeyFile, ScreenMarks } from "#accounts";
import { openSecretKey, readConfig } from "#platform";
import { dataDirectoryOf } from "./database-urls.ts";
import { reachImport } from "./reach-import.ts";
import { settings } from "./settings.ts";

/** What tracing needs, also while the desk runs: what an import does, and what reads marks of the staff's screens. */
export const reachTrace = async (...[context, started]: Parameters<typeof reachImport>) => {
  const { env } = context;
  const reached = await reachImport(context, started);
  const config = readConfig(settings, env);
  const dataDirectory = dataDirectoryOf({ config, isDataDefault: !env.HOLDFAST_DATA });
  const key = await openSecretKey(accountsKeyFile(config, dataDirectory));
  const { database, appender } = reached;
  return { ...reached, accounts: { screenMarks: new ScreenMarks({ database, appender, key }) } };
};
