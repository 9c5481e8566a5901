import { type StaffMember, staffById } from "#accounts";
import { type Id, type Queryable, type Transaction, transaction } from "#platform";
import type { WatchDesk } from "../desk.ts";
import { caseClosed, caseLookedAtAgain } from "../events.ts";
import { answersIn } from "../reading/index.ts";
import { type Case, type Finding, maySee } from "./case.ts";
import { CaseChanged, CaseOver, CaseUnknown, SamePerson, WrongReason } from "./refusals.ts";
import {
  caseById,
  explainedCases,
  hasChangedSince,
  holdCases,
  markClosed,
  markSecondLook,
  reopen,
  signalsOf,
  sumCase,
} from "./store.ts";

const reasonLetters = { min: 10, max: 1_000 };

/** A case that somebody may see, and whom it is about, when that person is here. @throws {CaseUnknown} */
export async function caseFor(
  queryable: Queryable,
  viewer: StaffMember,
  id: Id<"case">,
): Promise<{ of: Case; subject: StaffMember | undefined }> {
  const of = await caseById(queryable, id);
  if (!of) throw new CaseUnknown();
  const person = await staffById(queryable, of.staff);
  const subject = person?.leftAt ? undefined : person;
  if (!maySee(viewer, subject)) throw new CaseUnknown();
  return { of, subject };
}

/** What somebody found, and how far that person had read: the case's last change that the page had shown. */
export type Found = { finding: Finding; reason: string; readUntil: Date };

/**
 * Somebody looked into it: it is what it looks like, and what clients' doubts stopped stays stopped, whatever they take back;
 * or it has an explanation, and that ends when a second person agrees.
 * @throws {CaseUnknown} {CaseOver} {CaseChanged} {WrongReason}
 */
export async function closeCase(
  desk: WatchDesk,
  viewer: StaffMember,
  id: Id<"case">,
  { finding, reason, readUntil }: Found,
  now: Date,
): Promise<void> {
  const why = reasonFrom(reason);
  await transaction(desk.database, async (joining) => {
    await holdCases(joining);
    const { of } = await caseFor(joining, viewer, id);
    if (of.state.is === "closed") throw new CaseOver(of.state.is);
    const isRead = readUntil <= of.changedAt && !(await hasChangedSince(joining, id, readUntil));
    if (!isRead) throw new CaseChanged();
    const closing = { by: viewer.id, finding, reason: why, readUntil };
    await markClosed(joining, id, closing, now);
    if (finding === "confirmed") await reviewFreezes(desk, joining, viewer, of, finding, now);
    const details = { case: id, staff: of.staff, finding };
    await desk.appender.append(by(viewer), { kind: caseClosed, details }, now, joining);
  });
}

/**
 * A second person looks at how a case was closed. Who agrees that it has an explanation ends what clients' doubts stopped; who
 * doesn't agree opens it again, and that stays.
 * @returns the case that is open then @throws {CaseUnknown} {CaseOver} {SamePerson}
 */
export async function lookAgain(
  desk: WatchDesk,
  viewer: StaffMember,
  id: Id<"case">,
  agrees: boolean,
  now: Date,
): Promise<Id<"case"> | undefined> {
  return await transaction(desk.database, async (joining) => {
    await holdCases(joining);
    const { of } = await caseFor(joining, viewer, id);
    if (of.state.is !== "closed" || of.state.secondLook) throw new CaseOver(of.state.is);
    if (of.state.by === viewer.id) throw new SamePerson();
    const open = agrees ? undefined : await openAgain(joining, of, now);
    if (open !== id) await markSecondLook(joining, id, { by: viewer.id, agrees, at: now });
    const { finding } = of.state;
    if (agrees && finding === "explained") {
      await reviewFreezes(desk, joining, viewer, of, finding, now);
    }
    const details = { case: id, staff: of.staff, agrees };
    await desk.appender.append(by(viewer), { kind: caseLookedAtAgain, details }, now, joining);
    return open;
  });
}

async function openAgain(joining: Transaction, of: Case, now: Date): Promise<Id<"case">> {
  const open = await reopen(joining, of, now);
  await sumCase(joining, open, now);
  return open;
}

/** What the doubts of this case stopped stays; or it goes on, where two people explained all doubts that stopped it. */
async function reviewFreezes(
  { freezes }: WatchDesk,
  joining: Transaction,
  viewer: StaffMember,
  { id, staff }: Case,
  finding: Finding,
  now: Date,
): Promise<void> {
  const isExplained = finding === "explained";
  const signals = await signalsOf(
    joining,
    isExplained ? await explainedCases(joining, staff) : [id],
  );
  const doubts = signals.filter(({ detector }) => detector === "clients_no");
  const answers = await answersIn(
    joining,
    doubts.flatMap(({ events }) => events),
  );
  await freezes.review(joining, by(viewer), { staff, isExplained, answers }, now);
}

/** @throws {WrongReason} */
function reasonFrom(typed: string): string {
  const reason = typed.trim().replace(/\s+/g, " ");
  if (reason.length < reasonLetters.min || reason.length > reasonLetters.max) {
    throw new WrongReason(reasonLetters.max);
  }
  return reason;
}

function by({ id }: StaffMember) {
  return { is: "staff", id } as const;
}
