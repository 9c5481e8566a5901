import { accountsKeyFile } from "#accounts";
import { openSecretKey, readConfig } from "#platform";
import { decoyKey, type ReachCanaries } from "#vault";
import { dataDirectoryOf } from "./database-urls.ts";
import { reachImport } from "./reach-import.ts";
import { settings } from "./settings.ts";

/** What placing canaries needs, also while the desk runs: what an import does, and the secret of decoys. */
export const reachCanaries: ReachCanaries = async (context, started) => {
  const { env } = context;
  const reached = await reachImport(context, started);
  const config = readConfig(settings, env);
  const dataDirectory = dataDirectoryOf({ config, isDataDefault: !env.HOLDFAST_DATA });
  const secret = await openSecretKey(accountsKeyFile(config, dataDirectory));
  return { ...reached, key: decoyKey(secret) };
};
