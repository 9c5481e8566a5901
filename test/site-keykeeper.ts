import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Keykeeper, Keyring, keykeeperFiles, LocalKeykeeper } from "#keys";
import { legalHold } from "#ledger";
import type { Clock, Database } from "#platform";
import { permits } from "../src/keykeeping.ts";

export type SiteKeykeeper = { keykeeper: Keykeeper; [Symbol.asyncDispose](): Promise<void> };

/** The keykeeper of a test's site: a real one, with the product's permits, on a directory of its own. */
export async function openSiteKeykeeper(database: Database, clock: Clock): Promise<SiteKeykeeper> {
  const parent = await mkdtemp(join(tmpdir(), "holdfast-site-keykeeper-"));
  await chmod(parent, 0o755);
  const directory = join(parent, "keykeeper");
  const keyring = await Keyring.open(keykeeperFiles(directory).keyring, async () => ({
    passphrases: [],
  }));
  await keyring.make({ kind: "file" }, clock());
  const keykeeper = await LocalKeykeeper.open({
    database,
    clock,
    directory,
    keyring,
    permits,
    holdOn: legalHold,
    record: async () => {},
    onRefused: () => {},
  });
  return {
    keykeeper,
    [Symbol.asyncDispose]: async () => {
      await keykeeper.close();
      await rm(parent, { recursive: true, force: true });
    },
  };
}
