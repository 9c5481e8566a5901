import type { ReportedOn } from "#contacts";
import { type Database, dayOf } from "#platform";
import { keyOf } from "./indicator.ts";
import { type Confirmed, confirmedIndicators } from "./store.ts";

const keptMs = 15_000;
const indicatorsMax = 50_000;

type Held = { at: number; indicators: readonly Confirmed[]; days: ReadonlyMap<string, string> };

/**
 * What the checker warns of, held in memory: so nothing that a visitor checks goes to the database. Another process's
 * word is heard within seconds.
 */
export class ConfirmedIndicators {
  readonly #database: Database;
  #held: Held | undefined;

  constructor(database: Database) {
    this.#database = database;
  }

  /** All of them, the newest first. */
  async all(now: Date): Promise<readonly Confirmed[]> {
    return (await this.#current(now)).indicators;
  }

  /** What the checker asks. While the database is away it goes on with what was known. */
  async reportedOn(now: Date): Promise<ReportedOn> {
    const { days } = await this.#current(now).catch(() => this.#held ?? nothing);
    return (keys) => keys.map((key) => days.get(key)).find((day) => day !== undefined);
  }

  /** Something was decided here: the next question reads it. */
  forget(): void {
    this.#held = undefined;
  }

  async #current(now: Date): Promise<Held> {
    const held = this.#held;
    if (held && Math.abs(now.getTime() - held.at) < keptMs) return held;
    const indicators = await confirmedIndicators(this.#database, indicatorsMax);
    const days = new Map(indicators.map((one) => [keyOf(one), dayOf(one.since)]));
    this.#held = { at: now.getTime(), indicators, days };
    return this.#held;
  }
}

const nothing: Held = { at: 0, indicators: [], days: new Map() };
