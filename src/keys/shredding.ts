import { type Database, type Id, type Queryable, transaction } from "#platform";
import { Journal, readJournal } from "./journal.ts";
import { LegalHold } from "./refusals.ts";
import { deleteClientKeys, lockClient } from "./store.ts";

/** Why a client's data must be kept, when it must: `legalHold` of ledger. */
export type HoldOn = (
  queryable: Queryable,
  client: Id<"client">,
) => Promise<{ reason: string } | undefined>;

/**
 * The clients whose keys were destroyed, in a file beside the key-encryption keys: a database that is restored from an
 * old backup brings their wrapped keys back, and this list takes them away again.
 */
export class Shredding {
  readonly #database: Database;
  readonly #journal: Journal;
  readonly #holdOn: HoldOn;
  readonly #shredded: Set<Id<"client">>;

  private constructor(
    database: Database,
    journal: Journal,
    holdOn: HoldOn,
    shredded: Set<Id<"client">>,
  ) {
    this.#database = database;
    this.#journal = journal;
    this.#holdOn = holdOn;
    this.#shredded = shredded;
  }

  /** Opens the list and deletes again what a crash left or a restored backup brought back. */
  static async open(
    database: Database,
    path: string,
    holdOn: HoldOn,
    now: Date,
  ): Promise<Shredding> {
    const journal = await Journal.open(path);
    const shredded = new Set<Id<"client">>();
    for await (const { entry } of readJournal(path)) if (entry) shredded.add(entry.client);
    await transaction(database, (joined) => deleteClientKeys(joined, [...shredded], now));
    return new Shredding(database, journal, holdOn, shredded);
  }

  has(client: Id<"client">): boolean {
    return this.#shredded.has(client);
  }

  /**
   * Deletes all of a client's keys. The list has the client before the database is changed, so that no crash leaves keys
   * that count. @throws {LegalHold}
   */
  async shred(client: Id<"client">, event: Id<"event">, now: Date): Promise<void> {
    await transaction(this.#database, async (joined) => {
      await lockClient(joined, client);
      const hold = await this.#holdOn(joined, client);
      if (hold) throw new LegalHold(hold.reason);
      this.#shredded.add(client);
      await this.#journal.append({ at: now.toISOString(), event, client });
      await deleteClientKeys(joined, [client], now);
    });
  }

  close(): Promise<void> {
    return this.#journal.close();
  }
}
