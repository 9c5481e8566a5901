import { dayOf, type Id } from "#platform";
import type { Reading } from "../reading/index.ts";

export const detectorIds = [
  "unexplained_view",
  "denial_run",
  "canary_touch",
  "clients_no",
  "decoy_hit",
  "budget",
  "break_glass",
  "distinct_clients",
  "reveals_per_contact",
  "mark_missing",
  "small_samples",
] as const;

export type DetectorId = (typeof detectorIds)[number];

/** What a detector saw somebody do. Its sentence stands in the catalogue and says the figures; no client is in it. */
export type Signal = {
  staff: Id<"staff">;
  detector: DetectorId;
  /** By it a signal is stored once: found again, it is the same one with today's figures. */
  key: string;
  at: Date;
  figures: Readonly<Record<string, number | string>>;
  /** The events of the ledger that it stands on, the oldest first. */
  events: readonly Id<"event">[];
  /** How likely it is by chance; a rule says nothing of chance. */
  probability?: number;
  /** One of so many people it was: what the rule says is shared among them. */
  among?: number;
  /** It can't wait for the day's budget. */
  isUrgent?: true;
};

export type Detector = {
  id: DetectorId;
  /** What the strength of its chance counts for, beside the other detectors. */
  weight: number;
  /** What one of its signals counts for at least: a rule, whatever chance says. */
  floor?: number;
  find(reading: Reading, now: Date): Promise<Signal[]>;
};

/** Nothing is so unlikely that it counts for more: beyond that, models are wrong sooner than people. */
const strengthMax = 6;

/** The strength of a signal: the capped negative logarithm of its chance, and no less than its part of its detector's floor. */
export function pointsOf(
  { weight, floor = 0 }: Detector,
  { probability, among = 1 }: Signal,
): number {
  if (probability === undefined) return floor / among;
  const strength = Math.min(strengthMax, -Math.log10(Math.max(probability, 1e-300)));
  return Math.max(floor, weight * strength);
}

/** What each person did on each day, the oldest first. */
export function byPersonAndDay<Act extends { staff: Id<"staff">; at: Date }>(
  acts: readonly Act[],
): { staff: Id<"staff">; day: string; acts: readonly [Act, ...Act[]] }[] {
  const grouped = Map.groupBy(
    acts.toSorted((a, b) => a.at.getTime() - b.at.getTime()),
    ({ staff, at }) => `${staff} ${dayOf(at)}`,
  );
  return [...grouped.values()].flatMap(([first, ...more]) =>
    first ? [{ staff: first.staff, day: dayOf(first.at), acts: [first, ...more] as const }] : [],
  );
}
