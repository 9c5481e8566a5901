import type { StaffMember } from "#accounts";
import { type Id, isId, newId, transaction } from "#platform";
import type { TraceDesk } from "../desk.ts";
import { traceDenied, traceNameOpened } from "../events.ts";
import type { TraceResult } from "../result.ts";
import { Pseudonyms } from "./pseudonyms.ts";
import { NobodyCalledSo, NotInThisState, ShutOut, TraceUnknown, WrongWhy } from "./refusals.ts";
import { readResult } from "./result-json.ts";
import { type Opening, openCase, openContent } from "./sealing.ts";
import { insertNameOpening, isShutOut, traceById } from "./store.ts";
import { reasonLetters, type Trace } from "./trace.ts";

/**
 * A trace, for an analyst who isn't in what it found. That somebody is refused is an event.
 * @throws {TraceUnknown} {ShutOut}
 */
export async function traceFor(
  desk: Pick<TraceDesk, "database" | "appender">,
  viewer: Pick<StaffMember, "id">,
  id: string,
  now: Date,
): Promise<Trace> {
  const found = isId("trace", id) ? await traceById(desk.database, id) : undefined;
  if (!found) throw new TraceUnknown();
  await requireOutside(desk, found.id, viewer.id, now);
  return found;
}

/**
 * A trace, for the system that began it. Who is in what was found doesn't see it through a key that this person made.
 * @throws {TraceUnknown} {ShutOut}
 */
export async function traceForMachine(
  desk: Pick<TraceDesk, "database" | "appender">,
  key: { id: Id<"apikey">; madeBy: Id<"staff"> | undefined },
  id: string,
  now: Date,
): Promise<Trace> {
  const found = isId("trace", id) ? await traceById(desk.database, id) : undefined;
  if (found?.by.is !== "machine" || found.by.key !== key.id) throw new TraceUnknown();
  if (key.madeBy) await requireOutside(desk, found.id, key.madeBy, now);
  return found;
}

async function requireOutside(
  { database, appender }: Pick<TraceDesk, "database" | "appender">,
  trace: Id<"trace">,
  staff: Id<"staff">,
  now: Date,
): Promise<void> {
  if (!(await isShutOut(database, trace, staff))) return;
  const draft = { kind: traceDenied, details: { trace }, decision: "deny" as const };
  await appender.append({ is: "staff", id: staff }, draft, now);
  throw new ShutOut();
}

/** What a trace found: opened for an event of its own. @throws {NotInThisState} {KeykeeperRefused} */
export async function resultOf(
  desk: TraceDesk,
  { id, state }: Trace,
  opening: Opening,
  now: Date,
): Promise<TraceResult> {
  if (state.is !== "done") throw new NotInThisState(state);
  const key = await openCase(desk, id, opening, now);
  const bytes = await openContent(desk, key, id, "result");
  if (!bytes) throw new NotInThisState(state);
  return readResult(bytes);
}

/**
 * An analyst is told who a person of a trace is, with a reason that leads read. The event is committed before the name is
 * anywhere.
 * @throws {NobodyCalledSo} {WrongWhy} {NotInThisState}
 */
export async function openName(
  desk: TraceDesk,
  analyst: Id<"staff">,
  trace: Trace,
  { called, reason }: { called: string; reason: string },
  now: Date,
): Promise<void> {
  const why = reasonFrom(reason);
  const actor = { is: "staff", id: analyst } as const;
  const result = await resultOf(desk, trace, { actor, purpose: "result" }, now);
  const staff = new Pseudonyms(result).personCalled(called);
  if (!staff) throw new NobodyCalledSo(called);
  await transaction(desk.database, async (joining) => {
    const opened = { trace: trace.id, at: now, by: analyst, staff, called, reason: why };
    await insertNameOpening(joining, newId("opening", now), opened);
    const details = { trace: trace.id, staff, called };
    await desk.appender.append(actor, { kind: traceNameOpened, details }, now, joining);
  });
}

/** @throws {WrongWhy} */
export function reasonFrom(given: string): string {
  const reason = given.trim();
  const { min, max } = reasonLetters;
  if (reason.length < min || reason.length > max) throw new WrongWhy();
  return reason;
}
