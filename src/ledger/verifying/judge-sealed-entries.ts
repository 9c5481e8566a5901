import { dayMs, type Id, isId, type Queryable } from "#platform";
import { dayStart } from "../day.ts";
import type { Case } from "./case.ts";
import type { Findings } from "./finding.ts";
import type { Said, SaidDeeds } from "./said-deeds.ts";
import { allSealedEntries, type SealedEntryRow } from "./store.ts";

/** An entry is sealed for so long in all. */
const sealedMsMax = 30 * dayMs;

type Seal = Said<"ledger.entry_sealed">;

/** What the log says of an entry: the events that sealed it, up to which day, and when it was opened, if it was. */
type Sealing = { seals: [Seal, ...Seal[]]; until: string; openedMs: number | undefined };

/**
 * Holds each sealed entry, and each event that tells of its sealing, against what the log says, and names those that
 * only one of both has. What events said that were erased is unknown: what they could have said passes.
 */
export async function judgeSealedEntries(
  queryable: Queryable,
  { replay }: Case,
  findings: Findings,
): Promise<void> {
  const { said, erasures } = replay;
  const sealings = sealingsIn(said);
  const missing = eventsOf(sealings);
  for await (const row of allSealedEntries(queryable)) {
    const { client, event, entry } = row;
    missing.delete(nameOf(client, event));
    const code = verdictOn(row, sealings.get(nameOf(client, entry)), said);
    if (code !== "as_said") findings.add(code, { event, client });
  }
  for (const at of missing.values()) {
    // An erasure takes the row with it.
    if (!erasures.isErased(at.event)) findings.add("sealed_entry_missing", at);
  }
}

/** What the events did, one after the other, by the rules of `ledger.seal_entry` and `ledger.open_entry`. */
function sealingsIn(said: SaidDeeds): Map<string, Sealing> {
  const sealings = new Map<string, Sealing>();
  const steps = [
    ...said.of("ledger.entry_sealed").map((seal) => ({ ...seal, is: "seal" as const })),
    ...said.of("ledger.entry_opened").map((opened) => ({ ...opened, is: "opened" as const })),
  ].toSorted((one, other) => one.clientSeq - other.clientSeq);
  for (const step of steps) {
    const name = nameOf(step.client, step.entry);
    const sealing = sealings.get(name);
    if (sealing && !isSealedAt(sealing, step.atMs, said)) continue;
    if (step.is === "seal" && isAllowed(step, sealing?.seals[0] ?? step)) {
      const seals: Sealing["seals"] = sealing ? [...sealing.seals, step] : [step];
      sealings.set(name, { seals, until: step.until, openedMs: undefined });
    }
    if (step.is === "opened" && sealing) sealing.openedMs = step.atMs;
  }
  return sealings;
}

function isSealedAt({ seals, until, openedMs }: Sealing, atMs: number, said: SaidDeeds): boolean {
  const isProlonged = () => said.hasErased("ledger.entry_sealed", seals[0].atMs, atMs);
  return openedMs === undefined && (startMs(until) > atMs || isProlonged());
}

function isAllowed({ until, atMs }: Seal, first: Seal): boolean {
  return startMs(until) > atMs && startMs(until) <= first.atMs + sealedMsMax;
}

/** The entries, and the events that tell of their sealing: each has a row. */
function eventsOf(sealings: ReadonlyMap<string, Sealing>) {
  const events = new Map<string, { event: Id<"event">; client: Id<"client"> }>();
  for (const { seals } of sealings.values()) {
    for (const { client, event, entry } of seals) {
      events.set(nameOf(client, event), { event, client });
      if (isId("event", entry)) events.set(nameOf(client, entry), { event: entry, client });
    }
  }
  return events;
}

function verdictOn(
  { event, entry, sealedMs, until, openedMs }: SealedEntryRow,
  sealing: Sealing | undefined,
  said: SaidDeeds,
): "as_said" | "sealed_entry_unlogged" | "sealed_entry_changed" {
  const last = sealedMs + sealedMsMax;
  const seal =
    event === entry ? sealing?.seals[0] : sealing?.seals.find((one) => one.event === event);
  const isFirstErased = event === entry && said.hasErased("ledger.entry_sealed", sealedMs);
  if (!seal && !isFirstErased) return "sealed_entry_unlogged";
  const isSealed = sealedMs === seal?.atMs || isFirstErased;
  const isUntil =
    until === sealing?.until ||
    (startMs(until) <= last && said.hasErased("ledger.entry_sealed", sealedMs, last));
  const isOpened =
    openedMs === sealing?.openedMs ||
    (openedMs !== undefined &&
      sealing?.openedMs === undefined &&
      said.hasErased("ledger.entry_opened", openedMs));
  return isSealed && isUntil && isOpened ? "as_said" : "sealed_entry_changed";
}

function startMs(day: string): number {
  return dayStart(day).getTime();
}

function nameOf(client: string, event: string): string {
  return `${client} ${event}`;
}
