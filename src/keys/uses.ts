import { type Id, timeOf } from "#platform";
import { Journal, type JournalEntry, recentEntries } from "./journal.ts";
import { KeykeeperRefused } from "./refusals.ts";

const aheadMsMax = 5_000;

/**
 * Which events were used: each one once. An event's id carries its time, so ids that are too old to be used need not be
 * remembered. Time never goes back here: a clock that is set back makes new events too old, not old ones new.
 */
export class Uses {
  readonly #journal: Journal;
  readonly #ageMsMax: number;
  readonly #used = new Set<Id<"event">>();
  #newestMs = 0;

  private constructor(journal: Journal, ageMsMax: number) {
    this.#journal = journal;
    this.#ageMsMax = ageMsMax;
  }

  static async open(path: string, ageSecondsMax: number): Promise<Uses> {
    const journal = await Journal.open(path);
    const uses = new Uses(journal, ageSecondsMax * 1_000);
    uses.#newestMs = journal.lastAt?.getTime() ?? 0;
    const since = new Date(uses.#newestMs - uses.#ageMsMax - aheadMsMax);
    for (const { event } of await recentEntries(path, since)) uses.#used.add(event);
    return uses;
  }

  get journal(): string {
    return this.#journal.id;
  }

  get count(): number {
    return this.#journal.count;
  }

  /** @throws {KeykeeperRefused} the event is too old, ahead of the clock or used */
  check(event: Id<"event">, now: Date): void {
    const ageMs = Math.max(now.getTime(), this.#newestMs) - timeOf(event).getTime();
    if (ageMs > this.#ageMsMax) throw new KeykeeperRefused("event_old");
    if (ageMs < -aheadMsMax) throw new KeykeeperRefused("event_ahead");
    if (this.#used.has(event)) throw new KeykeeperRefused("event_used");
  }

  /**
   * Uses an event. When this returns, the use is on disk, and no other call ever returns for the same event: of two at
   * once, one does. After a crash in between the event counts as used.
   */
  async take(use: Omit<JournalEntry, "at">, now: Date): Promise<void> {
    this.check(use.event, now);
    this.#used.add(use.event);
    this.#newestMs = Math.max(now.getTime(), this.#newestMs);
    this.#forgetOld();
    await this.#journal.append({ at: new Date(this.#newestMs).toISOString(), ...use });
  }

  close(): Promise<void> {
    return this.#journal.close();
  }

  /** The set keeps the order in which events were used, which is nearly that of their times. */
  #forgetOld(): void {
    for (const event of this.#used) {
      if (timeOf(event).getTime() >= this.#newestMs - this.#ageMsMax) return;
      this.#used.delete(event);
    }
  }
}
