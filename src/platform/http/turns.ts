export type TurnsOptions = {
  /** How many work at once. */
  atOnceMax: number;
  /** How many may wait for them. */
  waitingMax: number;
  /** What the next one is told. */
  busy(): Error;
};

/** Lets a few do their work at once, in the order in which they came; the others wait, and not too many of them. */
export class Turns {
  readonly #options: TurnsOptions;
  #running = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(options: TurnsOptions) {
    this.#options = options;
  }

  /** @throws what `busy` makes, and what the work throws */
  async take<Result>(work: () => Promise<Result>): Promise<Result> {
    const { atOnceMax, waitingMax, busy } = this.#options;
    if (this.#running >= atOnceMax) {
      if (this.#waiting.length >= waitingMax) throw busy();
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    } else this.#running += 1;
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running -= 1;
    }
  }
}
