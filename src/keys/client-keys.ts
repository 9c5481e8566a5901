import { type Database, dayMs, type Id, transaction } from "#platform";
import { boundToClient } from "./additional-data.ts";
import type { DataKey } from "./ciphertext.ts";
import { KeyCache } from "./key-cache.ts";
import { type KeyEncryption, newKey } from "./key-encryption.ts";
import type { Keyring } from "./keyring.ts";
import { KeykeeperRefused } from "./refusals.ts";
import {
  insertClientKeys,
  lockClients,
  readNewestClientKeys,
  registerKek,
  type WrappedClientKey,
} from "./store.ts";

/** A key older than this encrypts nothing new: the next write makes another one. */
const keyMsMax = 365 * dayMs;

/** The keys of more clients than that, an import's, aren't kept: they would push out those that are asked for again. */
const keptTogetherMax = 100;

const newest = "newest";

/** Clients' keys, each by its client. */
type DataKeys = Map<Id<"client">, DataKey>;

/** Clients' data keys: made at a client's first write, wrapped in the database, open only in here. */
export class ClientKeys {
  readonly #database: Database;
  readonly #keyring: Keyring;
  readonly #cache = new KeyCache<DataKey>();

  constructor(database: Database, keyring: Keyring) {
    this.#database = database;
    this.#keyring = keyring;
  }

  /** The keys that clients' new values are encrypted by. @throws {KeykeeperRefused} one client's keys are shredded */
  async forWriting(clients: ReadonlySet<Id<"client">>, now: Date): Promise<DataKeys> {
    const keys: DataKeys = new Map();
    for (const client of clients) {
      const kept = this.#cache.get(client, newest, now);
      if (kept) keys.set(client, kept);
    }
    const asked = [...clients].filter((client) => !keys.has(client));
    if (asked.length === 0) return keys;
    const found = await this.#unwrapYoung(await readNewestClientKeys(this.#database, asked), now);
    const without = asked.filter((client) => !found.has(client));
    const made = without.length > 0 ? await this.#make(without, now) : new Map();
    for (const [client, key] of [...found, ...made]) {
      keys.set(client, key);
      if (asked.length <= keptTogetherMax) this.#cache.keep(client, newest, key, now);
    }
    return keys;
  }

  /** The key that a stored value needs, when it was opened within the last minute. */
  kept(client: Id<"client">, number: number, now: Date): DataKey | undefined {
    return this.#cache.get(client, `${number}`, now);
  }

  /** Opens a key for reading, and keeps it. @throws {KeykeeperRefused} it isn't this client's, or was changed */
  async open(stored: WrappedClientKey, now: Date): Promise<DataKey> {
    const key = await this.#unwrap(stored);
    this.#cache.keep(stored.client, `${stored.number}`, key, now);
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

  async #unwrapYoung(stored: readonly WrappedClientKey[], now: Date): Promise<DataKeys> {
    const keys: DataKeys = new Map();
    for (const row of stored) {
      if (isYoung(row, now)) keys.set(row.client, await this.#unwrap(row));
    }
    return keys;
  }

  #make(clients: readonly Id<"client">[], now: Date): Promise<DataKeys> {
    return byNewest(this.#database, this.#keyring, now, (kek) =>
      this.#tryToMake(kek, clients, now),
    );
  }

  /** Makes keys for those who have no young one: somebody may have been faster. */
  async #tryToMake(
    kek: KeyEncryption,
    clients: readonly Id<"client">[],
    now: Date,
  ): Promise<DataKeys | undefined> {
    return await transaction(this.#database, async (joined) => {
      const { known, shredded } = await lockClients(joined, clients);
      if (shredded.length > 0) throw new KeykeeperRefused("client_shredded");
      const last = known.length > 0 ? await readNewestClientKeys(joined, known) : [];
      const keys = await this.#unwrapYoung(last, now);
      const numbers = new Map(last.map(({ client, number }) => [client, number]));
      const rows = [];
      for (const client of clients.filter((each) => !keys.has(each))) {
        const number = (numbers.get(client) ?? 0) + 1;
        const key = newKey();
        const wrapped = await kek.wrap(key, boundToClient(client, number, kek.id));
        rows.push({ client, number, wrapped });
        keys.set(client, { number, key });
      }
      return (await insertClientKeys(joined, kek.id, now, rows)) ? keys : undefined;
    });
  }
}

function isYoung({ madeAt }: WrappedClientKey, now: Date): boolean {
  return now.getTime() - madeAt.getTime() < keyMsMax;
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
