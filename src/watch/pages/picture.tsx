import type { Language } from "#platform";
import { say } from "../messages.ts";
import type { PictureDay } from "../picture/index.ts";

const width = 336;
const height = 64;
const inset = 4;

type PictureProps = { language: Language; days: readonly PictureDay[]; hasCaption?: boolean };

/** Values shown for each resolved contact, day by day, before the band in which most of the others are. */
export function Picture({ language, days, hasCaption = false }: PictureProps) {
  const most = Math.max(1, ...days.flatMap(({ own, high }) => [own, high]));
  const x = (place: number) =>
    round(inset + (place * (width - 2 * inset)) / Math.max(1, days.length - 1));
  const y = (value: number) => round(height - inset - (value * (height - 2 * inset)) / most);
  const highs = days.map(({ high }, place) => `${x(place)},${y(high)}`);
  const lows = days.map(({ low }, place) => `${x(place)},${y(low)}`);
  const own = days.map((day, place) => `${x(place)},${y(day.own)}`);
  const last = days.at(-1);
  return (
    <figure>
      <svg
        class="spark"
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="img"
        aria-label={say(language, "picture", {
          own: figure(meanOf(days.map((day) => day.own))),
          low: figure(meanOf(days.map(({ low }) => low))),
          high: figure(meanOf(days.map(({ high }) => high))),
        })}
      >
        <polygon class="usual" points={[...highs, ...lows.toReversed()].join(" ")} />
        <polyline class="line" points={own.join(" ")} />
        {last && <circle class="last" cx={x(days.length - 1)} cy={y(last.own)} r="3" />}
      </svg>
      {hasCaption && <figcaption class="hint">{say(language, "picture.caption")}</figcaption>}
    </figure>
  );
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0) / Math.max(1, values.length);
}

function figure(value: number): string {
  return value.toFixed(1);
}

function round(value: number): number {
  return Math.round(10 * value) / 10;
}
