import { type StaffMember, staffHere } from "#accounts";
import { type Id, type Queryable, type Transaction, transaction } from "#platform";
import type { WatchDesk } from "../desk.ts";
import { caseClosed, caseLookedAtAgain } from "../events.ts";
import { type Case, type Finding, maySee } from "./case.ts";
import { CaseOver, CaseUnknown, SamePerson, WrongReason } from "./refusals.ts";
import { caseById, holdCases, markClosed, markSecondLook, reopen, sumCase } from "./store.ts";

const reasonLetters = { min: 10, max: 1_000 };

/** A case that somebody may see, and whom it is about, when that person is here. @throws {CaseUnknown} */
export async function caseFor(
  queryable: Queryable,
  viewer: StaffMember,
  id: Id<"case">,
): Promise<{ of: Case; subject: StaffMember | undefined }> {
  const of = await caseById(queryable, id);
  if (!of) throw new CaseUnknown();
  const subject = (await staffHere(queryable)).find((person) => person.id === of.staff);
  if (!maySee(viewer, subject)) throw new CaseUnknown();
  return { of, subject };
}

/**
 * Somebody looked into it: it has an explanation, and what clients' doubts stopped goes on; or it is what it looks like, and
 * that stays stopped.
 * @throws {CaseUnknown} {CaseOver} {WrongReason}
 */
export async function closeCase(
  desk: WatchDesk,
  viewer: StaffMember,
  id: Id<"case">,
  { finding, reason }: { finding: Finding; reason: string },
  now: Date,
): Promise<void> {
  const why = reasonFrom(reason);
  await transaction(desk.database, async (joining) => {
    await holdCases(joining);
    const { of } = await caseFor(joining, viewer, id);
    const closing = { by: viewer.id, finding, reason: why };
    if (!(await markClosed(joining, id, closing, now))) throw new CaseOver(of.state.is);
    const isExplained = finding === "explained";
    const reviewed = { staff: of.staff, isExplained, seenUntil: of.changedAt };
    await desk.freezes.review(joining, by(viewer), reviewed, now);
    const details = { case: id, staff: of.staff, finding };
    await desk.appender.append(by(viewer), { kind: caseClosed, details }, now, joining);
  });
}

/**
 * A second person looks at how a case was closed. Who doesn't agree opens it again.
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
    if (agrees) await markSecondLook(joining, id, viewer.id, now);
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

/** @throws {WrongReason} */
export function reasonFrom(typed: string): string {
  const reason = typed.trim().replace(/\s+/g, " ");
  if (reason.length < reasonLetters.min || reason.length > reasonLetters.max) {
    throw new WrongReason(reasonLetters.max);
  }
  return reason;
}

function by({ id }: StaffMember) {
  return { is: "staff", id } as const;
}
