import type { ResolvedRow } from "../leak.ts";
import type { Dating } from "../result.ts";
import { type Period, rowPeriods } from "./period.ts";

/**
 * When the rows' values were the clients': each row by itself, and the time into which the most of them fit. That is when they
 * have all in common, where they do; rows of other days, or of another leak, stand beside it.
 * @param before when the sample was first seen in public
 */
export function datingOf(rows: readonly ResolvedRow[], before: Date): Dating {
  const dated = rows
    .map((one) => ({ line: one.row.line, periods: rowPeriods(one, before) }))
    .filter(({ periods }) => periods.length > 0);
  const { window, fits } = windowOf(dated.map(({ periods }) => periods));
  const perRow = dated.flatMap(({ line, periods }) => {
    const [first, last] = [periods[0], periods.at(-1)];
    return first && last ? [{ line, from: first.from, to: last.to }] : [];
  });
  return { window, fits, ofRows: dated.length, perRow };
}

/**
 * The period at each moment of which the most rows were true together, the latest of several, and how many those are.
 * @param rows each as periods that don't touch
 */
function windowOf(rows: readonly (readonly Period[])[]): {
  window: Period | undefined;
  fits: number;
} {
  const periods = rows.flat();
  const begins = periods.map(({ from }) => Number(from)).sort((a, b) => a - b);
  const ends = periods.map(({ to }) => Number(to)).sort((a, b) => a - b);
  let [fits, together, ended] = [0, 0, 0];
  let window: Period | undefined;
  for (const [place, begin] of begins.entries()) {
    for (; (ends[ended] ?? begin) <= begin && ended < ends.length; ended++) together -= 1;
    together += 1;
    const isLast = begins[place + 1] !== begin; // of those that begin at this moment
    if (!isLast || together < fits) continue;
    fits = together;
    // Where the most are true together, one ends before another begins.
    window = { from: new Date(begin), to: new Date(ends[ended] ?? begin) };
  }
  return { window, fits };
}
