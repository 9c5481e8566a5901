import {
  type BackupSummary,
  type Command,
  type CommandContext,
  countErasures,
  DatabaseAway,
  erasureList,
  interruptible,
  isDatabaseAway,
  Progress,
  type Replayer,
  type RestoreSummary,
  readConfig,
  readDecrypter,
  readEncrypter,
  readWords,
  restoreBackup,
  takeBackup,
  UsageError,
} from "#platform";
import packageJson from "../package.json" with { type: "json" };
import {
  type DatabaseOptions,
  databaseUrls,
  dataDirectoryOf,
  sharedDatabaseUrls,
} from "./database-urls.ts";
import { type Config, settings } from "./settings.ts";

const megabyte = 1_000_000;

const backupUsage = `holdfast backup FILE --recipient AGE [--recipient AGE...] [--json]
holdfast backup FILE --passphrase-file FILE [--json]

Writes every row of the database, as of one moment, into FILE, which must not be there yet, encrypted by age.
Holdfast may run meanwhile. The database is found as holdfast serve finds it.

  --recipient AGE         a public key that age-keygen printed (age1...): its holder opens the backup
  --passphrase-file FILE  its first line opens the backup
  --json                  the result as one line of JSON

Not in it: the keys and the erasure list of HOLDFAST_DATA. Keep them elsewhere (SECURITY.md, Backup).`;

const restoreUsage = `holdfast restore FILE --identity FILE [--no-erasures] [--json]
holdfast restore FILE --passphrase-file FILE [--no-erasures] [--json]

Restores a backup into an empty database: a HOLDFAST_DATA without one, or what DATABASE_URL names. It first reads FILE
to its end, and writes nothing when that is damaged. Then it erases again what was erased since the backup.
When it was stopped, run it again: it goes on.

  --identity FILE         what age-keygen wrote: the private key for one of the backup's recipients
  --passphrase-file FILE  its first line is the passphrase of the backup
  --no-erasures           there is no erasure list, since nothing was ever erased
  --json                  the result as one line of JSON

Beside FILE it needs the keys and the newest erasure list (SECURITY.md, Backup).`;

export const backupCommand: Command = {
  name: "backup",
  summary: "write the database into an encrypted file",
  usage: backupUsage,
  async run(words, context) {
    const { positionals, options, flags, lists } = readWords(
      words,
      ["passphrase-file"],
      ["json"],
      ["recipient"],
    );
    const file = oneFile(positionals);
    const { recipient: recipients = [] } = lists;
    const passphraseFile = options["passphrase-file"];
    if (recipients.length > 0 === (passphraseFile !== undefined)) {
      throw new UsageError("Give --recipient or --passphrase-file: a backup is always encrypted.");
    }
    const encrypter = await readEncrypter({ recipients, passphraseFile });
    const { erasuresFile, ...database } = readSettings(context);
    const { erasures } = await countErasures(erasuresFile);
    const reading = megabytes(context, "MB read");
    const summary = await interruptible(async (signal) => {
      await using started = new AsyncDisposableStack();
      const { ownerUrl } = await sharedDatabaseUrls(database, started);
      return await takeBackup({
        ownerUrl,
        file,
        encrypter,
        product: packageJson.version,
        erasures,
        now: context.clock(),
        onRead: reading.add,
        signal,
      });
    })
      .catch(orAway)
      .finally(reading.end);
    context.stdout.write(
      `${flags.has("json") ? backupAsLine(file, summary) : backupAsText(file, summary)}\n`,
    );
    return 0;
  },
};

/** The replayers of every slice, one for each kind of erasure. Some need keys, which lie in the data directory. */
export type ReplayersFor = (config: Config, dataDirectory: string) => readonly Replayer[];

export function restoreCommand(replayersFor: ReplayersFor): Command {
  return {
    name: "restore",
    summary: "restore a backup into an empty database",
    usage: restoreUsage,
    async run(words, context) {
      const { positionals, options, flags } = readWords(
        words,
        ["identity", "passphrase-file"],
        ["json", "no-erasures"],
      );
      const file = oneFile(positionals);
      const { identity: identityFile, "passphrase-file": passphraseFile } = options;
      if ((identityFile !== undefined) === (passphraseFile !== undefined)) {
        throw new UsageError("Give --identity or --passphrase-file.");
      }
      const decrypter = await readDecrypter({ identityFile, passphraseFile });
      const { erasuresFile, ...database } = readSettings(context);
      const replayers = replayersFor(database.config, dataDirectoryOf(database));
      const checking = megabytes(context, "MB checked");
      const restoring = megabytes(context, "MB restored");
      const summary = await interruptible(async (signal) => {
        await using started = new AsyncDisposableStack();
        return await restoreBackup({
          file,
          decrypter,
          open: () => databaseUrls(database, started),
          product: packageJson.version,
          erasures: flags.has("no-erasures") ? { is: "none" } : { is: "list", file: erasuresFile },
          replayers,
          clock: context.clock,
          onChecked: checking.add,
          onRestored: restoring.add,
          progress: database.progress,
          signal,
        });
      })
        .catch(orAway)
        .finally(() => {
          checking.end();
          restoring.end();
        });
      context.stdout.write(
        `${flags.has("json") ? restoreAsLine(summary) : restoreAsText(summary)}\n`,
      );
      return 0;
    },
  };
}

function oneFile(positionals: readonly string[]): string {
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UsageError("Give one FILE.");
  return file;
}

function readSettings({
  env,
  stderr,
}: CommandContext): DatabaseOptions & { config: Config; erasuresFile: string } {
  const config = readConfig(settings, env);
  const options = { config, isDataDefault: !env.HOLDFAST_DATA };
  return {
    ...options,
    progress: (sentence) => stderr.write(`${sentence}\n`),
    erasuresFile: erasureList(config, dataDirectoryOf(options)),
  };
}

/** Counts bytes and tells of them in megabytes. */
function megabytes(
  context: CommandContext,
  what: string,
): { add(bytes: number): void; end(): void } {
  const progress = new Progress(context, what, 1);
  let bytes = 0;
  return {
    add: (more) => {
      bytes += more;
      progress.at(Math.floor(bytes / megabyte));
    },
    end: () => progress.end(),
  };
}

function orAway(error: unknown): never {
  throw isDatabaseAway(error) ? new DatabaseAway(error) : error;
}

function backupAsLine(file: string, { id, bytes, sha256, tables, rows }: BackupSummary): string {
  return JSON.stringify({ file, id, bytes, sha256, tables, rows });
}

function backupAsText(file: string, { bytes, sha256, tables, rows }: BackupSummary): string {
  return `${file}: ${amount(rows)} rows of ${tables} tables, ${amount(bytes)} bytes\nsha256: ${sha256}`;
}

function restoreAsLine({ header, trailer, replayed, torn }: RestoreSummary): string {
  const { id, product, madeAt: made_at } = header;
  const tables = trailer.tables.length;
  return JSON.stringify({ id, product, made_at, tables, rows: rowsOf(trailer), replayed, torn });
}

function restoreAsText({ header, trailer, replayed, torn }: RestoreSummary): string {
  const rows = `${amount(rowsOf(trailer))} rows of ${trailer.tables.length} tables`;
  const lines = [
    `Restored the backup of ${header.madeAt} by Holdfast ${header.product}: ${rows}.`,
    `Erased again what the erasure list tells: ${amount(replayed)} entries.`,
  ];
  if (torn > 0) {
    lines.push(`Passed over ${torn} cut short by a crash: those erasures had not happened yet.`);
  }
  return lines.join("\n");
}

function rowsOf({ tables }: RestoreSummary["trailer"]): number {
  return tables.reduce((sum, { rows }) => sum + rows, 0);
}

function amount(number: number): string {
  return number.toLocaleString("en");
}
