/** A part of a sentence. */
export type Place = { start: number; end: number };

/** Whether a part lies within one of others. */
export function isWithin({ start, end }: Place, places: readonly Place[]): boolean {
  return places.some((place) => place.start <= start && end <= place.end);
}
