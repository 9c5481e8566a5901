import { type Database, type Id, transaction } from "#platform";
import { boundToClient } from "./additional-data.ts";
import type { DataKey } from "./ciphertext.ts";
import { KeyCache } from "./key-cache.ts";
import { type KeyEncryption, newKey } from "./key-encryption.ts";
import type { Keyring } from "./keyring.ts";
import { KeykeeperRefused } from "./refusals.ts";
import {
  insertClientKey,
  lockClient,
  readClientKey,
  registerKek,
  type WrappedClientKey,
} from "./store.ts";

/** A key older than this encrypts nothing new: the next write makes another one. */
const keyMsMax = 365 * 86_400_000;

const newest = "newest";

/** Clients' data keys: made at a client's first write, wrapped in the database, open only in here. */
export class ClientKeys {
  readonly #database: Database;
  readonly #keyring: Keyring;
  readonly #cache = new KeyCache<DataKey>();

  constructor(database: Database, keyring: Keyring) {
    this.#database = database;
    this.#keyring = keyring;
  }

  /** The key that a client's new values are encrypted by. @throws {KeykeeperRefused} the client's keys are shredded */
  async forWriting(client: Id<"client">, now: Date): Promise<DataKey> {
    const kept = this.#cache.get(client, newest, now);
    if (kept) return kept;
    const stored = await readClientKey(this.#database, client);
    const isYoung = stored && now.getTime() - stored.madeAt.getTime() < keyMsMax;
    const key = isYoung ? await this.#unwrap(stored) : await this.#make(client, now);
    this.#cache.keep(client, newest, key, now);
    return key;
  }

  /** The key that a stored value needs; undefined when there is none of this number. */
  async forReading(client: Id<"client">, number: number, now: Date): Promise<DataKey | undefined> {
    const kept = this.#cache.get(client, `${number}`, now);
    if (kept) return kept;
    const stored = await readClientKey(this.#database, client, number);
    if (!stored) return undefined;
    const key = await this.#unwrap(stored);
    this.#cache.keep(client, `${number}`, key, now);
    return key;
  }

  forget(client: Id<"client">): void {
    this.#cache.forget(client);
  }

  async #unwrap({ client, number, kek, wrapped }: WrappedClientKey): Promise<DataKey> {
    const opener = await this.#keyring.find(kek);
    const key = await opener.unwrap(wrapped, boundToClient(client, number, kek));
    if (!key) throw new KeykeeperRefused("ciphertext_refused");
    return { number, key };
  }

  #make(client: Id<"client">, now: Date): Promise<DataKey> {
    return byNewest(this.#database, this.#keyring, now, (kek) => this.#tryToMake(kek, client, now));
  }

  async #tryToMake(
    kek: KeyEncryption,
    client: Id<"client">,
    now: Date,
  ): Promise<DataKey | undefined> {
    return await transaction(this.#database, async (joined) => {
      if (await lockClient(joined, client)) throw new KeykeeperRefused("client_shredded");
      const last = await readClientKey(joined, client);
      if (last && now.getTime() - last.madeAt.getTime() < keyMsMax) return await this.#unwrap(last);
      const number = (last?.number ?? 0) + 1;
      const key = newKey();
      const wrapped = await kek.wrap(key, boundToClient(client, number, kek.id));
      const row = { client, number, kek: kek.id, wrapped, madeAt: now };
      return (await insertClientKey(joined, row)) ? { number, key } : undefined;
    });
  }
}

/**
 * Wraps by the newest key-encryption key. `wrap` answers with nothing when that was retired, or isn't known yet: then keys
 * were rotated under us, perhaps more than once, and it is the turn of the one that is the newest now.
 */
export async function byNewest<Made>(
  database: Database,
  keyring: Keyring,
  now: Date,
  wrap: (kek: KeyEncryption) => Promise<Made | undefined>,
): Promise<Made> {
  for (let known: Id<"kek"> | undefined; ; ) {
    const made = await wrap(keyring.newest);
    if (made !== undefined) return made;
    await keyring.reload();
    const { id } = keyring.newest;
    if (id === known) throw new Error(`${id} wraps nothing new`);
    await registerKek(database, id, now); // perhaps before the rotation made it known
    known = id;
  }
}
