import { setImmediate as momentOver } from "node:timers/promises";

type Find<Asked, Found> = (asked: readonly Asked[]) => Promise<(Found | undefined)[]>;

type Waiting<Asked, Found> = {
  asked: Asked;
  resolve(found: Found | undefined): void;
  reject(error: unknown): void;
};

/** While one query is answered, the next ones are on their way. */
const queriesAtOnceMax = 3;

/**
 * Questions of one moment go to the database as one; those that come while all its queries are under way go together next.
 * So none is answered by what the database said before it was asked.
 */
export class Gathering<Asked, Found> {
  readonly #find: Find<Asked, Found>;
  #waiting: Waiting<Asked, Found>[] = [];
  /** Under way, and about to be: one waits for the moment to be over. */
  #queries = 0;
  #next: Promise<void> | undefined;

  /** @param find answers in the order of what is asked */
  constructor(find: Find<Asked, Found>) {
    this.#find = find;
  }

  ask(asked: Asked): Promise<Found | undefined> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ asked, resolve, reject });
      this.#startSoon();
    });
  }

  #startSoon(): void {
    if (this.#queries < queriesAtOnceMax) this.#next ??= this.#start();
  }

  async #start(): Promise<void> {
    await momentOver();
    this.#next = undefined;
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#queries += 1;
    await this.#answer(waiting);
    this.#queries -= 1;
    if (this.#waiting.length > 0) this.#startSoon();
  }

  async #answer(waiting: readonly Waiting<Asked, Found>[]): Promise<void> {
    try {
      const found = await this.#find(waiting.map(({ asked }) => asked));
      for (const [place, { resolve }] of waiting.entries()) resolve(found[place]);
    } catch (error) {
      for (const { reject } of waiting) reject(error);
    }
  }
}
