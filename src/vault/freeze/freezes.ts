import { stopLooks } from "#accounts";
import { type Actor, type Id, newId, type Transaction } from "#platform";
import { touchTicket } from "#tickets";
import type { VaultDesk } from "../desk.ts";
import { freezeKept, frozen, thawed } from "../events.ts";
import { type Freeze, type FreezeReason, freezesAltogether } from "./freeze.ts";
import {
  explainedDoubters,
  freezesBy,
  freezesOf,
  insertFreeze,
  keepFreeze,
  liftFreeze,
} from "./store.ts";

/** Whom to freeze: for one client, or, without one, for all. */
export type Freezing = { staff: Id<"staff">; client?: Id<"client">; because: FreezeReason };

/** What came of looking into what clients said of somebody: into which of their answers. */
export type Reviewed = {
  staff: Id<"staff">;
  isExplained: boolean;
  answers: readonly Id<"answer">[];
};

/**
 * The vault's verb against somebody on the staff, and what takes it back. Each appends an event: call it last. Where
 * tickets are held or other events go before it, call `stopLooks` before those.
 */
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
    await stopLooks(joining, [staff]);
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
    await stopLooks(joining, [freeze.staff]);
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
    await stopLooks(joining, [staff]);
    if (!(await keepFreeze(joining, id, actor.id, now))) return false;
    const draft = { kind: freezeKept, details: { staff, freeze: id }, ...(client && { client }) };
    await this.#appender.append(actor, draft, now, joining);
    return true;
  }

  /**
   * Somebody looked into what clients doubted of a person. Explained, the freezes end that stand on nothing else, and the one
   * for all with them when too few are left; else they stay, whatever the clients take back.
   * @param answers where they are explained, all that ever were: a freeze may stand on several
   */
  async review(
    joining: Transaction,
    actor: Extract<Actor, { is: "staff" }>,
    { staff, isExplained, answers }: Reviewed,
    now: Date,
  ): Promise<void> {
    await stopLooks(joining, [staff]);
    const doubted = await freezesBy(joining, staff, answers);
    if (isExplained) {
      const ending = doubted.filter(({ isWhollyBy }) => isWhollyBy);
      return await this.#thawExplained(joining, actor, staff, ending, now);
    }
    if (doubted.length === 0) return;
    const standing = await freezesOf(joining, [staff]);
    const forAll = standing.filter(({ because }) => because === "two_doubts");
    for (const freeze of [...doubted, ...forAll]) await this.keep(joining, actor, freeze, now);
  }

  /**
   * A freeze for all that somebody had kept ends with nothing but what was kept with it. Open pages of those clients'
   * tickets are told.
   */
  async #thawExplained(
    joining: Transaction,
    actor: Actor,
    staff: Id<"staff">,
    ending: readonly Freeze[],
    now: Date,
  ): Promise<void> {
    const client = ending.flatMap((freeze) => freeze.client ?? []);
    await touchTicket(joining, { client }, now);
    for (const freeze of ending) await this.thaw(joining, actor, freeze, now);
    const left = await freezesOf(joining, [staff]);
    const forAll = left.find(({ because }) => because === "two_doubts");
    if (!forAll || (forAll.keptAt && ending.every(({ keptAt }) => !keptAt))) return;
    const doubts = left.filter(({ because }) => because === "doubt");
    if (freezesAltogether(doubts, await explainedDoubters(joining, staff))) return;
    await this.thaw(joining, actor, forAll, now);
  }
}
