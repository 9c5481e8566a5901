import type { Candidate, MatchedVersion, ResolvedRow } from "../leak.ts";

/** A time: from a moment on, up to but without another. */
export type Period = { from: Date; to: Date };

/** When a row's values were all the client's, as periods that don't touch, in their order; none when they never were at once. */
export function rowPeriods({ outcome }: Pick<ResolvedRow, "outcome">, before: Date): Period[] {
  if (outcome.is !== "found") return [];
  return union(outcome.candidates.flatMap((candidate) => periodsOf(candidate, before)));
}

/** The same for one client whom a row may be about. Nothing is known of a client without a value. */
export function periodsOf({ matched }: Pick<Candidate, "matched">, before: Date): Period[] {
  const valid = [...matched.values()].map((versions) => union(validities(versions, before)));
  const [first, ...others] = valid;
  return first ? others.reduce(intersection, first) : [];
}

function validities(versions: readonly MatchedVersion[], before: Date): Period[] {
  const periods: Period[] = [];
  for (const { from, to } of versions) {
    const end = to === undefined || Number(to) > Number(before) ? before : to;
    if (Number(from) < Number(end)) periods.push({ from, to: end });
  }
  return periods;
}

/** Periods as ones that don't touch, in their order. */
function union(periods: readonly Period[]): Period[] {
  if (periods.length < 2) return [...periods];
  const joined: Period[] = [];
  for (const period of periods.toSorted((a, b) => Number(a.from) - Number(b.from))) {
    const last = joined.at(-1);
    if (last && Number(period.from) <= Number(last.to)) {
      if (Number(period.to) > Number(last.to)) last.to = period.to;
    } else joined.push({ ...period });
  }
  return joined;
}

/** @param others and `periods` don't touch, and stand in their order; so does what they have in common */
function intersection(periods: readonly Period[], others: readonly Period[]): Period[] {
  const common: Period[] = [];
  let [one, other] = [0, 0];
  for (;;) {
    const [a, b] = [periods[one], others[other]];
    if (!a || !b) return common;
    const from = Number(a.from) > Number(b.from) ? a.from : b.from;
    const to = Number(a.to) < Number(b.to) ? a.to : b.to;
    if (Number(from) < Number(to)) common.push({ from, to });
    if (to === a.to) one += 1;
    else other += 1;
  }
}
