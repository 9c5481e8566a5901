import { setImmediate as momentOver } from "node:timers/promises";

type Find<Asked, Found> = (asked: readonly Asked[]) => Promise<(Found | undefined)[]>;

type Waiting<Asked, Found> = {
  asked: Asked;
  resolve(found: Found | undefined): void;
  reject(error: unknown): void;
};

/**
 * Questions of one moment go to the database as one; those that come while it is asked go together next. So none is
 * answered by what the database said before it was asked.
 */
export class Gathering<Asked, Found> {
  readonly #find: Find<Asked, Found>;
  #waiting: Waiting<Asked, Found>[] = [];
  #answering: Promise<void> | undefined;

  /** @param find answers in the order of what is asked */
  constructor(find: Find<Asked, Found>) {
    this.#find = find;
  }

  ask(asked: Asked): Promise<Found | undefined> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ asked, resolve, reject });
      this.#answering ??= this.#answer();
    });
  }

  async #answer(): Promise<void> {
    await momentOver();
    for (let waiting = this.#take(); waiting.length > 0; waiting = this.#take()) {
      try {
        const found = await this.#find(waiting.map(({ asked }) => asked));
        for (const [place, { resolve }] of waiting.entries()) resolve(found[place]);
      } catch (error) {
        for (const { reject } of waiting) reject(error);
      }
    }
    this.#answering = undefined;
  }

  #take(): Waiting<Asked, Found>[] {
    const waiting = this.#waiting;
    this.#waiting = [];
    return waiting;
  }
}
