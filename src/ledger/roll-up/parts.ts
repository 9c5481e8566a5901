import { dayStart, daysLater } from "../day.ts";
import type { RolledDay, Span } from "./store.ts";

/** Every moment that an event's id can carry and a date can say. */
export const always: Span = { from: new Date(0), to: new Date("9999-12-31T23:59:59.999Z") };

/** A span as the whole days in it that are counted, without a gap, and the spans before and after them. */
export type Parts = { whole?: { first: string; last: string; span: Span }; spans: Span[] };

/** @param rolled in their order, without a gap */
export function partsOf(span: Span, rolled: readonly RolledDay[]): Parts {
  const { from, to } = span;
  const days = rolled
    .map(({ day }) => day)
    .filter((day) => spanOf(day).from >= from && spanOf(day).to <= to);
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return { spans: from < to ? [span] : [] };
  const whole = { first, last, span: { from: spanOf(first).from, to: spanOf(last).to } };
  const beside = [
    { from, to: whole.span.from },
    { from: whole.span.to, to },
  ];
  return { whole, spans: beside.filter((one) => one.from < one.to) };
}

export function spanOf(day: string): Span {
  return { from: dayStart(day), to: dayStart(daysLater(day, 1)) };
}

/** Whether two lists, in their order, are of the same kinds. */
export function isSame(kinds: readonly string[], others: readonly string[]): boolean {
  return kinds.length === others.length && kinds.every((kind, place) => kind === others[place]);
}
