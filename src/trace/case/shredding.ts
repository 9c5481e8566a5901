import { hasRole, staffById } from "#accounts";
import { forEach, type Id, system, transaction } from "#platform";
import type { TraceDesk } from "../desk.ts";
import { traceShredded } from "../events.ts";
import { NotInThisState, NotYours, TraceUnknown } from "./refusals.ts";
import { reasonFrom } from "./seeing.ts";
import {
  holdTrace,
  isShutOut,
  keysLeft,
  markKeyDestroyed,
  markShredded,
  traceById,
} from "./store.ts";
import { ownClientOf, type Trace } from "./trace.ts";

/** Longer than it takes from a case being shredded to its keys being destroyed. */
const leftMs = 60_000;

/**
 * Sample and result are gone, for a reason, and the case's keys with them. What the log says of it stays.
 * @throws {NotYours} {NotInThisState} {WrongWhy}
 */
export async function shredTrace(
  desk: TraceDesk,
  analyst: Id<"staff">,
  trace: Pick<Trace, "id" | "by">,
  given: string,
  now: Date,
): Promise<void> {
  const { id } = trace;
  const reason = reasonFrom(given);
  if (!(await mayShred(desk, analyst, trace))) throw new NotYours();
  const receipt = await transaction(desk.database, async (joining) => {
    await holdTrace(joining, id);
    const held = await traceById(joining, id);
    if (!held) throw new TraceUnknown();
    if (held.state.is === "shredded") throw new NotInThisState(held.state);
    await markShredded(joining, id, { by: analyst, reason, at: now });
    return await desk.appender.append({ is: "staff", id: analyst }, shredding(id), now, joining);
  });
  await destroyKeys(desk, id, receipt.event, now);
}

/**
 * Who began a trace shreds it. One that a system began, or somebody who is no analyst any more or stands in the result, is any
 * analyst's to shred who may see it: else nobody could.
 */
export async function mayShred(
  { database }: Pick<TraceDesk, "database">,
  analyst: Id<"staff">,
  { id, by }: Pick<Trace, "id" | "by">,
): Promise<boolean> {
  if (by.is !== "staff" || by.id === analyst) return true;
  const beginner = await staffById(database, by.id);
  if (!beginner || !hasRole(beginner, "analyst")) return true;
  return await isShutOut(database, id, by.id);
}

/** Destroys what was left when a process stopped between: an event permits it for a minute alone, so it takes another. */
export async function destroyKeysLeft(desk: TraceDesk, now: Date): Promise<void> {
  await forEach(await keysLeft(desk.database, new Date(now.getTime() - leftMs)), async (id) => {
    const { event } = await desk.appender.append(system, shredding(id), now);
    await destroyKeys(desk, id, event, now);
  });
}

async function destroyKeys(
  { database, keykeeper }: TraceDesk,
  id: Id<"trace">,
  event: Id<"event">,
  now: Date,
): Promise<void> {
  await keykeeper.shred({ client: ownClientOf(id), event });
  await markKeyDestroyed(database, id, now);
}

function shredding(id: Id<"trace">) {
  const columns = { client: ownClientOf(id), decision: "allow" as const };
  return { kind: traceShredded, details: { trace: id }, ...columns };
}
