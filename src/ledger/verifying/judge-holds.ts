import type { Queryable } from "#platform";
import type { Case } from "./case.ts";
import type { Findings } from "./finding.ts";
import type { Said, SaidDeeds } from "./said-deeds.ts";
import { allHolds, type HoldRow } from "./store.ts";

/** Holds each legal hold against the events that placed and lifted it, and names those that only one of both has. */
export async function judgeHolds(
  queryable: Queryable,
  { replay }: Case,
  findings: Findings,
): Promise<void> {
  const { said } = replay;
  const placed = new Map(said.of("ledger.hold_placed").map((one) => [one.event, one]));
  const lifted = Map.groupBy(said.of("ledger.hold_lifted"), ({ hold }) => hold);
  for await (const row of allHolds(queryable)) {
    const { client, event } = row;
    const own = placed.get(event);
    if (own?.client !== client) {
      findings.add("legal_hold_unlogged", { event, client });
      continue;
    }
    placed.delete(event);
    const isAsSaid = isPlaced(row, own) && isLifted(row, own, lifted.get(event) ?? [], said);
    if (!isAsSaid) findings.add("legal_hold_changed", { event, client });
  }
  for (const { event, client } of placed.values()) {
    findings.add("legal_hold_missing", { event, client });
  }
}

function isPlaced({ reason, placedMs }: HoldRow, placed: Said<"ledger.hold_placed">): boolean {
  return reason === placed.reason && placedMs === placed.atMs;
}

/** Only the first lifting does something. When none is there, one that was erased may have been that. */
function isLifted(
  { client, liftedMs }: HoldRow,
  placed: Said<"ledger.hold_placed">,
  lifted: readonly Said<"ledger.hold_lifted">[],
  said: SaidDeeds,
): boolean {
  const [first] = lifted
    .filter((one) => one.client === client && one.clientSeq > placed.clientSeq)
    .toSorted((one, other) => one.clientSeq - other.clientSeq);
  if (first || liftedMs === undefined) return liftedMs === first?.atMs;
  return said.hasErased("ledger.hold_lifted", liftedMs);
}
