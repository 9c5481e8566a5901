import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Keykeeper, openKeykeeper } from "#keys";
import { legalHold } from "#ledger";
import { type Clock, type Database, openLog } from "#platform";
import { permits } from "../src/keykeeping.ts";

export type SiteKeykeeper = { keykeeper: Keykeeper; [Symbol.asyncDispose](): Promise<void> };

/**
 * The keykeeper of a test's site: a real one, with the product's permits, on a directory of its own.
 * @param isApart the site reaches it by its socket
 */
export async function openSiteKeykeeper(
  database: Database,
  clock: Clock,
  isApart: boolean,
): Promise<SiteKeykeeper> {
  await using opened = new AsyncDisposableStack();
  const parent = await mkdtemp(join(tmpdir(), "holdfast-site-keykeeper-"));
  opened.defer(() => rm(parent, { recursive: true, force: true }));
  await chmod(parent, 0o755);
  const options = {
    config: {
      KEYKEEPER_DIRECTORY: join(parent, "keykeeper"),
      KEYKEEPER_SOCKET: isApart ? join(parent, "socket", "keykeeper") : undefined,
      KEK_PASSPHRASE_FILE: undefined,
      KEK_PIN_FILE: undefined,
    },
    ...{ dataDirectory: parent, database, clock, log: openLog("silent"), permits },
    holdOn: legalHold,
    record: async () => {},
  };
  const open = async (isKeykeeper: boolean) => {
    const { keykeeper, stop } = await openKeykeeper({ ...options, isKeykeeper });
    opened.defer(stop);
    return keykeeper;
  };
  const own = await open(true);
  const keykeeper = isApart ? await open(false) : own;
  const running = opened.move();
  return { keykeeper, [Symbol.asyncDispose]: () => running.disposeAsync() };
}
