/**
 * Who is told at once when something happened that can't wait: a client's no, a decoy that was used. What happened stands in
 * the ledger; the alarm says only that it is worth a look now. Nobody who raises one waits for what is done about it.
 */
export class Alarms {
  readonly #listeners: ((now: Date) => Promise<void>)[] = [];
  #going: Promise<void> = Promise.resolve();
  #next: Date | undefined;

  /** Once, when the desk starts. What a listener throws is its own. */
  onRaised(listener: (now: Date) => Promise<void>): void {
    this.#listeners.push(listener);
  }

  /** After the transaction of what happened is committed. Those that are raised meanwhile are told of as one. */
  raise(now: Date): void {
    const isComing = this.#next !== undefined;
    this.#next = now;
    if (!isComing) this.#going = this.#going.then(() => this.#tell());
  }

  /** Resolves when everybody was told who is to be told by now. */
  async settled(): Promise<void> {
    await this.#going;
  }

  async #tell(): Promise<void> {
    const now = this.#next;
    this.#next = undefined;
    if (!now) return;
    for (const listener of this.#listeners) await listener(now).catch(() => {});
  }
}
