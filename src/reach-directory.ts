import { openDirectorySource } from "#contacts";
import { type CommandContext, openLog, readConfig } from "#platform";
import { reachDesk } from "./reach-desk.ts";
import { settings } from "./settings.ts";

/** The directory that the desk keeps to, for a command that may work beside it. */
export async function reachDirectory(context: CommandContext, started: AsyncDisposableStack) {
  const { env, clock } = context;
  const { database, appender } = await reachDesk(context, started);
  const config = readConfig(settings, env);
  const source = await openDirectorySource(
    {
      ...{ database, appender, clock, log: openLog("silent") },
      ...{ file: config.DIRECTORY_FILE, keyFile: config.DIRECTORY_KEY },
      isProduction: config.PUBLIC_URL !== undefined,
    },
    {},
  );
  return { database, appender, source };
}
