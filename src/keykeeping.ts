import { accountsPermits } from "#accounts";
import { callsPermits } from "#calls";
import type { Permit, Reach } from "#keys";
import { legalHold } from "#ledger";
import { outboxPermits } from "#outbox";
import { type Erasure, erasureList, openDatabase, readConfig, recordErasure } from "#platform";
import { ticketsPermits } from "#tickets";
import { tracePermits } from "#trace";
import { vaultPermits } from "#vault";
import { dataDirectoryOf, sharedDatabaseUrls } from "./database-urls.ts";
import { type Config, settings } from "./settings.ts";

/** Every event that lets the keykeeper act, and what is verified with it. */
export const permits: readonly Permit[] = [
  ...outboxPermits,
  ...accountsPermits,
  ...ticketsPermits,
  ...vaultPermits,
  ...callsPermits,
  ...tracePermits,
];

/** What the keykeeper asks and tells. */
export function keeping(config: Pick<Config, "ERASURE_LIST">, dataDirectory: string) {
  const list = erasureList(config, dataDirectory);
  return {
    permits,
    holdOn: legalHold,
    record: (erasure: Erasure) => recordErasure(list, erasure),
  };
}

/** How the commands of keys reach what the desk uses. */
export const reachKeys: Reach = async ({ env, stderr }, started) => {
  const config = readConfig(settings, env);
  const progress = (sentence: string) => stderr.write(`${sentence}\n`);
  const where = { config, progress, isDataDefault: !env.HOLDFAST_DATA };
  const { appUrl } = await sharedDatabaseUrls(where, started);
  const database = openDatabase(appUrl, () => {});
  started.defer(() => database.end());
  return { database, config, dataDirectory: dataDirectoryOf(where) };
};

/** HOLDFAST_DATA, as the desk finds it. */
export function dataDirectoryIn(env: Readonly<Record<string, string | undefined>>): string {
  const config = readConfig(settings, env);
  return dataDirectoryOf({ config, isDataDefault: !env.HOLDFAST_DATA });
}
