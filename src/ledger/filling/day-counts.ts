import { CopyRows, dayMs } from "#platform";
import type { History, PastEvent } from "./history.ts";
import { SeenClients } from "./seen-clients.ts";

/** PostgreSQL's number of the type date, and how it writes an array of it without nulls ("array_send"). */
const dateType = 1082;
const arrayHeadBytes = 12;
const dimensionBytes = 8;
const elementBytes = 8;
const dateBytes = 4;
const epochDay = Date.UTC(2000, 0, 1) / dayMs;

/** What one of the staff did in a day. */
type Today = { views: number; clients: number; fresh: number; previous: number[] };

/**
 * Counts the releases of each day while a history's events are written, as `ledger.count_actor_days` counts them afterwards: of
 * tens of millions of events that would take minutes. Days are numbered from 1 on.
 */
export class DayCounts {
  /** Which releases are counted, in their order. */
  readonly kinds: readonly string[];
  /** How many events each day had that is over; the newest isn't. */
  readonly events: number[] = [];
  /** Rows for `copyDays`, of the days that are over. */
  readonly pieces: Buffer[] = [];
  readonly #history: History;
  readonly #known: readonly SeenClients[];
  readonly #seen: Int32Array;
  readonly #rows = new CopyRows();
  #today = new Map<number, Today>();
  #eventsToday = 0;

  constructor(history: History, kinds: readonly string[]) {
    this.#history = history;
    this.kinds = kinds.toSorted();
    this.#known = Array.from({ length: history.staff.count }, () => new SeenClients());
    this.#seen = new Int32Array(history.staff.count);
  }

  /** Events come in the order of their time. */
  add(event: PastEvent): void {
    const day = 1 + Math.floor((event.at - this.#history.from.getTime()) / dayMs);
    while (this.events.length + 1 < day) this.#end();
    this.#eventsToday += 1;
    if (event.decision !== "allow") return;
    const isRelease = this.kinds.includes(event.kind.name);
    if (!isRelease && event.version === undefined) return;
    const known = this.#known[event.staff];
    if (!known) throw new Error(`there is no staff ${event.staff}`);
    const today = this.#of(event.staff);
    const place = known.placeOf(event.client);
    if (isRelease) {
      today.views += 1;
      if (known.release(place, day)) today.clients += 1;
    }
    if (event.version === undefined) return;
    const last = known.show(place, day);
    if (last === 0) today.fresh += 1;
    else if (last < day) today.previous.push(last);
  }

  #of(staff: number): Today {
    let today = this.#today.get(staff);
    if (!today) {
      today = { views: 0, clients: 0, fresh: 0, previous: [] };
      this.#today.set(staff, today);
    }
    return today;
  }

  #end(): void {
    const day = this.events.push(this.#eventsToday);
    for (const [staff, { views, clients, fresh, previous }] of this.#today) {
      const seen = (this.#seen[staff] ?? 0) + fresh;
      this.#seen[staff] = seen;
      this.#rows
        .begin(7)
        .integer(this.#dateOf(day))
        .bytes(this.#history.staff.bytes(staff))
        .integer(views)
        .integer(clients)
        .integer(fresh)
        .integer(seen)
        .bytes(this.#datesOf(previous));
    }
    this.pieces.push(this.#rows.take());
    this.#today = new Map();
    this.#eventsToday = 0;
  }

  /** As PostgreSQL has a date: days since 2000. */
  #dateOf(day: number): number {
    return this.#history.from.getTime() / dayMs - epochDay + day - 1;
  }

  /** As PostgreSQL has an array of dates, the oldest first. */
  #datesOf(days: readonly number[]): Buffer {
    const bytes = Buffer.alloc(
      arrayHeadBytes + (days.length && dimensionBytes + elementBytes * days.length),
    );
    bytes.writeInt32BE(dateType, 8);
    if (days.length === 0) return bytes;
    bytes.writeInt32BE(1, 0);
    bytes.writeInt32BE(days.length, 12);
    bytes.writeInt32BE(1, 16);
    let at = arrayHeadBytes + dimensionBytes;
    for (const day of Uint16Array.from(days).sort()) {
      at = bytes.writeInt32BE(dateBytes, at);
      at = bytes.writeInt32BE(this.#dateOf(day), at);
    }
    return bytes;
  }

  /** Ends the days before the newest, on which the past may have no events any more. */
  finish(): void {
    const days = (this.#history.to.getTime() - this.#history.from.getTime()) / dayMs;
    while (this.events.length < days - 1) this.#end();
    this.pieces.push(this.#rows.end());
  }
}
