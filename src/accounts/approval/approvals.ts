import type { EventKind } from "#ledger";
import type { Message } from "#outbox";
import { type Id, newId, type Queryable, system, type Transaction, transaction } from "#platform";
import type { Desk } from "../desk.ts";
import type { StaffSession } from "../session/index.ts";
import { requireFreshPasskey, staffAddressee, staffById, staffHere } from "../staff/index.ts";
import type { Approval } from "./approval.ts";
import { draw, isEligible } from "./draw.ts";
import {
  approvalApproved,
  approvalAsked,
  approvalExpired,
  approvalImpossible,
  approvalRefused,
  approvalUsed,
  approvalWithdrawn,
} from "./events.ts";
import type { ApprovalKind } from "./kind.ts";
import {
  ApprovalOver,
  ApprovalUnknown,
  NobodyEligible,
  NotEligibleNow,
  ReasonMissing,
  ScopeInvalid,
  TooManyAsked,
} from "./refusals.ts";
import {
  approvalById,
  approvedApproval,
  countAskedBy,
  drawnBefore,
  holdAllOf,
  holdApproval,
  insertApproval,
  isAwaited,
  lastApprovalFor,
  markApproved,
  markExpired,
  markRefused,
  markUsed,
  markWithdrawn,
} from "./store.ts";

const expiredAtOnce = 100;
/** How many of one person may wait for a decision: nobody buries what others asked for. */
const waitingMax = 20;
const reasonLettersMax = 500;
/** How long who asks again of a kind gets the same person, unless that one agreed or let it expire: nobody asks until a friend is drawn. */
const sameDrawSeconds = 86_400;

type ApprovalsDesk = Pick<Desk, "database" | "appender" | "outbox" | "profile">;

export type Asking = {
  kind: string;
  /** The id of what it is about. */
  subject: string;
  /** Why, in the asker's own words; the approver reads them. */
  reason: string;
  /** What exactly would be done; checked against the kind. */
  scope: unknown;
  asker: Id<"staff">;
  /** Who is never drawn, beside those whom the rules leave out: people whom it is about. */
  barred?: ReadonlySet<Id<"staff">>;
};

/** Two people's approvals, once for every slice: whoever asks never chooses who decides. */
export class Approvals {
  readonly #desk: ApprovalsDesk;
  readonly #kinds = new Map<string, ApprovalKind>();

  constructor(desk: ApprovalsDesk) {
    this.#desk = desk;
  }

  /** Says what can be asked for. Each slice registers its own kinds, once, when the desk starts. */
  register(kind: ApprovalKind): void {
    if (this.#kinds.has(kind.name)) throw new Error(`${kind.name} is registered twice`);
    this.#kinds.set(kind.name, kind);
  }

  /** It throws an Error for a kind that nobody registered: a bug. */
  kindOf(name: string): ApprovalKind {
    const kind = this.#kinds.get(name);
    if (!kind) throw new Error(`no approval is of the kind ${name}`);
    return kind;
  }

  /**
   * Asks somebody whom the desk draws, and tells that person. Who asks again within a day gets the same person, unless that one agreed.
   * @param joining what is asked for is there, or not, with the caller's transaction
   * @throws {NobodyEligible} then the answer is no, and an event says so
   * @throws {ScopeInvalid} {ReasonMissing} {TooManyAsked}
   */
  async ask(asking: Asking, now: Date, joining: Transaction): Promise<Approval> {
    const { subject, asker } = asking;
    const kind = this.kindOf(asking.kind);
    const scope = kind.scope.safeParse(asking.scope);
    if (!scope.success) throw new ScopeInvalid(scope.error.issues[0]?.message ?? "unknown");
    const reason = asking.reason.trim();
    if (reason === "" || reason.length > reasonLettersMax)
      throw new ReasonMissing(reasonLettersMax);
    const profile = await this.#desk.profile();
    const people = await staffHere(joining);
    const askingPerson = people.find(({ id }) => id === asker);
    if (!askingPerson) throw new Error(`${asker} asks, but isn't on the staff`);
    const since = secondsAfter(now, -sameDrawSeconds);
    const again = await drawnBefore(joining, asking, { since, now });
    if ((await countAskedBy(joining, asker, now)) >= waitingMax) throw new TooManyAsked(waitingMax);
    const rule = { role: kind.role, newSeconds: profile.new_approver_seconds, subject, again };
    const others = people.filter(({ id }) => !asking.barred?.has(id));
    const drawn = draw(others, askingPerson, rule, now);
    if (!drawn) return await this.#refuse(asking, kind.role, now);
    const { approver, among } = drawn;
    const id = newId("approval", now);
    const until = secondsAfter(now, profile.approval_seconds);
    const what = { kind: kind.name, subject, reason, scope: scope.data };
    const asked = { id, ...what, askedBy: asker, askedAt: now };
    await insertApproval(joining, { ...asked, approver }, among, until);
    const values = { when: now, until, what: kind.word };
    await this.#tell(approver, { template: "approval_asked", values }, now, joining);
    const details = { approval: id, kind: kind.name, subject, asker, approver, among };
    await this.#append(asker, approvalAsked, details, now, joining);
    return { ...asked, approver, state: { is: "asked", until } };
  }

  /**
   * The drawn person decides. What the kind does by itself is done at once, in the same transaction.
   * @throws {StepUpNeeded} {ApprovalUnknown} {ApprovalOver} {NotEligibleNow} and what the kind's act throws
   */
  async decide(
    session: StaffSession,
    id: Id<"approval">,
    decision: "approved" | "refused",
    now: Date,
  ): Promise<Approval> {
    const profile = await this.#desk.profile();
    requireFreshPasskey(session, profile, now);
    const decider = session.holder.id;
    return await transaction(this.#desk.database, async (joining) => {
      const approval = await holdApproval(joining, id, now);
      if (approval?.approver !== decider) throw new ApprovalUnknown();
      if (approval.state.is !== "asked") throw new ApprovalOver(approval.state.is);
      const kind = this.kindOf(approval.kind);
      const [person, asker] = await Promise.all([
        staffById(joining, decider),
        staffById(joining, approval.askedBy),
      ]);
      const { subject } = approval;
      const rule = { role: kind.role, newSeconds: profile.new_approver_seconds, subject };
      const isRight = person && asker && !asker.leftAt && isEligible(person, asker, rule, now);
      if (!isRight) throw new NotEligibleNow();
      const values = { when: now, decision };
      await this.#tell(asker.id, { template: "approval_decided", values }, now, joining);
      if (decision === "refused") {
        await markRefused(joining, id, now);
        await this.end(joining, [approval], now);
        await this.#append(decider, approvalRefused, { approval: id }, now, joining);
        return { ...approval, state: { is: "refused", at: now } };
      }
      const until = secondsAfter(now, profile.approval_seconds);
      await markApproved(joining, id, now, until);
      await this.#append(decider, approvalApproved, { approval: id }, now, joining);
      const approved: Approval = { ...approval, state: { is: "approved", at: now, until } };
      if (!kind.act) return approved;
      await kind.act(joining, approved, now);
      return await this.#markUsed(joining, approved, now);
    });
  }

  /**
   * Uses an approval up, in the transaction of what it is for; it can't be used again.
   * @param wanted what the caller is about to do, and who asked for it
   * @throws {ApprovalUnknown} {ApprovalOver}
   */
  async use(
    joining: Transaction,
    id: Id<"approval">,
    wanted: Pick<Asking, "kind" | "subject" | "asker">,
    now: Date,
  ): Promise<Approval> {
    const approval = await holdApproval(joining, id, now);
    const isWanted =
      approval?.kind === wanted.kind &&
      approval.subject === wanted.subject &&
      approval.askedBy === wanted.asker;
    if (!isWanted) throw new ApprovalUnknown();
    if (approval.state.is !== "approved") throw new ApprovalOver(approval.state.is);
    return await this.#markUsed(joining, approval, now);
  }

  async find(id: Id<"approval">, now: Date): Promise<Approval | undefined> {
    return await approvalById(this.#desk.database, id, now);
  }

  /** What somebody asked for, got approved, and didn't use yet. */
  async approvedFor(
    { kind, subject, asker }: Pick<Asking, "kind" | "subject" | "asker">,
    now: Date,
  ): Promise<Approval | undefined> {
    return await approvedApproval(this.#desk.database, { kind, subject, asker }, now);
  }

  /** What somebody asked for last about a subject, however it stands. */
  async lastFor(
    { kind, subject, asker }: Pick<Asking, "kind" | "subject" | "asker">,
    now: Date,
    queryable: Queryable = this.#desk.database,
  ): Promise<Approval | undefined> {
    return await lastApprovalFor(queryable, { kind, subject, asker }, now);
  }

  /** Whether somebody, whoever asked, may still decide about a subject. */
  async isAwaited(
    about: Pick<Asking, "kind" | "subject">,
    now: Date,
    queryable: Queryable = this.#desk.database,
  ): Promise<boolean> {
    return await isAwaited(queryable, about, now);
  }

  /** Who asked takes it back, also after it was approved. @throws {ApprovalUnknown} {ApprovalOver} */
  async withdraw(asker: Id<"staff">, id: Id<"approval">, now: Date): Promise<void> {
    await transaction(this.#desk.database, (joining) => this.withdrawIn(joining, asker, id, now));
  }

  async withdrawIn(
    joining: Transaction,
    asker: Id<"staff">,
    id: Id<"approval">,
    now: Date,
  ): Promise<void> {
    const approval = await holdApproval(joining, id, now);
    if (approval?.askedBy !== asker) throw new ApprovalUnknown();
    const { is } = approval.state;
    if (is !== "asked" && is !== "approved") throw new ApprovalOver(is);
    await markWithdrawn(joining, [id], "asker", now);
    await this.end(joining, [approval], now);
    const details = { approval: id, because: "asker" as const };
    await this.#append(asker, approvalWithdrawn, details, now, joining);
  }

  /** Writes down what nobody decided or used in time, and tells the askers. The worker does it every minute. */
  async expire(now: Date): Promise<number> {
    return await transaction(this.#desk.database, async (joining) => {
      const expired = await markExpired(joining, expiredAtOnce, now);
      const approvals = expired.map(({ approval }) => approval);
      await this.end(joining, approvals, now);
      for (const { approval, wasApproved } of expired) {
        const { id, askedBy } = approval;
        if (!wasApproved) {
          const values = { when: now, decision: "expired" };
          await this.#tell(askedBy, { template: "approval_decided", values }, now, joining);
        }
        const event = { kind: approvalExpired, details: { approval: id } };
        await this.#desk.appender.append(system, event, now, joining);
      }
      return expired.length;
    });
  }

  /** Has each kind do its part for those that ended unused, in the order of their names. */
  async end(joining: Transaction, ended: readonly Approval[], now: Date): Promise<void> {
    const byKind = Map.groupBy(ended, ({ kind }) => kind);
    for (const name of [...byKind.keys()].sort())
      await this.kindOf(name).ended?.(joining, byKind.get(name) ?? [], now);
  }

  async #markUsed(joining: Transaction, approval: Approval, now: Date): Promise<Approval> {
    await markUsed(joining, approval.id, now);
    await this.#append(approval.askedBy, approvalUsed, { approval: approval.id }, now, joining);
    return { ...approval, state: { is: "used", at: now } };
  }

  /** The caller's transaction comes to nothing, so that the event is appended beside it. */
  async #refuse({ kind, subject, asker }: Asking, role: string, now: Date): Promise<never> {
    const event = { kind: approvalImpossible, details: { kind, subject, asker } };
    await this.#desk.appender.append({ is: "staff", id: asker }, event, now);
    throw new NobodyEligible(role);
  }

  async #append<Details>(
    by: Id<"staff">,
    kind: EventKind<Details>,
    details: Details,
    now: Date,
    joining: Transaction,
  ): Promise<void> {
    await this.#desk.appender.append({ is: "staff", id: by }, { kind, details }, now, joining);
  }

  async #tell(to: Id<"staff">, message: Message, now: Date, joining: Transaction): Promise<void> {
    const person = await staffById(joining, to);
    if (person) await this.#desk.outbox.send(staffAddressee(person), message, now, joining);
  }
}

/** Ends what a leaver asked for, and what waited for the leaver's decision; `appendWithdrawn` tells of it, last. */
export async function withdrawApprovalsOf(
  joining: Transaction,
  leaver: Id<"staff">,
  now: Date,
): Promise<Approval[]> {
  const held = await holdAllOf(joining, leaver, now);
  const ids = held.map(({ id }) => id);
  await markWithdrawn(joining, ids, "left", now);
  return held;
}

export async function appendWithdrawn(
  { appender }: Pick<Desk, "appender">,
  joining: Transaction,
  withdrawn: readonly Approval[],
  now: Date,
): Promise<void> {
  for (const { id: approval } of withdrawn) {
    const event = { kind: approvalWithdrawn, details: { approval, because: "left" as const } };
    await appender.append(system, event, now, joining);
  }
}

function secondsAfter(now: Date, seconds: number): Date {
  return new Date(now.getTime() + seconds * 1_000);
}
