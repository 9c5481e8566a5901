import { idFrom, type Queryable } from "#platform";
import type { Case } from "./case.ts";
import type { Findings, Where } from "./finding.ts";
import { int32, int64 } from "./raw-row.ts";
import { type Lane, leafUnevenness, type Range, Runs } from "./runs.ts";
import { eventsAt } from "./store.ts";

/** Clocks are set back by seconds, and events take seconds to be appended. */
const backwardsSeconds = 3_600;
const backdatedMax = 1_000;

/**
 * Names the runs that are wrong, and the lanes that lack numbers.
 * @returns whether no lane lacks any
 */
export function judgeLanes(found: Case, findings: Findings): boolean {
  const { log, placing, counters } = found;
  const { wrongRuns } = placing;
  const { missing, overlapping } = leafUnevenness(log.sealedRuns, log.leaves.tree.size);
  for (const range of missing) findings.add("run_missing", range);
  for (const { first } of wrongRuns) findings.add("run_wrong", { run: first });
  for (const { run, next } of overlapping) {
    const isBlamed = wrongRuns.has(run) || (next !== undefined && wrongRuns.has(next));
    if (!isBlamed) findings.add("run_overlaps", { run: run.first });
  }
  const runs = trimmedRuns(found);
  const doubtful = doubtfulLanes(found);
  const idle = [...counters.keys()].filter((instance) => !runs.lane(instance));
  const before = findings.count;
  for (const [instance, lane] of [...runs.lanes, ...idle.map((one) => [one, undefined] as const)]) {
    if (!doubtful.has(instance)) judgeLane(found, instance, lane, findings);
  }
  return findings.count === before;
}

/** Names the events that happened long before the one that their lane appended before them. */
export async function judgeTimes(
  queryable: Queryable,
  found: Case,
  findings: Findings,
): Promise<void> {
  const doubtful = doubtfulLanes(found);
  const backdated = new Map<string, Where & { instance: number; instanceSeq: number }>();
  for (const [instance, lane] of trimmedRuns(found).lanes) {
    if (doubtful.has(instance)) continue;
    for (const at of backwards(found, lane)) {
      if (backdated.size < backdatedMax) backdated.set(`${at.instance}/${at.instanceSeq}`, at);
    }
  }
  if (backdated.size === 0) return;
  for (const { id, instance, instanceSeq } of await eventsAt(queryable, [...backdated.values()])) {
    const at = backdated.get(`${instance}/${instanceSeq}`);
    findings.add("event_backdated", { event: idFrom("event", id), ...at });
  }
}

/** Without the part of a run that is the next one's. */
function trimmedRuns({ log, placing }: Case): Runs {
  const { size } = log.leaves.tree;
  const { overlapping } = leafUnevenness(log.sealedRuns, size);
  const trimmed = new Map(
    overlapping
      .filter(({ next }) => !(next && placing.wrongRuns.has(next)))
      .map(({ run, next }) => [run, (next?.first ?? size) - run.first]),
  );
  const sealed = log.sealedRuns
    .filter((run) => !placing.wrongRuns.has(run))
    .map((run) => ({ ...run, events: trimmed.get(run) ?? run.events }))
    .filter(({ events }) => events > 0);
  return new Runs([...sealed, ...log.pendingRuns], size);
}

/** The lanes of wrong runs, and those whose events are in them: their numbers say nothing yet. */
function doubtfulLanes({ placing }: Case): Set<number> {
  return new Set([...placing.wrongRuns, ...placing.elsewhere].map(({ instance }) => instance));
}

function judgeLane(
  { placing, counters }: Case,
  instance: number,
  lane: Lane | undefined,
  findings: Findings,
): void {
  const { missing, overlapping } = lane?.unevenness() ?? { missing: [], overlapping: [] };
  // Rows with a number and without a leaf are named already, each by itself.
  const named = [...placing.odd]
    .filter(({ row, leaf }) => leaf === undefined && int32(row.instance) === instance)
    .map(({ row }) => int64(row.instanceSeq));
  for (const range of missing.flatMap((one) => without(one, named))) {
    findings.add("lane_gap", { instance, ...range });
  }
  for (const [one, other] of overlapping) {
    if (one.isWaiting || other.isWaiting) {
      findings.add("pending_sealed", { instance, instanceSeq: other.firstSeq });
    } else findings.add("run_overlaps", { run: other.first });
  }
  const counter = counters.get(instance);
  const last = lane?.last ?? 0;
  if (counter === undefined) findings.add("lane_missing", { instance });
  else if (counter < last || without({ from: last + 1, to: counter + 1 }, named).length > 0) {
    findings.add("lane_counter_wrong", { instance, instanceSeq: counter });
  }
}

function* backwards(
  { log }: Case,
  lane: Lane,
): Generator<Where & { instance: number; instanceSeq: number }> {
  let before = 0;
  for (const { first, instance, firstSeq, events } of lane.runs) {
    for (let place = 0; place < events; place++) {
      const leaf = first + place;
      if (!log.leaves.isMatched(leaf)) continue;
      const seconds = log.leaves.secondsAt(leaf);
      if (seconds < before - backwardsSeconds) {
        yield { leaf, instance, instanceSeq: firstSeq + place };
      }
      before = seconds;
    }
  }
}

/** What is left of a range without some numbers. */
function without({ from, to }: Range, numbers: readonly number[]): Range[] {
  const left: Range[] = [];
  let next = from;
  for (const number of numbers.toSorted((one, other) => one - other)) {
    if (number < next || number >= to) continue;
    if (number > next) left.push({ from: next, to: number });
    next = number + 1;
  }
  if (next < to) left.push({ from: next, to });
  return left;
}
