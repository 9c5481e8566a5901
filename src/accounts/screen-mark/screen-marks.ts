import { randomInt } from "node:crypto";
import { committedEvents } from "#ledger";
import { type Id, minuteMs, transaction } from "#platform";
import type { Desk } from "../desk.ts";
import type { StaffSession } from "../session/index.ts";
import { subkey } from "../subkey.ts";
import { aliasOf } from "./alias.ts";
import { markMissing, screenMarked, waysMissing } from "./events.ts";
import { markedIn, numberBits, payloadOf } from "./payload.ts";
import { insertNumber, markedBy, type NumberRow, numberOf } from "./store.ts";

/** A mark may be of the minute before its number was committed: clocks of two processes differ. */
const firstMs = 120_000;
/** How many sessions' numbers a process keeps in mind. */
const knownMax = 10_000;
const triesMax = 5;
/** A page says it once; who says it more often fills the log. */
const missingLimit = { name: "mark_missing", requestsMax: 20, windowSeconds: 3_600 };

/** What a session's pages show in a minute: the mark, and what the session is called in the open. */
type ScreenMark = { payload: bigint; alias: string };

/**
 * Whose screen a mark says it is. `minute` is the start of the minute in which the mark was drawn: a page shows it until
 * it has the next one. `event` is the one by which the ledger has the number.
 */
type MarkFinding =
  | {
      is: "session";
      staff: Id<"staff">;
      session: Id<"session">;
      minute: Date;
      alias: string;
      event: Id<"event">;
    }
  | { is: "refused"; why: "unknown" | "not_in_ledger" }
  | { is: "refused"; why: "not_open"; minute: Date };

/** The session whose pages are marked, and who holds it. */
type Marked = Pick<StaffSession, "id" | "holder">;

type MarksDesk = Pick<Desk, "database"> & { appender: Pick<Desk["appender"], "append"> };

/** Marks of the staff's screens: which payload a session's pages show in a minute, and whose a payload is. */
export class ScreenMarks {
  /** What tiles are drawn and read by; it leaves the server in no page. */
  readonly tileKey: Uint8Array;
  readonly #desk: MarksDesk;
  readonly #key;
  readonly #takeMissing;
  readonly #known = new Map<Id<"session">, number>();

  constructor(desk: MarksDesk & Pick<Desk, "key"> & Partial<Pick<Desk, "limits">>) {
    this.#desk = desk;
    this.#takeMissing = desk.limits?.(missingLimit);
    this.#key = subkey(desk.key, "screen marks");
    this.tileKey = subkey(desk.key, "screen tiles").export();
  }

  /** The mark of a session's pages now. The first one takes an event, committed before it is drawn. */
  async markOf({ id, holder }: Marked, now: Date): Promise<ScreenMark> {
    const number = this.#known.get(id) ?? (await this.#numberOf(id, holder.id, now));
    this.#keep(id, number);
    return { payload: payloadOf(this.#key, number, now), alias: aliasOf(number) };
  }

  /** What a session's pages showed in the minutes of a span; nothing, when it has no number. */
  async payloadsOf(session: Id<"session">, from: Date, to: Date): Promise<bigint[]> {
    const number = this.#known.get(session) ?? (await numberOf(this.#desk.database, session));
    if (number === undefined) return [];
    this.#keep(session, number);
    const payloads = [];
    for (let at = from.getTime(); at <= to.getTime(); at += minuteMs)
      payloads.push(payloadOf(this.#key, number, new Date(at)));
    return payloads;
  }

  /**
   * Whose screen showed a payload, and when. Refused is one that no session has (forged, or of another site), one that the
   * ledger has otherwise (somebody changed the desk's rows), and one of a minute in which its session wasn't open (moved).
   */
  async sessionOf(payload: bigint, now: Date): Promise<MarkFinding> {
    const { number, minute } = markedIn(this.#key, payload);
    const row = await markedBy(this.#desk.database, number);
    if (!row) return { is: "refused", why: "unknown" };
    if (!(await this.#isInLedger(row))) return { is: "refused", why: "not_in_ledger" };
    const { staff, session, event, markedAt, until } = row;
    const isOpen =
      minute < until && minute <= now && markedAt.getTime() - minute.getTime() < firstMs;
    if (!isOpen) return { is: "refused", why: "not_open", minute };
    return { is: "session", staff, session, minute, alias: aliasOf(number), event };
  }

  /**
   * A page of a session said that its mark is gone, hidden or altered: an event, and with it a signal.
   * @throws {TooManyRequests}
   */
  async noteMissing({ id, holder }: Marked, how: string, now: Date): Promise<void> {
    await this.#takeMissing?.(holder.id);
    const way = waysMissing.find((known) => known === how) ?? "altered";
    const details = { staff: holder.id, session: id, how: way };
    await this.#desk.appender.append(holder, { kind: markMissing, details }, now);
  }

  async #isInLedger({ event, staff, session, number }: NumberRow): Promise<boolean> {
    const [found] = await committedEvents(this.#desk.database, [{ client: undefined, id: event }]);
    if (found?.kind !== screenMarked.name) return false;
    const said = screenMarked.details.safeParse(JSON.parse(found.details ?? "null")).data;
    return said?.staff === staff && said.session === session && said.number === number;
  }

  async #numberOf(session: Id<"session">, staff: Id<"staff">, now: Date): Promise<number> {
    for (let tries = 0; tries < triesMax; tries++) {
      const kept = await numberOf(this.#desk.database, session);
      const number = kept ?? randomInt(2 ** numberBits);
      const isTheirs =
        kept !== undefined || (await this.#take({ session, staff, number, markedAt: now }));
      if (isTheirs) return number;
    }
    throw new Error("no number was free for a session's marks");
  }

  /** False when another request was quicker, or the number is another session's: then nothing was appended. */
  async #take(row: Omit<NumberRow, "event">): Promise<boolean> {
    const { staff, session, number, markedAt } = row;
    const { database, appender } = this.#desk;
    const taken = new Error("taken");
    try {
      await transaction(database, async (joining) => {
        const draft = { kind: screenMarked, details: { staff, session, number } };
        const actor = { is: "staff", id: staff } as const;
        const { event } = await appender.append(actor, draft, markedAt, joining);
        if (!(await insertNumber(joining, { ...row, event }))) throw taken;
      });
      return true;
    } catch (error) {
      if (error === taken) return false;
      throw error;
    }
  }

  #keep(session: Id<"session">, number: number): void {
    this.#known.delete(session);
    this.#known.set(session, number);
    const [oldest] = this.#known.keys();
    if (this.#known.size > knownMax && oldest) this.#known.delete(oldest);
  }
}
