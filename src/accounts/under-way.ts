/**
 * Work that goes on after the answer: so the time that an answer takes tells nobody whether an address is known. It is
 * lost when the process ends at that moment; whoever asked asks again.
 */
export class UnderWay {
  readonly #running = new Set<Promise<void>>();

  /** @param onFailure told what went wrong: nobody else hears of it */
  start(work: () => Promise<unknown>, onFailure: (error: unknown) => void): void {
    const running: Promise<void> = Promise.resolve()
      .then(work)
      .then(() => {}, onFailure)
      .finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  /** Resolves when everything that was started is over. */
  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }
}
