import { openKeykeeper } from "#keys";
import { openDatabase, openLog } from "#platform";
import { testPermits } from "./keykeeper.ts";

/** A keykeeper in a process of its own, for tests that kill it: DATABASE_URL DIRECTORY SOCKET NOW. */
const [url = "", directory = "", socket = "", now = ""] = process.argv.slice(2);
await openKeykeeper({
  config: {
    KEYKEEPER_DIRECTORY: directory,
    KEYKEEPER_SOCKET: socket,
    KEK_PASSPHRASE_FILE: undefined,
    KEK_PIN_FILE: undefined,
  },
  dataDirectory: directory,
  database: openDatabase(url, () => {}),
  clock: () => new Date(now),
  log: openLog("silent"),
  isKeykeeper: true,
  permits: testPermits,
  holdOn: async () => undefined,
  record: async () => {},
});
process.send?.("ready");
