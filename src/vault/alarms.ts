/**
 * Who is told at once when something happened that can't wait: a client's no, a decoy that was used, somebody who looks at
 * a client who doesn't exist. What happened stands in the ledger; the alarm says only that it is worth a look now.
 */
export class Alarms {
  readonly #listeners: ((now: Date) => Promise<void>)[] = [];

  /** Once, when the desk starts. */
  onRaised(listener: (now: Date) => Promise<void>): void {
    this.#listeners.push(listener);
  }

  /** After the transaction of what happened is committed. */
  async raise(now: Date): Promise<void> {
    for (const listener of this.#listeners) await listener(now);
  }
}
