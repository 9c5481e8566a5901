import { dayMs, type Id, newId, startOf, system, type Transaction, transaction } from "#platform";
import type { WatchDesk } from "../desk.ts";
import { detectors, pointsOf, type Signal } from "../detector/index.ts";
import { caseRaised, signalled } from "../events.ts";
import { markRead, type Reading, readLedger } from "../reading/index.ts";
import type { Case } from "./case.ts";
import {
  countRaised,
  ensureCase,
  explainedEvents,
  holdCases,
  knownSignals,
  markRaised,
  openCases,
  retractDoubts,
  saveSignal,
  sumCase,
} from "./store.ts";
import { tell } from "./telling.ts";

/** As far as signals of days that were read before can reach. */
const explainedMs = 40 * dayMs;
/** Less than the days of which doubts are read: an old one isn't taken for one that was taken back. */
const doubtsMs = 26 * dayMs;

/**
 * Looks at what happened since the last look: every detector's signals join the one case of each person, and cases are
 * raised within the day's budget, or at once. The worker does it every minute, and an alarm at once.
 */
export async function look(desk: WatchDesk, now: Date): Promise<void> {
  const reading = await readLedger(desk, now);
  const explained = await explainedEvents(desk.database, new Date(now.getTime() - explainedMs));
  const signals = await signalsIn(withoutExplained(reading, explained), now);
  await transaction(desk.database, async (joining) => {
    await holdCases(joining);
    await markRead(joining, now);
    const urgent = await joinSignals(desk, joining, signals, now);
    await retract(joining, reading, now);
    await raise(desk, joining, now);
    for (const one of urgent) await tell(desk, joining, one, now);
  });
}

/** What all detectors see. */
export async function signalsIn(reading: Reading, now: Date): Promise<Signal[]> {
  const found = await Promise.all(detectors.map((detector) => detector.find(reading, now)));
  return found.flat();
}

/** What somebody explained raises nothing again: by name, never by a threshold that nobody sees. */
function withoutExplained(reading: Reading, explained: ReadonlySet<Id<"event">>): Reading {
  const isNew = ({ event }: { event: Id<"event"> }) => !explained.has(event);
  return {
    ...reading,
    shown: reading.shown.filter(isNew),
    refused: reading.refused.filter(isNew),
    touches: reading.touches.filter(isNew),
    doubts: reading.doubts.filter(isNew),
    decoyHits: reading.decoyHits.filter(isNew),
    unmarked: reading.unmarked.filter(isNew),
    smallSamples: reading.smallSamples.filter(isNew),
  };
}

/** @returns the cases that can't wait since now */
async function joinSignals(
  desk: WatchDesk,
  joining: Transaction,
  signals: readonly Signal[],
  now: Date,
): Promise<Case[]> {
  const known = new Map(
    (await knownSignals(joining, signals)).map((one) => [`${one.staff} ${one.key}`, one]),
  );
  const urgent: Case[] = [];
  for (const [staff, theirs] of Map.groupBy(signals, (signal) => signal.staff)) {
    const live = theirs.filter(({ key }) => !known.get(`${staff} ${key}`)?.isClosed);
    if (live.length === 0) continue;
    const of = await ensureCase(joining, newId("case", now), staff, now);
    let hasChanged = false;
    for (const signal of live) {
      const points = pointsFor(signal);
      if (!(await saveSignal(joining, of, signal, points, now))) continue;
      hasChanged = true;
      if (known.has(`${staff} ${signal.key}`)) continue;
      const details = { case: of, staff, detector: signal.detector, points };
      await desk.appender.append(system, { kind: signalled, details }, now, joining);
    }
    if (!hasChanged) continue;
    const summed = await sumCase(joining, of, now);
    if (summed.becameUrgent) urgent.push(summed.of);
  }
  return urgent;
}

/** A client took a *no* back: it was a mistake, and counts no more. */
async function retract(joining: Transaction, { doubts }: Reading, now: Date): Promise<void> {
  const standing = doubts.map(({ event }) => event);
  const since = new Date(now.getTime() - doubtsMs);
  for (const of of await retractDoubts(joining, "clients_no", standing, since, now)) {
    await sumCase(joining, of, now);
  }
}

/** What can't wait is raised at once; of the others the strongest, as many as the day allows. */
async function raise(desk: WatchDesk, joining: Transaction, now: Date): Promise<void> {
  const open = await openCases(joining);
  const waiting = open.filter(({ state, score }) => state.is === "waiting" && score > 0);
  const urgent = waiting.filter(({ isUrgent }) => isUrgent);
  const others = waiting.filter(({ isUrgent }) => !isUrgent);
  const today = startOf(now, dayMs);
  const left = Math.max(0, desk.alertsPerDay - (await countRaised(joining, today)));
  for (const { id, staff, score, isUrgent } of [...urgent, ...others.slice(0, left)]) {
    await markRaised(joining, id, now);
    const details = { case: id, staff, score, urgent: isUrgent };
    await desk.appender.append(system, { kind: caseRaised, details }, now, joining);
  }
}

/** Rounded, so that the same chance is the same strength. */
function pointsFor(signal: Signal): number {
  const detector = detectors.find(({ id }) => id === signal.detector);
  if (!detector) throw new Error(`no detector is ${signal.detector}`);
  return Math.round(10 * pointsOf(detector, signal)) / 10;
}
