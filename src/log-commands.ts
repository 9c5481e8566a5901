import { ledgerFiles, openAppender, renewLog } from "#ledger";
import { type Command, openDatabase, readConfig, readWords, UsageError } from "#platform";
import { databaseUrls, dataDirectoryOf } from "./database-urls.ts";
import { eventKinds } from "./event-kinds.ts";
import { logOrigin } from "./log-origin.ts";
import { settings } from "./settings.ts";

export const logRenewCommand: Command = {
  name: "log renew",
  summary: "begin a new log when the old one can't go on",
  usage: `holdfast log renew --because REASON

For when the sealer refuses to sign: events that it signed are lost, and no newer copy of the database exists, or its
own record is lost. Begins a new log, with a new name and key, on the events that are there. What the old key signed
stays valid; the reason becomes an event. Stop Holdfast first.

Tell those who watch the log, and your witnesses, the new keys and address, and why. They were shown events that you
no longer have: holdfast verify-log names them.`,
  async run(words, { env, stderr, stdout, clock }) {
    const { options, positionals } = readWords(words, ["because"]);
    const { because } = options;
    if (positionals.length > 0 || !because) throw new UsageError("Give the reason with --because.");
    const config = readConfig(settings, env);
    const progress = (sentence: string) => stderr.write(`${sentence}\n`);
    const where = { config, progress, isDataDefault: !env.HOLDFAST_DATA };
    await using started = new AsyncDisposableStack();
    const { appUrl } = await databaseUrls(where, started);
    const database = openDatabase(appUrl, () => {});
    started.defer(() => database.end());
    const files = ledgerFiles(config, dataDirectoryOf(where));
    const now = clock();
    const { receiptKeyFile } = files;
    const appender = await openAppender({ database, receiptKeyFile, kinds: eventKinds, now });
    const origin = logOrigin(config.PUBLIC_URL);
    const renewed = await renewLog({ database, appender, files, origin, because, now });
    stdout.write(`${renewed.origin} begins at ${renewed.size} events.\n`);
    stdout.write(`It is served under ${renewed.prefix}/, and the old one isn't any more.\n`);
    if (renewed.aside) stdout.write(`The old key and its heads are in ${renewed.aside}\n`);
    stdout.write(`Its keys stand in ${files.policyFile}\n`);
    return 0;
  },
};
