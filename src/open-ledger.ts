import { ledgerFiles, type verifyLogCommand } from "#ledger";
import { openDatabase, readConfig } from "#platform";
import { dataDirectoryOf, sharedDatabaseUrls } from "./database-urls.ts";
import { settings } from "./settings.ts";

/** The ledger that the settings name, for a command that may work beside a running Holdfast. */
export const openLedger: Parameters<typeof verifyLogCommand>[0] = async (
  { env, stderr },
  started,
) => {
  const config = readConfig(settings, env);
  const progress = (sentence: string) => stderr.write(`${sentence}\n`);
  const where = { config, progress, isDataDefault: !env.HOLDFAST_DATA };
  const { appUrl } = await sharedDatabaseUrls(where, started);
  const database = openDatabase(appUrl, () => {});
  started.defer(() => database.end());
  return { database, files: ledgerFiles(config, dataDirectoryOf(where)) };
};
