import type { Language } from "#platform";
import { say } from "../messages.ts";
import type { DayLooks } from "../strip.ts";

const barWidth = 3;
const stepWidth = 4;
const height = 72;
const barHeightMin = 4;
/** Below it, the highest bar doesn't fill the picture: one look is not much. */
const fullMin = 5;

type DaysProps = { language: Language; days: readonly DayLooks[] };
type StripProps = DaysProps & { entriesSealed: number };

/** What happened in the last twelve weeks, in a sentence and as a bar for each day. */
export function Strip({ language, days, entriesSealed: sealed }: StripProps) {
  const looks = sum(days.map(({ shown }) => shown));
  const refused = sum(days.map((day) => day.refused));
  const withLooks = days.filter(({ shown }) => shown > 0).length;
  if (looks + refused === 0) return <p>{say(language, "summary.none", { sealed })}</p>;
  const values = { looks, days: withLooks, refused, sealed };
  return (
    <>
      <p>
        <strong>{say(language, looks > 0 ? "summary.some" : "summary.refused", values)}</strong>
      </p>
      <Bars language={language} days={days} hasRefused={refused > 0} />
    </>
  );
}

function Bars({ language, days, hasRefused }: DaysProps & { hasRefused: boolean }) {
  const most = Math.max(...days.map(({ shown, refused }) => shown + refused));
  const full = Math.max(fullMin, most);
  const width = (days.length - 1) * stepWidth + barWidth;
  const [from, to] = [days.at(0)?.day ?? "", days.at(-1)?.day ?? ""];
  const described = { from: new Date(from), to: new Date(to), most };
  return (
    <figure>
      <svg
        class="day-bars"
        role="img"
        aria-labelledby="strip-title strip-described"
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        width={width * 2}
        height={height * 2}
      >
        <title id="strip-title">{say(language, "strip.title")}</title>
        <desc id="strip-described">{say(language, "strip.described", described)}</desc>
        {days.map((day, place) => (
          <Bar day={day} x={place * stepWidth} full={full} />
        ))}
      </svg>
      <figcaption class="day-bars-ends hint">
        <span>{shortDay(language, from)}</span>
        <span>{shortDay(language, to)}</span>
      </figcaption>
      <p class="hint">
        {say(language, "strip.caption", { most })}
        {hasRefused && ` ${say(language, "strip.refused")}`}
      </p>
      <Numbers language={language} days={days} />
    </figure>
  );
}

/** Where somebody looked stands below, what was refused above it. */
function Bar({ day, x, full }: { day: DayLooks; x: number; full: number }) {
  const { shown, refused } = day;
  const shownHeight = heightOf(shown, full);
  const refusedHeight = Math.min(heightOf(refused, full), height - shownHeight);
  return (
    <>
      {shown > 0 && <rect x={x} y={height - shownHeight} width={barWidth} height={shownHeight} />}
      {refused > 0 && (
        <rect
          class="refused"
          x={x}
          y={height - shownHeight - refusedHeight}
          width={barWidth}
          height={refusedHeight}
        />
      )}
    </>
  );
}

/** The same for who can't see the picture: days without a look are left out. */
function Numbers({ language, days }: DaysProps) {
  const some = days.filter(({ shown, refused }) => shown + refused > 0).toReversed();
  return (
    <details>
      <summary>{say(language, "strip.table")}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{say(language, "strip.day")}</th>
            <th scope="col">{say(language, "strip.shown")}</th>
            <th scope="col">{say(language, "strip.not_shown")}</th>
          </tr>
        </thead>
        <tbody>
          {some.map(({ day, shown, refused }) => (
            <tr>
              <td>{shortDay(language, day)}</td>
              <td>{shown}</td>
              <td>{refused}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function shortDay(language: Language, day: string): string {
  return say(language, "day.short", { at: new Date(day) });
}

function heightOf(count: number, full: number): number {
  return count === 0 ? 0 : Math.max(barHeightMin, Math.round((height * count) / full));
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
