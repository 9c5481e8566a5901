import { locate, type Support } from "../claim/index.ts";
import type { Known } from "../keeping/index.ts";
import type { Source } from "../source/index.ts";

/** A part of a source's text, and the numbers of the claims that stand on it. */
export type Passage = { text: string; claims: readonly number[]; start: number };

type Place = { claim: number; start: number; end: number };

/** Where a source's passages stand in its text, in order. */
export function placesIn(source: Source, known: Known): Place[] {
  return known.claims
    .flatMap(({ number, supports }) =>
      supports.flatMap((support) => placeOf(number, support, source)),
    )
    .sort((one, other) => one.start - other.start);
}

function placeOf(claim: number, { source: id, quote }: Support, source: Source): Place[] {
  return id === source.id ? [{ claim, ...locate(source.text, quote) }] : [];
}

/** A stretch of a text cut where a claim's passage begins or ends. */
export function passagesOf(
  text: string,
  places: readonly Place[],
  { from, to }: { from: number; to: number },
): Passage[] {
  const within = places.filter(({ start, end }) => start < to && end > from);
  const cuts = [from, to, ...within.flatMap(({ start, end }) => [start, end])]
    .filter((at) => at >= from && at <= to)
    .sort((one, other) => one - other);
  return cuts.slice(1).flatMap((end, place) => {
    const start = cuts[place] ?? from;
    if (start === end) return [];
    const claims = within
      .filter((one) => one.start <= start && one.end >= end)
      .map(({ claim }) => claim);
    return { text: text.slice(start, end), claims: [...new Set(claims)], start };
  });
}
