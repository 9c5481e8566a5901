import { type Period, periodsOf } from "../dating/index.ts";
import type { Candidate, ResolvedRow } from "../leak.ts";

/** What one row says, read by the client whom it fits best. */
export type RowKind =
  /** A whole identifying value that no client has or had, or more of its values wrong for every date than right. */
  | { is: "not_ours"; because: "nobody" | "wrong" }
  | {
      is: "ours";
      /** It holds a value that was made up for one viewer, or is about a client who doesn't exist. */
      isDecoy: boolean;
      /** A column beside has what no screen of the desk shows. */
      isForeign: boolean;
      /** Some of its values were never this client's. */
      isFlawed: boolean;
      /** When all of its values had become the client's; the last began then. */
      beganAt: Date;
      /** When the first of them was no longer the client's; undefined: they still are. */
      endedAt: Date | undefined;
      /** When all of them were the client's at once; none when they never were. */
      periods: readonly Period[];
    }
  /** It finds nobody by itself: it speaks neither for the sample nor against it. */
  | { is: "silent" };

/** @param before when the sample was first seen in public */
export function kindOf({ row, outcome }: ResolvedRow, before: Date): RowKind {
  if (outcome.is === "nobody") return { is: "not_ours", because: "nobody" };
  if (outcome.is === "too_little") return { is: "silent" };
  const best = bestOf(outcome.candidates);
  if (!best) return { is: "silent" };
  const isDecoy = best.isCanary || [...best.matched.values()].flat().some(({ viewer }) => viewer);
  if (!isDecoy && best.wrong.size > best.matched.size) return { is: "not_ours", because: "wrong" };
  return {
    ...{ is: "ours", isDecoy, isForeign: row.foreign.length > 0, isFlawed: best.wrong.size > 0 },
    ...{ beganAt: beganAt(best), endedAt: endedAt(best), periods: periodsOf(best, before) },
  };
}

/** The fewest values wrong, then the most right. */
function bestOf(candidates: readonly Candidate[]): Candidate | undefined {
  const worth = ({ matched, wrong }: Candidate) => matched.size - wrong.size * 1_000;
  return candidates.toSorted((one, other) => worth(other) - worth(one))[0];
}

function beganAt({ matched }: Candidate): Date {
  const begins = [...matched.values()].map((versions) =>
    Math.min(...versions.map(({ from }) => Number(from))),
  );
  return new Date(Math.max(0, ...begins));
}

function endedAt({ matched }: Candidate): Date | undefined {
  const ends = [...matched.values()].map((versions) =>
    Math.max(...versions.map(({ to }) => (to ? Number(to) : Number.POSITIVE_INFINITY))),
  );
  const first = Math.min(...ends);
  return Number.isFinite(first) ? new Date(first) : undefined;
}
