import type { Clock, Database, Log } from "#platform";
import { InvalidInput } from "#platform";
import type { Keykeeper } from "./keykeeper.ts";
import { Keyring } from "./keyring.ts";
import { keykeeperFiles, LocalKeykeeper, type LocalKeykeeperOptions } from "./local-keykeeper.ts";
import type { Permit } from "./permit.ts";
import { serveKeykeeper } from "./routes-keykeeper.ts";
import { RemoteKeykeeper } from "./routes-keykeeper-client.ts";
import { type KeysConfig, keykeeperDirectory, readUnlocking } from "./settings.ts";
import { knownKeks } from "./store.ts";

export type OpenOptions = {
  config: KeysConfig & { PUBLIC_URL?: string | undefined };
  dataDirectory: string;
  database: Database;
  clock: Clock;
  log: Log;
  /** This process is the keykeeper; otherwise it reaches one by its socket. */
  isKeykeeper: boolean;
  permits: readonly Permit[];
} & Pick<LocalKeykeeperOptions, "holdOn" | "record">;

export type OpenedKeykeeper = { keykeeper: Keykeeper; stop(): Promise<void> };

export class NoKeykeeper extends InvalidInput {
  constructor() {
    super(
      "no_keykeeper",
      "This process isn't the keykeeper and can't reach one. Give it the role keykeeper too, or set KEYKEEPER_SOCKET in both.",
    );
  }
}

/**
 * Opens the keykeeper: in this process, also for others when there is a socket, or behind that socket. Where nothing is
 * in production, the first start makes a key-encryption key.
 * @throws {NoKeykeeper} {NoKek} and what opening the keyring and the keykeeper throws
 */
export async function openKeykeeper(options: OpenOptions): Promise<OpenedKeykeeper> {
  const { KEYKEEPER_SOCKET: socket } = options.config;
  if (options.isKeykeeper) return await openLocal(options, socket);
  if (socket === undefined) throw new NoKeykeeper();
  const keykeeper = new RemoteKeykeeper(socket);
  return { keykeeper, stop: () => keykeeper.close() };
}

/** The key-encryption keys that settings name. */
export async function openKeyring(config: KeysConfig, dataDirectory: string): Promise<Keyring> {
  const { keyring } = keykeeperFiles(keykeeperDirectory(config, dataDirectory));
  return await Keyring.open(keyring, () => readUnlocking(config));
}

async function openLocal(
  options: OpenOptions,
  socket: string | undefined,
): Promise<OpenedKeykeeper> {
  const { config, dataDirectory, database, clock, log, permits, holdOn, record } = options;
  await using opened = new AsyncDisposableStack();
  const keyring = await openKeyring(config, dataDirectory);
  const isNew = keyring.ids.length === 0 && (await knownKeks(database)).length === 0;
  if (isNew && config.PUBLIC_URL === undefined) await keyring.make({ kind: "file" }, clock());
  const keykeeper = await LocalKeykeeper.open({
    database,
    clock,
    directory: keykeeperDirectory(config, dataDirectory),
    keyring,
    permits,
    holdOn,
    record,
    onRefused: (code, { act, event }) => log.warn({ code, act, event }, "the keykeeper refused"),
  });
  opened.defer(() => keykeeper.close());
  if (socket !== undefined) {
    const serving = await serveKeykeeper(keykeeper, socket, log);
    opened.defer(() => serving.stop());
  }
  const running = opened.move();
  return { keykeeper, stop: () => running.disposeAsync() };
}
