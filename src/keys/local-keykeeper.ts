import type { KeyObject } from "node:crypto";
import { join } from "node:path";
import {
  type Clock,
  type Database,
  Gathering,
  HoldfastError,
  holdAlone,
  type Id,
  InvalidInput,
  shortTransaction,
} from "#platform";
import { Acts } from "./acts.ts";
import { placeOf } from "./additional-data.ts";
import { blindIndex, indexName } from "./blind-index.ts";
import { type DataKey, decryptField, keyNumberIn } from "./ciphertext.ts";
import { ClientKeys } from "./client-keys.ts";
import { encryptAll, encryptChanged, type KeysFor } from "./encrypting.ts";
import { testOf } from "./field-test.ts";
import { blindIndexesOf, fingerprintsOf } from "./hashing.ts";
import { IndexKeys } from "./index-keys.ts";
import type {
  DecryptRequest,
  Encrypted,
  EncryptRequest,
  Evidence,
  FingerprintRequest,
  IndexRequest,
  Keykeeper,
  ReplaceRequest,
  ShredRequest,
  TestRequest,
} from "./keykeeper.ts";
import type { Keyring } from "./keyring.ts";
import { isIndexed } from "./kind.ts";
import { type Asked, type Permit, permit } from "./permit.ts";
import { privateDirectory } from "./private-file.ts";
import { KeykeeperRefused, KeykeeperRunning, OtherKeykeeper, refuseTooLong } from "./refusals.ts";
import { Shredding, type ShreddingOptions } from "./shredding.ts";
import {
  type Answer,
  claimJournal,
  knownKeks,
  type Question,
  readEventsAndKeys,
  registerKek,
} from "./store.ts";
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

type FieldAsked = Exclude<Asked, { act: "shred" }>;

type Parts = { uses: Uses; shredding: Shredding; closing: AsyncDisposableStack };

/** The keykeeper itself, in the process that holds the key-encryption keys. One at a time on its directory. */
export class LocalKeykeeper implements Keykeeper {
  readonly #options: LocalKeykeeperOptions;
  readonly #clientKeys: ClientKeys;
  readonly #indexKeys: IndexKeys;
  readonly #acts: Acts;
  /** Events from the ledger itself and wrapped keys, read after each is asked for. */
  readonly #stored: Gathering<Question, Answer>;
  readonly #parts: Parts;

  private constructor(options: LocalKeykeeperOptions, parts: Parts) {
    this.#options = options;
    this.#clientKeys = new ClientKeys(options.database, options.keyring);
    this.#indexKeys = new IndexKeys(options.database, options.keyring);
    this.#stored = new Gathering((asked) =>
      shortTransaction(options.database, (_, last) => readEventsAndKeys(last, asked)),
    );
    this.#acts = new Acts(this.#indexKeys);
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

  /** How many fields it ever decrypted or tested. */
  get count(): number {
    return this.#parts.uses.count;
  }

  async encrypt(request: EncryptRequest): Promise<Encrypted> {
    const [encrypted] = await this.encryptMany([request]);
    if (!encrypted) throw new Error("a value wasn't encrypted");
    return encrypted;
  }

  async encryptMany(requests: readonly EncryptRequest[]): Promise<Encrypted[]> {
    return await encryptAll(this.#keysFor(requests), requests);
  }

  async encryptChanged(requests: readonly ReplaceRequest[]): Promise<(Encrypted | undefined)[]> {
    return await encryptChanged(this.#keysFor(requests), requests);
  }

  async blindIndex({ kind, value, ...place }: IndexRequest): Promise<Uint8Array | undefined> {
    if (!isIndexed(kind)) return undefined;
    const key = await this.#indexKey(indexName(place));
    return blindIndex(key, kind, value);
  }

  async blindIndexes(requests: readonly IndexRequest[]): Promise<(Uint8Array | undefined)[]> {
    return await blindIndexesOf((name) => this.#indexKey(name), requests);
  }

  async fingerprints(requests: readonly FingerprintRequest[]): Promise<(Uint8Array | undefined)[]> {
    return await fingerprintsOf((name) => this.#indexKey(name), requests);
  }

  async decrypt({ evidence, ciphertext, ...request }: DecryptRequest): Promise<string> {
    const asked = { act: "decrypt" as const, event: request.event, ...placeOf(request) };
    const number = keyNumberIn(ciphertext);
    return await this.#permitted(asked, evidence, number, (key) =>
      this.#read(asked, ciphertext, key),
    );
  }

  async test({ evidence, ciphertext, kind, test, ...request }: TestRequest): Promise<boolean> {
    if (test.is === "equals") refuseTooLong(test.value);
    const answer = testOf(kind, test);
    const asked = { act: "test" as const, event: request.event, ...placeOf(request), test };
    const number = keyNumberIn(ciphertext);
    return await this.#permitted(asked, evidence, number, async (key) =>
      answer(await this.#read(asked, ciphertext, key)),
    );
  }

  async attest(statement: string): Promise<Uint8Array> {
    return await orTrouble(this.#acts.attest(statement, this.#options.clock()));
  }

  async shred({ client, event }: ShredRequest): Promise<void> {
    await this.#permitted({ act: "shred", event, client }, undefined, undefined, async () => {
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

  /** What encrypting takes. A client without a key gets one. */
  #keysFor(requests: readonly EncryptRequest[]): KeysFor {
    for (const { client, value } of requests) {
      refuseTooLong(value);
      this.#refuseShredded(client);
    }
    return {
      indexKey: (name) => this.#indexKey(name),
      dataKeys: async (clients) => {
        for (const client of clients) this.#refuseShredded(client);
        return await orTrouble(this.#clientKeys.forWriting(clients, this.#options.clock()));
      },
    };
  }

  #indexKey(name: string): Promise<KeyObject> {
    return orTrouble(this.#indexKeys.find(name, this.#options.clock()));
  }

  /** A field's value, for an event that permits it. When this returns, the event's use is on disk. */
  async #read(
    { act, event, ...asked }: FieldAsked,
    ciphertext: Uint8Array,
    key: DataKey | undefined,
  ): Promise<string> {
    const { clock } = this.#options;
    const place = placeOf(asked);
    const value = key && decryptField(key, place, ciphertext);
    if (value === undefined) throw new KeykeeperRefused("ciphertext_refused");
    await this.#parts.uses.take({ event, ...(act === "test" && { act }), ...place }, clock());
    this.#refuseShredded(place.client); // perhaps meanwhile
    return value;
  }

  /**
   * Acts when a committed event permits it. Only then a key is opened.
   * @param number of the client's key that it takes
   */
  async #permitted<Result>(
    asked: Asked,
    evidence: Evidence | undefined,
    number: number | undefined,
    act: (key: DataKey | undefined) => Promise<Result>,
  ): Promise<Result> {
    const { permits, clock, onRefused } = this.#options;
    try {
      if (asked.act !== "shred") this.#refuseShredded(asked.client);
      this.#parts.uses.check(asked.event, clock());
      for (const signed of [evidence, evidence?.second]) {
        if (signed) await orTrouble(this.#acts.verify(signed, clock()));
      }
      const { client, event } = asked;
      const kept = number ? this.#clientKeys.kept(client, number, clock()) : undefined;
      const question = { client, event, number: kept ? undefined : number };
      const found = await this.#stored.ask(question);
      await permit(permits, asked, found?.event, evidence);
      const opened = found?.key && (await orTrouble(this.#clientKeys.open(found.key, clock())));
      return await act(kept ?? opened);
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
