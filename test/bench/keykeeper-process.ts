import { openKeykeeper } from "#keys";
import { openDatabase, openLog, systemClock } from "#platform";
import { permits } from "../../src/keykeeping.ts";

/** The keykeeper in a process of its own, with the product's permits: DATABASE_URL DIRECTORY SOCKET. */
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
  clock: systemClock,
  log: openLog("silent"),
  isKeykeeper: true,
  permits,
  holdOn: async () => undefined,
  record: async () => {},
});
process.send?.("ready");
