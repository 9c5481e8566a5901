import { openKeykeeper, type Permit } from "#keys";
import { type Clock, openDatabase, openLog } from "#platform";

/** Makes this process the keykeeper that its words name, and tells who forked it: DATABASE_URL DIRECTORY SOCKET. */
export async function runKeykeeper(permits: readonly Permit[], clock: Clock): Promise<void> {
  const [url = "", directory = "", socket = ""] = process.argv.slice(2);
  await openKeykeeper({
    config: {
      KEYKEEPER_DIRECTORY: directory,
      KEYKEEPER_SOCKET: socket,
      KEK_PASSPHRASE_FILE: undefined,
      KEK_PIN_FILE: undefined,
    },
    dataDirectory: directory,
    database: openDatabase(url, () => {}),
    clock,
    log: openLog("silent"),
    isKeykeeper: true,
    permits,
    holdOn: async () => undefined,
    record: async () => {},
  });
  process.send?.("ready");
}
