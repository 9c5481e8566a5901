import { type OpenedKeykeeper, openKeykeeper } from "#keys";
import { type Database, openLog, systemClock } from "#platform";

/** A keykeeper in this process, for benchmarks that ask it for nothing that takes an event. */
export async function openBenchKeykeeper(
  database: Database,
  directory: string,
): Promise<OpenedKeykeeper> {
  const config = {
    KEYKEEPER_DIRECTORY: undefined,
    KEYKEEPER_SOCKET: undefined,
    KEK_PASSPHRASE_FILE: undefined,
    KEK_PIN_FILE: undefined,
  };
  return await openKeykeeper({
    ...{ config, dataDirectory: directory, database, clock: systemClock, log: openLog("silent") },
    ...{ isKeykeeper: true, permits: [], holdOn: async () => undefined, record: async () => {} },
  });
}
