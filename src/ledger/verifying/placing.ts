import type { EventReplay } from "./event-replay.ts";
import type { Where } from "./finding.ts";
import type { LooseRow } from "./loose-row.ts";
import { int32, int64, isErased, whereIs } from "./raw-row.ts";
import { leafOfRow } from "./row-leaf.ts";
import { leafUnevenness, type Run } from "./runs.ts";
import type { SealedLog } from "./sealed-log.ts";

/** How many leaves are tried as the one before an event, for all events. Each takes some microseconds. */
const trialsMax = 200_000;

/** An event by its lane and its number there. */
type Numbered = { instance: number; instanceSeq: number };

/** What became of the rows that didn't fit at first, once the leaves are known for certain. */
export type Placing = {
  /** The rows that fit nowhere. */
  odd: ReadonlySet<LooseRow>;
  /** Runs that place rows where they aren't. */
  wrongRuns: ReadonlySet<Run>;
  /** Every leaf has one run, and it is right. */
  areRunsWhole: boolean;
  /** Events that stand elsewhere than the runs, or the outbox, say. */
  elsewhere: readonly Numbered[];
  /** Of those, events that the outbox has under other numbers. */
  misnumbered: readonly Where[];
  /** Events whose predecessor was erased, and who don't name its leaf. */
  unbridged: readonly Where[];
  /** Every leaf that may be the one before an event was tried. */
  isExhaustive: boolean;
};

/** Finds the leaf of each row that didn't fit, if it has one. */
export function placeRows(log: SealedLog, replay: EventReplay): Placing {
  const mended = replay.loose.filter((loose) => !takeWhereItIs(log, replay, loose));
  const { odd, ...elsewhere } = takeElsewhere(log, replay, mended);
  const unmatched = [...log.leaves.unmatched()];
  const trials = { left: trialsMax };
  const unbridged: Where[] = [];
  for (const loose of odd) {
    const before = takeAfterAny(log, replay, loose, unmatched, trials);
    if (before === undefined) continue;
    odd.delete(loose);
    const isUnbridged = replay.erasedLeaves.has(before) && !loose.row.previousLeaf;
    if (isUnbridged) unbridged.push(whereIs(loose.row, loose.leaf));
  }
  return { odd, ...elsewhere, unbridged, isExhaustive: trials.left > 0 };
}

function takeWhereItIs({ leaves }: SealedLog, replay: EventReplay, loose: LooseRow): boolean {
  const { leaf, possible } = loose;
  if (leaf === undefined || leaves.isMatched(leaf)) return false;
  const logged = leaves.hash(leaf);
  const fitting = logged && possible.find(({ hash }) => hash.equals(logged));
  if (fitting) take(replay, loose, leaf, fitting.before);
  return fitting !== undefined;
}

/** A row's hash has its lane and number in it: where it stands as a leaf, it is right and the runs aren't. */
function takeElsewhere(log: SealedLog, replay: EventReplay, rows: readonly LooseRow[]) {
  const { leaves, runs } = log;
  const odd = new Set(rows);
  const wanted = new Map(
    rows.flatMap((loose) =>
      loose.possible.map(({ hash, before }) => [hash.toString("hex"), { loose, before }]),
    ),
  );
  const wrongRuns = new Set<Run>();
  const elsewhere: Numbered[] = [];
  const misnumbered: Where[] = [];
  for (const leaf of wanted.size > 0 ? leaves.unmatched() : []) {
    const found = wanted.get(leaves.hash(leaf)?.toString("hex") ?? "");
    if (!found || !odd.delete(found.loose)) continue;
    const { row } = found.loose;
    const place = { instance: int32(row.instance) ?? 0, instanceSeq: int64(row.instanceSeq) };
    elsewhere.push(place);
    const isMisnumbered = leaf >= leaves.tree.size && !isPlaceOf(runs.runAt(leaf), leaf, place);
    if (isMisnumbered) misnumbered.push(whereIs(row, leaf));
    for (const run of wrongRunsFor(log, leaf, place)) wrongRuns.add(run);
    take(replay, found.loose, leaf, found.before);
  }
  const { missing, overlapping } = leafUnevenness(log.sealedRuns, leaves.tree.size);
  const areRunsWhole = wrongRuns.size + missing.length + overlapping.length === 0;
  return { odd, wrongRuns, areRunsWhole, elsewhere, misnumbered };
}

function wrongRunsFor(
  { runs, sealedRuns, leaves }: SealedLog,
  leaf: number,
  { instance, instanceSeq }: Numbered,
): Run[] {
  const here = runs.runAt(leaf);
  const isHereRight = isPlaceOf(here, leaf, { instance, instanceSeq });
  const wrong = [runs.runOf(instance, instanceSeq), isHereRight ? undefined : here]
    .filter((run) => run !== undefined)
    .filter(({ isWaiting }) => !isWaiting);
  if (wrong.length > 0 || isHereRight || leaf >= leaves.tree.size) return wrong;
  // A run that was cut short would go on here.
  const cut = sealedRuns.find((run) => isPlaceOf(run, leaf, { instance, instanceSeq }));
  return cut ? [cut] : [];
}

/** Whether a run, were it long enough, has that event as that leaf. */
function isPlaceOf(run: Run | undefined, leaf: number, place: Numbered): boolean {
  return run?.instance === place.instance && place.instanceSeq - run.firstSeq === leaf - run.first;
}

/**
 * The event before it in its chain is missing or isn't what it was, but perhaps its leaf is there: of the leaves
 * without an event, one makes the row fit.
 * @returns that leaf
 */
function takeAfterAny(
  { leaves }: SealedLog,
  replay: EventReplay,
  loose: LooseRow,
  unmatched: readonly number[],
  trials: { left: number },
): number | undefined {
  const { row, leaf } = loose;
  if (leaf === undefined || isErased(row) || leaves.isMatched(leaf)) return undefined;
  const logged = leaves.hash(leaf);
  if (!logged || (int32(row.clientSeq) ?? 0) < 2) return undefined;
  for (const one of unmatched) {
    if (trials.left <= 0) return undefined;
    const before = leaves.hash(one);
    if (!before) continue;
    trials.left -= 1;
    if (!leafOfRow(row, before).equals(logged)) continue;
    take(replay, loose, leaf, before);
    return one;
  }
  return undefined;
}

function take(replay: EventReplay, loose: LooseRow, leaf: number, before: Buffer): void {
  loose.leaf = leaf;
  replay.accept(loose.row, leaf, before);
  if (loose.gap) loose.gap.hash = Buffer.from(before);
}
