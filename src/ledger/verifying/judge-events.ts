import type { Case } from "./case.ts";
import { ChainJudge } from "./chain-judge.ts";
import type { Findings } from "./finding.ts";
import { whereIs } from "./raw-row.ts";
import { missingLeaves, uncertainHashes, verdictsOn } from "./verdict.ts";

/** Names the events that were changed, put in, removed or erased, and the chains that are broken. */
export function judgeEvents(found: Case, areLanesWhole: boolean, findings: Findings): void {
  const { log, replay, placing } = found;
  const { leaves, runs } = log;
  const uncertain = uncertainHashes(found);
  const verdicts = verdictsOn(found, uncertain, areLanesWhole);
  for (const [{ row, leaf }, code] of verdicts) findings.add(code, whereIs(row, leaf));
  for (const [leaf, at] of replay.erasedLeaves) {
    if (leaves.isMatched(leaf) && placing.areRunsWhole) findings.add("event_inserted", at);
  }
  const missing = missingLeaves(found, verdicts);
  const chains = new ChainJudge(found, verdicts, missing);
  chains.judge(uncertain, findings);
  for (const leaf of missing) {
    const code = leaf < leaves.tree.size ? "event_missing" : "pending_alone";
    findings.add(code, { ...runs.placeOf(leaf), ...chains.placeOf(leaf) });
  }
  for (const at of placing.misnumbered) findings.add("pending_misnumbered", at);
  for (const at of placing.unbridged) findings.add("previous_leaf_missing", at);
  for (const loose of placing.odd) {
    const code = verdicts.get(loose);
    // What was changed is still erased or not, but says nothing of others.
    if (code === "event_inserted") continue;
    replay.erasures.see(loose.row, loose.leaf);
    replay.said.see(loose.row);
    if (code === "event_changed") continue;
    replay.erasures.hear(loose.row);
    replay.said.hear(loose.row);
  }
  replay.erasures.judge(findings);
  if (replay.droppedCount > 0) findings.add("events_unlisted", { count: replay.droppedCount });
}
