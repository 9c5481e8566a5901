import { Groups } from "./groups.ts";

/** While one query is answered, the next ones are on their way. */
const queriesAtOnceMax = 3;

type Find<Asked, Found> = (asked: readonly Asked[]) => Promise<(Found | undefined)[]>;

type Waiting<Asked, Found> = {
  asked: Asked;
  resolve(found: Found | undefined): void;
  reject(error: unknown): void;
};

/**
 * Questions of one moment go to the database as one; those that come while all its queries are under way go together next.
 * So none is answered by what the database said before it was asked.
 */
export class Gathering<Asked, Found> {
  readonly #find: Find<Asked, Found>;
  readonly #groups: Groups<Waiting<Asked, Found>>;

  /** @param find answers in the order of what is asked */
  constructor(find: Find<Asked, Found>) {
    this.#find = find;
    this.#groups = new Groups({
      groupMax: Number.POSITIVE_INFINITY,
      atOnceMax: queriesAtOnceMax,
      namesOf: () => [],
      run: (waiting) => this.#answer(waiting),
    });
  }

  ask(asked: Asked): Promise<Found | undefined> {
    return new Promise((resolve, reject) => {
      this.#groups.add({ asked, resolve, reject });
    });
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
