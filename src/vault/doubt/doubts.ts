import { stopLooks, tellLeads } from "#accounts";
import { type Actor, type Id, newId, type Transaction, transaction, uuidOf } from "#platform";
import { touchTicket } from "#tickets";
import type { Alarms } from "../alarms.ts";
import type { VaultDesk } from "../desk.ts";
import { doubted, doubtTakenBack } from "../events.ts";
import { explainedDoubters, type Freezes, freezesAltogether, freezesOf } from "../freeze/index.ts";
import { type About, lookersAt, looksAbout } from "../past-look/index.ts";
import type { Answer, Doubt, Said } from "./answer.ts";
import { NobodyLooked } from "./refusals.ts";
import { answersAbout, countDoubts, holdAnswers, insertAnswer, markTakenBack } from "./store.ts";

/** Told of each *no*, within its transaction: what it does is done, or not, with it. */
export type DoubtListener = (joining: Transaction, doubt: Doubt, now: Date) => Promise<void>;

export type DoubtsDesk = Pick<VaultDesk, "database" | "appender" | "outbox"> & { alarms: Alarms };

/**
 * "Was this you?": what clients say of who looked. A *no* freezes that person for the client at once, from two clients
 * for everybody, and tells the leads; a mistaken one is taken back.
 */
export class Doubts {
  readonly #desk: DoubtsDesk;
  readonly #freezes: Freezes;
  readonly #listeners: DoubtListener[] = [];

  constructor(desk: DoubtsDesk, freezes: Freezes) {
    this.#desk = desk;
    this.#freezes = freezes;
  }

  /** Says who else acts on a *no*, once, when the desk starts. */
  onDoubt(listener: DoubtListener): void {
    this.#listeners.push(listener);
  }

  /**
   * A client's word on a contact. What was said before of it and differs is taken back; saying it twice does nothing.
   * @throws {NobodyLooked} for what isn't the client's, is sealed, or was looked at by nobody who is known
   */
  async say(client: Id<"client">, about: About, said: Said, now: Date): Promise<void> {
    await transaction(this.#desk.database, async (joining) => {
      await holdAnswers(joining, client, uuidOf(about.id));
      const lookers = lookersAt(await looksAbout(joining, client, about, now));
      if (lookers.length === 0) throw new NobodyLooked();
      const standing = await this.#standing(joining, client, about, lookers);
      const differing = standing.filter((one) => one.said !== said);
      await touchDoubted(joining, client, [{ said }, ...differing], now);
      const answers: Answer[] = [];
      for (const one of differing) await markTakenBack(joining, one, now);
      for (const staff of lookers) {
        const id = newId("answer", now);
        const answer = { id, client, about: uuidOf(about.id), staff, said, at: now };
        if (await insertAnswer(joining, answer)) answers.push(answer);
      }
      if (said === "no") await this.#tellLeads(joining, client, answers, now);
      await this.#undo(joining, about, differing, now);
      for (const answer of answers) await this.#carryOut(joining, about, answer, now);
    });
    if (said === "no") this.#desk.alarms.raise(now);
  }

  /** Takes back what a client said of a contact: its freezes end with it. */
  async takeBack(client: Id<"client">, about: About, now: Date): Promise<void> {
    await transaction(this.#desk.database, async (joining) => {
      await holdAnswers(joining, client, uuidOf(about.id));
      const standing = await this.#standing(joining, client, about, []);
      await touchDoubted(joining, client, standing, now);
      for (const one of standing) await markTakenBack(joining, one, now);
      await this.#undo(joining, about, standing, now);
    });
  }

  /** The answers that stand. Until the transaction ends nobody else freezes or thaws whom they are about. */
  async #standing(
    joining: Transaction,
    client: Id<"client">,
    about: About,
    lookers: readonly Id<"staff">[],
  ): Promise<Answer[]> {
    const found = await answersAbout(joining, client, [uuidOf(about.id)]);
    const staff = new Set([...lookers, ...found.map((one) => one.staff)]);
    await stopLooks(joining, [...staff]);
    return found;
  }

  /** The freezes, those whom the desk told of doubts, and the events: last, since others of the client wait for them. */
  async #carryOut(joining: Transaction, about: About, answer: Answer, now: Date): Promise<void> {
    const { id, client, staff, said } = answer;
    const actor: Actor = { is: "client", id: client };
    if (said === "no") {
      await this.#freezes.freezeStaff(joining, { staff, client, because: "doubt" }, actor, now);
      const isFrozenForAll = await this.#freezeForAll(joining, staff, actor, now);
      const doubt = { answer: id, client, staff, ...ticketOf(about), isFrozenForAll, at: now };
      for (const listener of this.#listeners) await listener(joining, doubt, now);
    }
    const details = { staff, answer: id, said };
    const draft = { kind: doubted, client, ...ticketOf(about), details };
    await this.#desk.appender.append(actor, draft, now, joining);
  }

  async #freezeForAll(
    joining: Transaction,
    staff: Id<"staff">,
    actor: Actor,
    now: Date,
  ): Promise<boolean> {
    const standing = await freezesOf(joining, [staff]);
    if (standing.some((one) => one.client === undefined)) return true;
    const doubts = standing.filter(({ because }) => because === "doubt");
    if (!freezesAltogether(doubts, await explainedDoubters(joining, staff))) return false;
    await this.#freezes.freezeStaff(joining, { staff, because: "two_doubts" }, actor, now);
    return true;
  }

  /** What doubts did that are taken back: a freeze for all stays while two clients doubt, or when a lead kept it. */
  async #undo(
    joining: Transaction,
    about: About,
    answers: readonly Answer[],
    now: Date,
  ): Promise<void> {
    for (const { id, client, staff, said } of answers) {
      const actor: Actor = { is: "client", id: client };
      if (said === "no") await this.#thawDoubted(joining, client, staff, now);
      const draft = { kind: doubtTakenBack, client, ...ticketOf(about) };
      const details = { staff, answer: id };
      await this.#desk.appender.append(actor, { ...draft, details }, now, joining);
    }
  }

  async #thawDoubted(
    joining: Transaction,
    client: Id<"client">,
    staff: Id<"staff">,
    now: Date,
  ): Promise<void> {
    const actor: Actor = { is: "client", id: client };
    if ((await countDoubts(joining, client, staff)) > 0) return; // of another contact
    const standing = await freezesOf(joining, [staff]);
    const left = standing.filter((one) => one.because !== "doubt" || one.client !== client);
    const own = standing.find((one) => !left.includes(one) && !one.keptAt);
    if (own) await this.#freezes.thaw(joining, actor, own, now);
    const forAll = left.find((one) => one.because === "two_doubts" && !one.keptAt);
    const doubts = left.filter(({ because }) => because === "doubt");
    if (forAll && !freezesAltogether(doubts, await explainedDoubters(joining, staff))) {
      await this.#freezes.thaw(joining, actor, forAll, now);
    }
  }

  /** Every lead, on shift or not. */
  async #tellLeads(
    joining: Transaction,
    client: Id<"client">,
    answers: readonly Answer[],
    now: Date,
  ): Promise<void> {
    if (answers.length === 0) return;
    const people = await freezesOf(
      joining,
      answers.map(({ staff }) => staff),
    );
    const isOthersToo = people.some((one) => one.client !== client);
    const values = { when: now, clients: isOthersToo ? "others_too" : "one" };
    await tellLeads(this.#desk.outbox, joining, { template: "client_doubts", values }, now);
  }
}

/** A no, or one that is taken back, changes what staff see of the client: open pages of all the client's tickets are told. */
async function touchDoubted(
  joining: Transaction,
  client: Id<"client">,
  answers: readonly Pick<Answer, "said">[],
  now: Date,
): Promise<void> {
  if (answers.some(({ said }) => said === "no")) await touchTicket(joining, { client }, now);
}

function ticketOf(about: About): { ticket?: Id<"ticket"> } {
  return about.is === "ticket" ? { ticket: about.id } : {};
}
