import { join } from "node:path";
import {
  type Clock,
  type Database,
  HoldfastError,
  holdAlone,
  type Id,
  InvalidInput,
} from "#platform";
import { blindIndex, indexName } from "./blind-index.ts";
import { decryptField, encryptField, keyNumberIn } from "./ciphertext.ts";
import { ClientKeys } from "./client-keys.ts";
import { IndexKeys } from "./index-keys.ts";
import {
  type DecryptRequest,
  type Encrypted,
  type EncryptRequest,
  type IndexRequest,
  type Keykeeper,
  type ShredRequest,
  valueBytesMax,
} from "./keykeeper.ts";
import type { Keyring } from "./keyring.ts";
import { kinds, maskOf } from "./kind.ts";
import { type Asked, type Permit, permit } from "./permit.ts";
import { privateDirectory } from "./private-file.ts";
import { KeykeeperRefused, KeykeeperRunning, OtherKeykeeper, TooLongValue } from "./refusals.ts";
import { Shredding, type ShreddingOptions } from "./shredding.ts";
import { claimJournal, knownKeks, registerKek } from "./store.ts";
import { Uses } from "./uses.ts";

/** How old an event may be when it is used. */
const eventSecondsMax = 60;

export type LocalKeykeeperOptions = {
  database: Database;
  clock: Clock;
  /** Its own directory, which nobody else may enter. */
  directory: string;
  keyring: Keyring;
  permits: readonly Permit[];
  holdOn: ShreddingOptions["holdOn"];
  record: ShreddingOptions["record"];
  /** Told of each refusal, for the log: a keykeeper that is asked in vain is news. */
  onRefused(code: string, asked: { act: string; event: string }): void;
};

/** Where the keykeeper keeps what, below its directory. */
export function keykeeperFiles(directory: string) {
  return {
    keyring: join(directory, "keks"),
    uses: join(directory, "uses.jsonl"),
    shredded: join(directory, "shredded.jsonl"),
  };
}

type Parts = { uses: Uses; shredding: Shredding; closing: AsyncDisposableStack };

/** The keykeeper itself, in the process that holds the key-encryption keys. One at a time on its directory. */
export class LocalKeykeeper implements Keykeeper {
  readonly #options: LocalKeykeeperOptions;
  readonly #clientKeys: ClientKeys;
  readonly #indexKeys: IndexKeys;
  readonly #parts: Parts;

  private constructor(options: LocalKeykeeperOptions, parts: Parts) {
    this.#options = options;
    this.#clientKeys = new ClientKeys(options.database, options.keyring);
    this.#indexKeys = new IndexKeys(options.database, options.keyring);
    this.#parts = parts;
  }

  /** @throws {KeykeeperRunning} {OtherKeykeeper} {KekMissing} {NoKek} */
  static async open(options: LocalKeykeeperOptions): Promise<LocalKeykeeper> {
    const { database, clock, directory, keyring } = options;
    await privateDirectory(directory);
    await using opened = new AsyncDisposableStack();
    opened.defer(await holdAlone(directory, () => new KeykeeperRunning(directory)));
    const files = keykeeperFiles(directory);
    const uses = await Uses.open(files.uses, eventSecondsMax);
    opened.defer(() => uses.close());
    const known = await claimJournal(database, uses.journal);
    if (known !== uses.journal) throw new OtherKeykeeper(known, uses.journal);
    for (const kek of await knownKeks(database)) await keyring.find(kek);
    const shredding = await Shredding.open({ ...options, path: files.shredded }, clock());
    opened.defer(() => shredding.close());
    await registerKek(database, keyring.newest.id, clock());
    return new LocalKeykeeper(options, { uses, shredding, closing: opened.move() });
  }

  /** How many fields it ever decrypted. */
  get count(): number {
    return this.#parts.uses.count;
  }

  async encrypt({ kind, value, ...place }: EncryptRequest): Promise<Encrypted> {
    const bytes = Buffer.byteLength(value);
    if (bytes > valueBytesMax) throw new TooLongValue(bytes, valueBytesMax);
    const index = await this.blindIndex({ ...place, kind, value });
    this.#refuseShredded(place.client);
    const key = await orTrouble(this.#clientKeys.forWriting(place.client, this.#options.clock()));
    const ciphertext = encryptField(key, place, value);
    return { ciphertext, mask: maskOf(kind, value), ...(index && { index }) };
  }

  async blindIndex({ kind, value, ...place }: IndexRequest): Promise<Uint8Array | undefined> {
    if (kinds[kind].indexBits === undefined) return undefined;
    const key = await orTrouble(this.#indexKeys.find(indexName(place), this.#options.clock()));
    return blindIndex(key, kind, value);
  }

  async decrypt(request: DecryptRequest): Promise<string> {
    const { event, ciphertext, table, field, client, version } = request;
    const place = { table, field, client, version };
    return await this.#permitted({ act: "decrypt", event, ...place }, async () => {
      const number = keyNumberIn(ciphertext) ?? 0;
      const key = await orTrouble(
        this.#clientKeys.forReading(client, number, this.#options.clock()),
      );
      const value = key && decryptField(key, place, ciphertext);
      if (value === undefined) throw new KeykeeperRefused("ciphertext_refused");
      await this.#parts.uses.take({ event, ...place }, this.#options.clock());
      this.#refuseShredded(client); // perhaps meanwhile
      return value;
    });
  }

  async shred({ client, event }: ShredRequest): Promise<void> {
    await this.#permitted({ act: "shred", event, client }, async () => {
      await this.#parts.shredding.shred(client, event, this.#options.clock());
      this.#clientKeys.forget(client);
    });
  }

  async ready(): Promise<void> {}

  async close(): Promise<void> {
    await this.#parts.closing.disposeAsync();
  }

  #refuseShredded(client: Id<"client">): void {
    if (this.#parts.shredding.has(client)) throw new KeykeeperRefused("client_shredded");
  }

  /** Acts when a committed event permits it. */
  async #permitted<Result>(asked: Asked, act: () => Promise<Result>): Promise<Result> {
    const { database, permits, clock, onRefused } = this.#options;
    try {
      if (asked.act === "decrypt") this.#refuseShredded(asked.client);
      this.#parts.uses.check(asked.event, clock());
      await permit(database, permits, asked);
      return await act();
    } catch (error) {
      if (error instanceof HoldfastError) onRefused(error.code, asked);
      throw error;
    }
  }
}

/** What is wrong with the key-encryption keys is told to those who run the desk, not to whoever asked. */
class KeyringTrouble extends Error {
  override readonly name = "KeyringTrouble";
  readonly code: string;
  constructor(cause: InvalidInput) {
    super(cause.message, { cause });
    this.code = cause.code;
  }
}

async function orTrouble<Key>(finding: Promise<Key>): Promise<Key> {
  try {
    return await finding;
  } catch (error) {
    throw error instanceof InvalidInput ? new KeyringTrouble(error) : error;
  }
}
