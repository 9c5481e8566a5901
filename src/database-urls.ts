import { existsSync } from "node:fs";
import { join } from "node:path";
import {
  type DatabaseUrls,
  DataInUse,
  embeddedUrls,
  holdDataDirectory,
  InvalidInput,
  reachableDataDirectory,
  startEmbedded,
} from "#platform";
import type { Config } from "./settings.ts";

export type DatabaseOptions = {
  config: Pick<Config, "DATABASE_URL" | "DATABASE_OWNER_URL" | "HOLDFAST_DATA">;
  /** Told a sentence for each step that may take over a second. */
  progress(sentence: string): void;
  /** Nobody chose HOLDFAST_DATA, so it may be moved to where the database's user can reach it. */
  isDataDefault: boolean;
  /** Aborted when the start is to be given up. */
  signal?: AbortSignal;
};

class OwnerWithoutApp extends InvalidInput {
  constructor() {
    super(
      "owner_without_app",
      "DATABASE_OWNER_URL is set, but DATABASE_URL is not. Set DATABASE_URL to the same database as the app's role.",
    );
  }
}

class NoDatabase extends InvalidInput {
  constructor(directory: string) {
    super(
      "no_database",
      `There is no database in ${directory}. Set HOLDFAST_DATA to the directory of your Holdfast, or DATABASE_URL to its database.`,
    );
  }
}

/** Where keys, lists and the embedded database are. Only for the latter's sake is a default one ever moved. */
export function dataDirectoryOf({
  config,
  isDataDefault,
}: Pick<DatabaseOptions, "config" | "isDataDefault">): string {
  if (isExternal(config)) return config.HOLDFAST_DATA;
  return reachableDataDirectory(config.HOLDFAST_DATA, isDataDefault);
}

/**
 * The database that settings name; the embedded one is started, and stopped with `started`.
 * @throws {DataInUse} when another process runs on the data directory
 */
export async function databaseUrls(
  options: DatabaseOptions,
  started: AsyncDisposableStack,
): Promise<DatabaseUrls> {
  const { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl } = options.config;
  if (appUrl !== undefined) return { appUrl, ownerUrl: ownerUrl ?? appUrl };
  if (ownerUrl !== undefined) throw new OwnerWithoutApp();
  const dataDirectory = dataDirectoryOf(options);
  started.defer(await holdDataDirectory(dataDirectory));
  const { progress, signal } = options;
  const embedded = await startEmbedded({ dataDirectory, progress, ...(signal && { signal }) });
  started.defer(() => embedded.stop());
  return embedded;
}

/** The same for a command that may work beside a running Holdfast: an embedded database that runs is used as it is. */
export async function sharedDatabaseUrls(
  options: DatabaseOptions,
  started: AsyncDisposableStack,
): Promise<DatabaseUrls> {
  const directory = dataDirectoryOf(options);
  if (!isExternal(options.config) && !existsSync(join(directory, "database"))) {
    throw new NoDatabase(directory);
  }
  try {
    return await databaseUrls(options, started);
  } catch (error) {
    if (error instanceof DataInUse) return embeddedUrls(directory);
    throw error;
  }
}

function isExternal(config: DatabaseOptions["config"]): boolean {
  return config.DATABASE_URL !== undefined || config.DATABASE_OWNER_URL !== undefined;
}
