import { type Language, localTime } from "#platform";

/** A day by the clock of a place, such as `Monday, November 23`. */
export function dayIn({ tag }: Language, timeZone: string, at: Date): string {
  const style = { weekday: "long", day: "numeric", month: "long", timeZone } as const;
  return new Intl.DateTimeFormat(tag, style).format(at);
}

/** The same for where there is little room, such as `Mon 23`. */
export function shortDayIn({ tag }: Language, timeZone: string, at: Date): string {
  const style = { weekday: "short", day: "numeric", timeZone } as const;
  const parts = new Intl.DateTimeFormat(tag, style).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
  return `${part("weekday")} ${part("day")}`;
}

/** A time by the clock of a place, such as `14:30`: as messages have it. */
export function clockIn({ tag }: Language, timeZone: string, at: Date): string {
  const style = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone } as const;
  return new Intl.DateTimeFormat(tag, style).format(at);
}

/** A time zone as people read it. */
export function zoneName(timeZone: string): string {
  return timeZone.replaceAll("_", " ");
}

/** What a language is called in another. */
export function languageName({ tag }: Language, spoken: string): string {
  return new Intl.DisplayNames([tag], { type: "language" }).of(spoken) ?? spoken;
}

/** What begins on each day of a place, in their order. */
export function byDay<Item extends { startsAt: Date }>(
  items: readonly Item[],
  timeZone: string,
): ReadonlyMap<string, readonly Item[]> {
  return Map.groupBy(items, ({ startsAt }) => localTime(timeZone, startsAt).date);
}
