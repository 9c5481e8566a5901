import { HoldfastError } from "#platform";

const atOnceMax = 2;
const waitingMax = 10;

/** So many files wait to be looked at that this one isn't taken. */
export class TooBusy extends HoldfastError {
  override readonly name = "TooBusy";
  readonly code = "files_busy";
  readonly refusal = "unavailable";
  constructor() {
    super("Many files arrive just now, so yours was not taken. Send it again in some minutes.");
  }
}

/** Lets a few do their work at once; the others wait, and not too many of them. */
export class Turns {
  #running = 0;
  readonly #waiting: (() => void)[] = [];

  /** @throws {TooBusy} and what the work throws */
  async take<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#running >= atOnceMax) {
      if (this.#waiting.length >= waitingMax) throw new TooBusy();
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
