import { dayMs } from "#platform";
import { limits } from "./limits.ts";

/** Rows of the sample that stand in an older leak too, as far as that can be told. */
export type OlderLeak = {
  name: string;
  /** When it is said to have happened. */
  happenedAt: Date;
  /** Rows whose value is in it, by their lines; so many were asked, and so many of them would be by chance. */
  lines: readonly number[];
  asked: number;
  chance: number;
};

/**
 * How old a row is: `old` was no longer right long before the sample was seen, or was out before; `new` wasn't right yet when
 * nine of ten old ones no longer were; `lasting` could be of either time.
 */
export type RowAge = "old" | "new" | "lasting";

type Dated = { line: number; beganAt: Date; endedAt: Date | undefined };

const mostOld = 0.9;

/** @param known older leaks that have more of the sample than chance would @returns in the order of the rows */
export function ageOf(
  rows: readonly Dated[],
  known: readonly Pick<OlderLeak, "lines" | "happenedAt">[],
  before: Date,
): RowAge[] {
  const outAt = outIn(known);
  const since = Number(before) - limits.oldDays * dayMs;
  const pastAt = rows.map(({ line, beganAt, endedAt }) => {
    if (endedAt && Number(endedAt) <= since) return Number(endedAt);
    const out = outAt.get(line);
    // What began after a leak isn't from it, whatever of the rest stands there too.
    return out !== undefined && Number(beganAt) <= out && out <= since ? out : undefined;
  });
  const past = pastAt.filter((at) => at !== undefined).sort((one, other) => one - other);
  const mostPast = past[Math.ceil(past.length * mostOld) - 1];
  return rows.map(({ beganAt }, place): RowAge => {
    if (pastAt[place] !== undefined) return "old";
    return mostPast !== undefined && Number(beganAt) >= mostPast ? "new" : "lasting";
  });
}

/** For each line the latest leak that has it. */
function outIn(known: readonly Pick<OlderLeak, "lines" | "happenedAt">[]): Map<number, number> {
  const outAt = new Map<number, number>();
  for (const { lines, happenedAt } of known) {
    for (const line of lines) {
      outAt.set(line, Math.max(outAt.get(line) ?? 0, Number(happenedAt)));
    }
  }
  return outAt;
}
