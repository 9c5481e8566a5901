/** A log's name in its parts: `example.com/log`, and when it was begun anew `example.com/log-2`, `example.com/log-3`, ... */
export type LogName = { base: string; number: number };

export function logNameOf(origin: string): LogName {
  const [, base = origin, number = "1"] = /^(.*?)(?:-(\d{1,6}))?$/.exec(origin) ?? [];
  return { base, number: Number(number) };
}

/**
 * Where a log is served. tlog-tiles, "Parameters": "The origin line SHOULD be one of the URL prefixes of the log". What is
 * served for good under the name of a log never changes: the next log has another.
 */
export function prefixOf(origin: string): string {
  const { number } = logNameOf(origin);
  return number > 1 ? `/log-${number}` : "/log";
}
