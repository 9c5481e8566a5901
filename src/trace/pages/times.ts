import { dayMs } from "#platform";
import type { Span, TraceResult } from "../result.ts";

export const widthUnits = 1_000;
/** What is drawn side by side: more looks than this are drawn higher, not closer. */
const columns = 250;
const shareColumns = 120;
/** How far before the first look what is drawn may begin, as a part of all looks' time. */
const leadShare = 0.15;
const leastMs = dayMs;

/** The time that a picture shows, and where in its width a moment stands. */
export type Times = { from: Date; before: Date; x(at: Date): number };

/** From somewhat before the first look that matches, or the first value that was current, up to when it was first seen. */
export function timesOf({ people, before, dating }: TraceResult): Times {
  const firsts = people.map(({ firstAt }) => firstAt.getTime());
  const known = firsts.length > 0 ? firsts : dating.perRow.map(({ from }) => from.getTime());
  const end = before.getTime();
  const first = known.reduce((least, one) => Math.min(least, one), end - leastMs);
  const lead = leadShare * (end - first);
  const since = dating.window?.from.getTime() ?? first;
  const from = since < first ? Math.max(since, first - lead) : first - lead / 5;
  const span = (end - from) * 1.02;
  return {
    ...{ from: new Date(from), before },
    x: (at) => Math.round(widthUnits * Math.min(1, Math.max(0, (at.getTime() - from) / span))),
  };
}

/** Looks as lines from below: where there are many in one place, it is higher. */
export function looksPath(looks: readonly Date[], times: Times, height: number): string {
  const counts = new Map<number, number>();
  const step = widthUnits / columns;
  for (const at of looks) {
    const place = Math.floor(times.x(at) / step);
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  const most = [...counts.values()].reduce((max, count) => Math.max(max, count), 1);
  const least = 0.35;
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([place, count]) => {
      const share = least + (1 - least) * Math.sqrt(most === 1 ? 1 : (count - 1) / (most - 1));
      const x = Math.round((place + 0.5) * step);
      return `M${x} ${height}V${Math.round(height - share * (height - 4))}`;
    })
    .join("");
}

/** For moments side by side: of which part of the dated rows the values were current, 0 to 1. */
export function currentShares(rows: readonly Span[], { from, before }: Times): number[] {
  const start = from.getTime();
  const stepMs = (before.getTime() - start) / (shareColumns - 1);
  return Array.from({ length: shareColumns }, (_, place) => {
    const at = start + place * stepMs;
    const current = rows.filter(
      (row) => row.from.getTime() <= at && (row.to === undefined || at < row.to.getTime()),
    );
    return current.length / Math.max(1, rows.length);
  });
}
