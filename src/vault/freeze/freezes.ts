import { type Actor, type Id, newId, type Transaction } from "#platform";
import type { VaultDesk } from "../desk.ts";
import { freezeKept, frozen, thawed } from "../events.ts";
import type { Freeze, FreezeReason } from "./freeze.ts";
import { freezesOf, holdFreezes, insertFreeze, keepFreeze, liftFreeze } from "./store.ts";

/** Whom to freeze: for one client, or, without one, for all. */
export type Freezing = { staff: Id<"staff">; client?: Id<"client">; because: FreezeReason };

/** What came of looking into the doubts about somebody. */
export type Reviewed = { staff: Id<"staff">; isExplained: boolean; seenUntil: Date };

/** The vault's verb against somebody on the staff, and what takes it back. Each appends an event: call it last. */
export class Freezes {
  readonly #appender: VaultDesk["appender"];

  constructor({ appender }: Pick<VaultDesk, "appender">) {
    this.#appender = appender;
  }

  /**
   * From the commit on, this person is shown nothing of the client, or of anybody.
   * @returns the freeze, or the one that was there for the same reason already
   */
  async freezeStaff(
    joining: Transaction,
    { staff, client, because }: Freezing,
    actor: Actor,
    now: Date,
  ): Promise<Freeze> {
    await holdFreezes(joining, [staff]);
    const standing = await freezesOf(joining, [staff]);
    const same = standing.find((one) => one.because === because && one.client === client);
    if (same) return same;
    const freeze: Freeze = {
      ...{ id: newId("freeze", now), staff, because, since: now },
      ...(client && { client }),
    };
    await insertFreeze(joining, freeze);
    const details = { staff, freeze: freeze.id, because };
    const draft = { kind: frozen, details, ...(client && { client }) };
    await this.#appender.append(actor, draft, now, joining);
    return freeze;
  }

  /**
   * Lifts a freeze: a lead who looked into it, or, of its own doubt, the client. @returns whether there was one to lift
   */
  async thaw(joining: Transaction, actor: Actor, freeze: Freeze, now: Date): Promise<boolean> {
    await holdFreezes(joining, [freeze.staff]);
    const by = actor.is === "staff" ? actor.id : undefined;
    if (!(await liftFreeze(joining, freeze.id, by, now))) return false;
    const { staff, client, id } = freeze;
    const draft = { kind: thawed, details: { staff, freeze: id }, ...(client && { client }) };
    await this.#appender.append(actor, draft, now, joining);
    return true;
  }

  /** A lead looked into it, and it stays, whatever the clients take back. @returns whether it wasn't kept before */
  async keep(
    joining: Transaction,
    actor: Extract<Actor, { is: "staff" }>,
    { id, staff, client }: Freeze,
    now: Date,
  ): Promise<boolean> {
    await holdFreezes(joining, [staff]);
    if (!(await keepFreeze(joining, id, actor.id, now))) return false;
    const draft = { kind: freezeKept, details: { staff, freeze: id }, ...(client && { client }) };
    await this.#appender.append(actor, draft, now, joining);
    return true;
  }

  /**
   * Somebody looked into what clients doubted of a person. Explained, the freezes of it end; else they stay, whatever the
   * clients take back.
   * @param seenUntil what began later wasn't looked into, and isn't touched
   */
  async review(
    joining: Transaction,
    actor: Extract<Actor, { is: "staff" }>,
    { staff, isExplained, seenUntil }: Reviewed,
    now: Date,
  ): Promise<void> {
    await holdFreezes(joining, [staff]);
    const standing = await freezesOf(joining, [staff]);
    const doubted = standing.filter(
      ({ because, since }) => because !== "contained" && since <= seenUntil,
    );
    for (const freeze of doubted) {
      if (isExplained) await this.thaw(joining, actor, freeze, now);
      else await this.keep(joining, actor, freeze, now);
    }
  }
}
