import type { Language } from "#platform";

/** A moment as its reader's clock shows it. */
export function clockIn({ tag }: Language, timeZone: string, at: Date): string {
  const style = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone } as const;
  return new Intl.DateTimeFormat(tag, style).format(at);
}

/** The same with its day. */
export function momentIn({ tag }: Language, timeZone: string, at: Date): string {
  const style = { dateStyle: "medium", timeStyle: "short", hourCycle: "h23", timeZone } as const;
  return new Intl.DateTimeFormat(tag, style).format(at);
}
