import type { KeyObject } from "node:crypto";
import type { Database } from "#platform";
import { boundToIndex } from "./additional-data.ts";
import { byNewest } from "./client-keys.ts";
import { KeyCache } from "./key-cache.ts";
import { newKey } from "./key-encryption.ts";
import type { Keyring } from "./keyring.ts";
import { KeykeeperRefused } from "./refusals.ts";
import { insertIndexKey, readIndexKey, type WrappedIndexKey } from "./store.ts";

/** The keys of blind indexes, one for each field: made at the first write, wrapped like clients' keys, and of no use to read. */
export class IndexKeys {
  readonly #database: Database;
  readonly #keyring: Keyring;
  readonly #cache = new KeyCache<KeyObject>();

  constructor(database: Database, keyring: Keyring) {
    this.#database = database;
    this.#keyring = keyring;
  }

  async find(name: string, now: Date): Promise<KeyObject> {
    const kept = this.#cache.get(name, "", now);
    if (kept) return kept;
    const stored = (await readIndexKey(this.#database, name)) ?? (await this.#make(name, now));
    const { kek, wrapped } = stored;
    const key = await (await this.#keyring.find(kek)).unwrap(wrapped, boundToIndex(name, kek));
    if (!key) throw new KeykeeperRefused("ciphertext_refused");
    this.#cache.keep(name, "", key, now);
    return key;
  }

  #make(name: string, now: Date): Promise<WrappedIndexKey> {
    return byNewest(this.#database, this.#keyring, now, async (kek) => {
      const wrapped = await kek.wrap(newKey(), boundToIndex(name, kek.id));
      await insertIndexKey(this.#database, { name, kek: kek.id, wrapped }, now);
      return await readIndexKey(this.#database, name); // ours, or another's who was faster
    });
  }
}
