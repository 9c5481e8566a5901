import type { Language } from "#platform";
import { say } from "../messages.ts";

/** A time of day today; the page's script shows it in the browser's own zone. */
export function TimeOfDay({ language, at }: { language: Language; at: Date }) {
  const iso = at.toISOString();
  return (
    <time datetime={iso} data-local>
      {say(language, "utc", { time: iso.slice(11, 16) })}
    </time>
  );
}

type DayAndTimeProps = { language: Language; at: Date; timeZone: string };

/** A booked time, in the zone in which it was booked, as its confirmation says it. */
export function DayAndTime({ language, at, timeZone }: DayAndTimeProps) {
  const parts = { weekday: "long", day: "numeric", month: "long" } as const;
  const time = { hour: "2-digit", minute: "2-digit", timeZoneName: "short" } as const;
  const format = new Intl.DateTimeFormat(language.tag, {
    ...parts,
    ...time,
    hourCycle: "h23",
    timeZone,
  });
  return <time datetime={at.toISOString()}>{format.format(at)}</time>;
}
