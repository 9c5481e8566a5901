import { type Appender, ledgerFiles, openAppender } from "#ledger";
import { type CommandContext, type Database, openDatabase, readConfig } from "#platform";
import { dataDirectoryOf, sharedDatabaseUrls } from "./database-urls.ts";
import { eventKinds } from "./event-kinds.ts";
import { settings } from "./settings.ts";

/** Reaches the database and the ledger of the desk, also while it runs; what was started for it ends with `started`. */
export async function reachDesk(
  { env, stderr, clock }: CommandContext,
  started: AsyncDisposableStack,
): Promise<{ database: Database; appender: Appender }> {
  const config = readConfig(settings, env);
  const progress = (sentence: string) => stderr.write(`${sentence}\n`);
  const where = { config, progress, isDataDefault: !env.HOLDFAST_DATA };
  const { appUrl } = await sharedDatabaseUrls(where, started);
  const database = openDatabase(appUrl, () => {});
  started.defer(() => database.end());
  const { receiptKeyFile } = ledgerFiles(config, dataDirectoryOf(where));
  const appender = await openAppender({
    database,
    receiptKeyFile,
    kinds: eventKinds,
    now: clock(),
  });
  return { database, appender };
}
