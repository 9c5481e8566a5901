const zones: ReadonlySet<string> = new Set(["UTC", ...Intl.supportedValuesOf("timeZone")]);

/** Every time zone, as the IANA database names it. */
export const timeZones: readonly string[] = [...zones].sort();

/** The name that we write for what a browser calls its time zone; undefined for what is none. */
export function timeZoneFrom(text: string): string | undefined {
  try {
    const { timeZone } = new Intl.DateTimeFormat("en", { timeZone: text }).resolvedOptions();
    return zones.has(timeZone) ? timeZone : undefined;
  } catch {
    return undefined;
  }
}
