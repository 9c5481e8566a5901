import { type Actor, type Id, type Transaction, transaction } from "#platform";
import { type Approvals, appendWithdrawn, withdrawApprovalsOf } from "../approval/index.ts";
import type { Desk } from "../desk.ts";
import { endApiKeysOf } from "../machine/index.ts";
import { endSessions } from "../session/index.ts";
import {
  endHold,
  holdStaff,
  markHeld,
  markLeft,
  OwnRow,
  StaffUnknown,
  staffHeld,
  staffLeft,
  staffReleased,
  stopLooks,
} from "../staff/index.ts";
import { endStaffPasskeys, voidStaffLinks } from "../staff-passkey/index.ts";

/** What a slice takes from a leaver, in the transaction of leaving. */
type LeaveHook = (joining: Transaction, leaver: Id<"staff">, now: Date) => Promise<void>;

/**
 * Who leaves loses everything in one transaction: sessions, approvals, passkeys, API keys, and what other slices registered.
 * No look that had begun is written down behind that. What lasts beyond a request, such as a stream or a call, asks
 * `stillOpen` every second.
 */
export class Leaving {
  readonly #desk: Pick<Desk, "database" | "appender">;
  readonly #approvals: Pick<Approvals, "end"> | undefined;
  readonly #hooks: LeaveHook[] = [];

  /** @param approvals a command has none: it tells no open page what ended */
  constructor(desk: Pick<Desk, "database" | "appender">, approvals?: Pick<Approvals, "end">) {
    this.#desk = desk;
    this.#approvals = approvals;
  }

  /** Registers what else a leaver loses; once, when the desk starts. */
  onLeave(hook: LeaveHook): void {
    this.#hooks.push(hook);
  }

  /** One person is enough: leaving is immediate. @throws {OwnRow} {StaffUnknown} */
  async leave(leaver: Id<"staff">, by: Actor, now: Date): Promise<void> {
    if (by.is === "staff" && by.id === leaver) throw new OwnRow();
    const actor = by.is === "staff" ? by.id : undefined;
    await transaction(this.#desk.database, async (joining) => {
      await stopLooks(joining, [leaver]);
      if (!(await holdStaff(joining, leaver))) throw new StaffUnknown(leaver);
      await markLeft(joining, leaver, actor, now);
      const sessions = await endSessions(joining, { is: "staff", id: leaver }, "left", now);
      await endStaffPasskeys(joining, leaver, actor, now);
      await voidStaffLinks(joining, leaver, now);
      const approvals = await this.#take(joining, leaver, now);
      await endApiKeysOf(this.#desk, by, leaver, now, joining);
      const details = { staff: leaver, sessions, approvals };
      await this.#desk.appender.append(by, { kind: staffLeft, details }, now, joining);
    });
  }

  /**
   * Puts somebody's access on hold: in the caller's transaction sessions, API keys, what waits for two people and what other
   * slices take of a leaver end, and nobody signs in as that person until the hold ends. It stops this
   * person's looks and appends events: call it where `stopLooks` may be called.
   * @returns whether it wasn't on hold already @throws {OwnRow}
   */
  async hold(
    joining: Transaction,
    staff: Id<"staff">,
    by: Id<"staff">,
    now: Date,
  ): Promise<boolean> {
    if (by === staff) throw new OwnRow();
    await stopLooks(joining, [staff]);
    if (!(await markHeld(joining, staff, by, now))) return false;
    const actor = { is: "staff", id: by } as const;
    const sessions = await endSessions(joining, { is: "staff", id: staff }, "by_firm", now);
    await voidStaffLinks(joining, staff, now);
    const approvals = await this.#take(joining, staff, now);
    const keys = await endApiKeysOf(this.#desk, actor, staff, now, joining);
    const details = { staff, sessions, keys, approvals };
    await this.#desk.appender.append(actor, { kind: staffHeld, details }, now, joining);
    return true;
  }

  /** The person can sign in again; what the hold ended stays ended. Call it where `stopLooks` may be called. @throws {OwnRow} */
  async release(
    joining: Transaction,
    staff: Id<"staff">,
    by: Id<"staff">,
    now: Date,
  ): Promise<void> {
    if (by === staff) throw new OwnRow();
    await stopLooks(joining, [staff]);
    if (!(await endHold(joining, staff))) return;
    const event = { kind: staffReleased, details: { staff } };
    await this.#desk.appender.append({ is: "staff", id: by }, event, now, joining);
  }

  /** The approvals, what other slices take, and then the events, in the order of `ended` in approval/kind.ts. @returns how many approvals */
  async #take(joining: Transaction, leaver: Id<"staff">, now: Date): Promise<number> {
    const withdrawn = await withdrawApprovalsOf(joining, leaver, now);
    await this.#approvals?.end(joining, withdrawn, now);
    for (const hook of this.#hooks) await hook(joining, leaver, now);
    await appendWithdrawn(this.#desk, joining, withdrawn, now);
    return withdrawn.length;
  }
}
