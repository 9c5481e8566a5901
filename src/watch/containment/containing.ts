import type { StaffMember } from "#accounts";
import { forEach, type Id, newId, type Transaction, transaction } from "#platform";
import { openFreezes } from "#vault";
import { type Case, caseFor, holdCases, SamePerson, signalsOf } from "../case/index.ts";
import type { WatchDesk } from "../desk.ts";
import { contained, released } from "../events.ts";
import type { Containment } from "./containment.ts";
import { NotNow } from "./refusals.ts";
import {
  containmentsOf,
  insertContainment,
  logSize,
  markDone,
  markReleased,
  openContainments,
} from "./store.ts";

const evidenceMax = 500;
const freezesMax = 1_000;

/**
 * Contains somebody in one act. First the event with what it stands on is committed, so that nothing of it can be taken
 * away unseen any more; then, in one transaction, everything by which that person could act ends, and the person is frozen.
 * Stopped between, the worker goes on.
 * @throws {CaseUnknown} {NotNow}
 */
export async function contain(
  desk: WatchDesk,
  viewer: StaffMember,
  id: Id<"case">,
  now: Date,
): Promise<Containment> {
  const begun = await transaction(desk.database, async (joining) => {
    await holdCases(joining);
    const { of, subject } = await caseFor(joining, viewer, id);
    if (!subject) throw new NotNow("left");
    return await begin(desk, joining, viewer.id, of, now);
  });
  await finish(desk, begun, now);
  return begun;
}

async function begin(
  desk: WatchDesk,
  joining: Transaction,
  by: Id<"staff">,
  { id: of, staff }: Case,
  now: Date,
): Promise<Containment> {
  const signals = await signalsOf(joining, [of]);
  const evidence = [...new Set(signals.flatMap(({ events }) => events))].slice(0, evidenceMax);
  const details = { case: of, staff, evidence, logSize: await logSize(joining) };
  const actor = { is: "staff", id: by } as const;
  const { event } = await desk.appender.append(actor, { kind: contained, details }, now, joining);
  const made = { id: newId("containment", now), case: of, staff, at: now, by, event };
  if (!(await insertContainment(joining, made))) throw new NotNow("contained");
  return { ...made, state: { is: "begun" } };
}

/** Ends everything, once. */
async function finish(
  { database, accounts, freezes }: WatchDesk,
  { id, staff, by }: Containment,
  now: Date,
): Promise<void> {
  await transaction(database, async (joining) => {
    if (!(await markDone(joining, id, now))) return;
    await accounts.leaving.hold(joining, staff, by, now);
    const actor = { is: "staff", id: by } as const;
    await freezes.freezeStaff(joining, { staff, because: "contained" }, actor, now);
  });
}

/** Goes on with what a process that stopped had begun. */
export async function finishBegun(desk: WatchDesk, now: Date): Promise<void> {
  const begun = (await openContainments(desk.database)).filter(({ state }) => state.is === "begun");
  await forEach(begun, (one) => finish(desk, one, now));
}

/**
 * A second person looked into it: the person can sign in again, and is frozen no more. What was ended stays ended.
 * @throws {CaseUnknown} {SamePerson} {NotNow}
 */
export async function release(
  desk: WatchDesk,
  viewer: StaffMember,
  id: Id<"case">,
  now: Date,
): Promise<void> {
  await transaction(desk.database, async (joining) => {
    await holdCases(joining);
    const { of } = await caseFor(joining, viewer, id);
    const open = (await containmentsOf(joining, of.id)).find(({ state }) => state.is === "done");
    if (!open) throw new NotNow("released");
    if (open.by === viewer.id) throw new SamePerson();
    if (!(await markReleased(joining, open.id, viewer.id, now))) throw new NotNow("released");
    const actor = { is: "staff", id: viewer.id } as const;
    await desk.accounts.leaving.release(joining, of.staff, viewer.id, now);
    for (const freeze of await openFreezes(joining, freezesMax)) {
      const isThis = freeze.staff === of.staff && freeze.because === "contained";
      if (isThis) await desk.freezes.thaw(joining, actor, freeze, now);
    }
    const details = { case: of.id, staff: of.staff };
    await desk.appender.append(actor, { kind: released, details }, now, joining);
  });
}
