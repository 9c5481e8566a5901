import { openKeykeeper } from "#keys";
import { HoldfastError, InvalidInput, openLog, readConfig } from "#platform";
import type { ReachImport } from "#vault";
import { dataDirectoryOf } from "./database-urls.ts";
import { keeping } from "./keykeeping.ts";
import { reachDesk } from "./reach-desk.ts";
import { settings } from "./settings.ts";

/** Why the keykeeper isn't reached, by what it or its lock says, and what to do. */
const reasons: Readonly<Record<string, string>> = {
  keykeeper_running:
    "The desk is running, and keeps the keys in its own process. Set KEYKEEPER_SOCKET to one path for the desk and for this command, or do it at the desk itself, on its page or by its API, or stop the desk meanwhile.",
  keykeeper_away:
    "The keykeeper behind KEYKEEPER_SOCKET doesn't answer. Start the desk with the same KEYKEEPER_SOCKET, or unset it here while the desk is stopped.",
};

class KeykeeperOutOfReach extends InvalidInput {
  constructor(because: string) {
    super("keykeeper_out_of_reach", because);
  }
}

/** What an import needs, also while the desk runs: its keykeeper by the socket, or one of this process when the desk is stopped. */
export const reachImport: ReachImport = async (context, started) => {
  const { env, clock } = context;
  const { database, appender } = await reachDesk(context, started);
  const config = readConfig(settings, env);
  const dataDirectory = dataDirectoryOf({ config, isDataDefault: !env.HOLDFAST_DATA });
  const isKeykeeper = config.KEYKEEPER_SOCKET === undefined;
  const where = { config, dataDirectory, database, clock, log: openLog("silent"), isKeykeeper };
  try {
    const opened = await openKeykeeper({ ...where, ...keeping(config, dataDirectory) });
    started.defer(() => opened.stop());
    await opened.keykeeper.ready();
    return { database, appender, keykeeper: opened.keykeeper, clock };
  } catch (error) {
    const code = error instanceof HoldfastError ? error.code : undefined;
    const because = code && reasons[code];
    throw because === undefined ? error : new KeykeeperOutOfReach(because);
  }
};
