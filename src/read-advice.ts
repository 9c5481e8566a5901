import type { Appender } from "#ledger";
import { type CommandContext, type Database, english, openLog, readConfig } from "#platform";
import { neverAskItems, openPolicySource } from "#policy";
import { settings } from "./settings.ts";

/** What readers of a brief should do now: the sentences of the policy in force on what we never ask for. */
export async function readAdvice(
  { env, clock }: CommandContext,
  { database, appender }: { database: Database; appender: Appender },
): Promise<string[]> {
  const config = readConfig(settings, env);
  const source = await openPolicySource({
    ...{ database, appender, clock, log: openLog("silent") },
    ...{ file: config.POLICY_FILE, keyFile: config.POLICY_KEY },
    isProduction: config.PUBLIC_URL !== undefined,
  });
  return neverAskItems(await source.current(), english).map(({ sentence }) => sentence);
}
