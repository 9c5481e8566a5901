import type pg from "pg";
import type { Database, Queryable } from "./database.ts";

/**
 * A connection of one's own, for who must not wait behind everybody's questions. It is taken with the first question, asks one
 * after the other, and is replaced when it breaks.
 */
export class OwnConnection {
  readonly #database: Database;
  #taken: pg.PoolClient | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(database: Database) {
    this.#database = database;
  }

  /** @throws what the work throws; then the connection isn't used again */
  async ask<Result>(work: (queryable: Queryable) => Promise<Result>): Promise<Result> {
    return await this.#afterwards(async () => {
      this.#taken ??= await this.#database.connect();
      try {
        return await work({ query: this.#taken.query.bind(this.#taken) });
      } catch (error) {
        this.#giveBack(true);
        throw error;
      }
    });
  }

  /** Gives the connection back, after what was asked. The next question takes one again. */
  async release(): Promise<void> {
    await this.#afterwards(async () => this.#giveBack(false));
  }

  #giveBack(isBroken: boolean): void {
    this.#taken?.release(isBroken);
    this.#taken = undefined;
  }

  #afterwards<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#last.then(work);
    this.#last = result.catch(() => {});
    return result;
  }
}
