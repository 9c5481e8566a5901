import { type Database, type Id, transaction } from "#platform";
import { Journal, readJournal } from "./journal.ts";
import { LegalHold } from "./refusals.ts";
import { deleteClientKeys, lockClient, setHold } from "./store.ts";

/**
 * The clients whose keys were destroyed, in a file beside the key-encryption keys: a database that is restored from an
 * old backup brings their wrapped keys back, and this list takes them away again.
 */
export class Shredding {
  readonly #database: Database;
  readonly #journal: Journal;
  readonly #shredded: Set<Id<"client">>;

  private constructor(database: Database, journal: Journal, shredded: Set<Id<"client">>) {
    this.#database = database;
    this.#journal = journal;
    this.#shredded = shredded;
  }

  /** Opens the list and deletes again what a crash left or a restored backup brought back. */
  static async open(database: Database, path: string, now: Date): Promise<Shredding> {
    const journal = await Journal.open(path);
    const shredded = new Set<Id<"client">>();
    for await (const { entry } of readJournal(path)) if (entry) shredded.add(entry.client);
    await transaction(database, (joined) => deleteClientKeys(joined, [...shredded], now));
    return new Shredding(database, journal, shredded);
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
      const { holdReason } = await lockClient(joined, client);
      if (holdReason !== undefined) throw new LegalHold(holdReason);
      this.#shredded.add(client);
      await this.#journal.append({ at: now.toISOString(), event, client });
      await deleteClientKeys(joined, [client], now);
    });
  }

  close(): Promise<void> {
    return this.#journal.close();
  }
}

/** Keeps a client's keys from being destroyed, for a reason that is told to whoever tries. */
export async function holdClient(
  database: Database,
  client: Id<"client">,
  reason: string,
  now: Date,
): Promise<void> {
  await changeHold(database, client, reason, now);
}

export async function releaseClient(
  database: Database,
  client: Id<"client">,
  now: Date,
): Promise<void> {
  await changeHold(database, client, undefined, now);
}

async function changeHold(
  database: Database,
  client: Id<"client">,
  reason: string | undefined,
  now: Date,
): Promise<void> {
  await transaction(database, async (joined) => {
    await lockClient(joined, client);
    await setHold(joined, client, reason, now);
  });
}
