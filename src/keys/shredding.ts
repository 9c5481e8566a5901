import {
  type Database,
  type Erasure,
  type Id,
  isId,
  type Replayer,
  type Transaction,
  transaction,
} from "#platform";
import { Journal, readJournal } from "./journal.ts";
import { LegalHold } from "./refusals.ts";
import { deleteClientKeys, lockClients, shreddedClients } from "./store.ts";

/** Since when a client's data must be kept, when it must, which can't change until the transaction ends: `legalHold` of ledger. */
export type HoldOn = (
  joined: Transaction,
  client: Id<"client">,
) => Promise<{ placedAt: Date } | undefined>;

export type ShreddingOptions = {
  database: Database;
  /** The keykeeper's own list of shredded clients. */
  path: string;
  holdOn: HoldOn;
  /** Writes to the erasure list that every restore carries out: `recordErasure` of platform. */
  record(erasure: Erasure): Promise<void>;
};

const kind = "keys.shredded";

/** Deletes again the keys that a restored backup brought back. */
export const shreddedReplayer: Replayer = {
  kind,
  replay: async ({ ids: { client }, at }, { database }) => {
    if (!isId("client", client)) throw new Error(`${kind} names no client`);
    await transaction(database, (joined) => deleteClientKeys(joined, [client], at));
  },
};

/**
 * The clients whose keys were destroyed. Their list lies beside the key-encryption keys: whoever puts a client's wrapped
 * key back into the database, from a backup or by hand, is refused all the same.
 */
export class Shredding {
  readonly #options: ShreddingOptions;
  readonly #journal: Journal;
  readonly #shredded: Set<Id<"client">>;

  private constructor(options: ShreddingOptions, journal: Journal, shredded: Set<Id<"client">>) {
    this.#options = options;
    this.#journal = journal;
    this.#shredded = shredded;
  }

  /** Opens the list and deletes again what a crash left or somebody put back. */
  static async open(options: ShreddingOptions, now: Date): Promise<Shredding> {
    const { database, path } = options;
    const journal = await Journal.open(path);
    const shredded = new Set(await shreddedClients(database));
    for await (const { entry } of readJournal(path)) if (entry) shredded.add(entry.client);
    await transaction(database, (joined) => deleteClientKeys(joined, [...shredded], now));
    return new Shredding(options, journal, shredded);
  }

  has(client: Id<"client">): boolean {
    return this.#shredded.has(client);
  }

  /**
   * Deletes all of a client's keys. Both lists have the client before the database is changed, so that no crash leaves
   * keys that count. @throws {LegalHold}
   */
  async shred(client: Id<"client">, event: Id<"event">, now: Date): Promise<void> {
    const { database, holdOn, record } = this.#options;
    await transaction(database, async (joined) => {
      await lockClients(joined, [client]);
      const hold = await holdOn(joined, client);
      if (hold) throw new LegalHold(hold.placedAt);
      this.#shredded.add(client);
      await this.#journal.append({ at: now.toISOString(), event, client });
      await deleteClientKeys(joined, [client], now);
      await record({ kind, at: now, ids: { client } });
    });
  }

  close(): Promise<void> {
    return this.#journal.close();
  }
}
