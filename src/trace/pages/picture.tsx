import type { Language } from "#platform";
import { say } from "../messages.ts";
import type { Span, TracedPerson } from "../result.ts";
import { figure, rowsAboutClients, spanOf } from "../sentences.ts";
import type { Shown } from "./shown.ts";
import { currentShares, looksPath, type Times, timesOf, widthUnits } from "./times.ts";

const height = 40;
const meterHeight = 10;

/** One lane a person: the looks that match over time, while the sample's values were current, before it was first seen. */
export function Picture({ language, shown }: { language: Language; shown: Shown }) {
  const { result } = shown;
  const times = timesOf(result);
  const all = rowsAboutClients(result);
  return (
    <section aria-labelledby="picture">
      <h2 id="picture">{say(language, "picture.title")}</h2>
      {result.people.length === 0 && <p>{say(language, "picture.none")}</p>}
      <figure class="timeline">
        <SampleLane language={language} shown={shown} times={times} />
        {result.people.map((person) => (
          <Lane language={language} shown={shown} times={times} person={person} all={all} />
        ))}
        <div class="lane axis" aria-hidden="true">
          <p>
            <span>{say(language, "picture.from", { at: times.from })}</span>
            <span>{say(language, "picture.before", { at: result.before })}</span>
          </p>
        </div>
        <Legend language={language} />
      </figure>
    </section>
  );
}

type LaneProps = { language: Language; shown: Shown; times: Times };

/** When the values of how many rows were current. */
function SampleLane({ language, shown: { result }, times }: LaneProps) {
  const { window, fits, ofRows: all, perRow } = result.dating;
  const shares = currentShares(perRow, times);
  const points = shares.map(
    (share, place) =>
      `${Math.round((place * widthUnits) / (shares.length - 1))},${Math.round(height - share * (height - 4))}`,
  );
  const label = window
    ? say(language, "picture.sample.alt", { fits, all, when: spanOf(language, window) })
    : say(language, "picture.sample.undated");
  return (
    <div class="lane">
      <p>{say(language, "picture.sample")}</p>
      <Strip label={label} times={times} window={window}>
        {perRow.length > 0 && (
          <polygon
            class="current"
            points={[`0,${height}`, ...points, `${widthUnits},${height}`].join(" ")}
          />
        )}
      </Strip>
    </div>
  );
}

function Lane({ language, shown, times, person, all }: LaneProps & LaneOf) {
  const { window } = shown.result.dating;
  const called = shown.called.of(person.staff);
  const { views, firstAt: first, lastAt: last } = person;
  const inside = views.filter(({ at }) => isWithin(at, window)).length;
  const label = { called, views: views.length, first, last, inside };
  return (
    <div class="lane">
      <div>
        <p>
          <a href={`#person-${called}`}>{say(language, "picture.person", { called })}</a>
          <span class="muted small">
            {say(language, "picture.meter", {
              ...{ explains: person.explains, all, chance: figure(person.chance) },
            })}
          </span>
        </p>
        <Meter language={language} person={person} all={all} />
      </div>
      <Strip label={say(language, "picture.person.alt", label)} times={times} window={window}>
        <path
          class="looks"
          d={looksPath(
            views.map(({ at }) => at),
            times,
            height,
          )}
        />
      </Strip>
    </div>
  );
}

type LaneOf = { person: TracedPerson; all: number };

/** How much of the sample this person explains, alone, and by chance. */
function Meter({ language, person, all }: LaneOf & { language: Language }) {
  const { explains, alone, chance } = person;
  const x = (rows: number) => Math.round((widthUnits * rows) / Math.max(1, all));
  const label = say(language, "picture.meter.alt", {
    ...{ explains, all, alone, chance: figure(chance) },
  });
  return (
    <svg
      class="meter"
      viewBox={`0 0 ${widthUnits} ${meterHeight}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <rect class="all" width={widthUnits} height={meterHeight} />
      <rect class="explained" width={x(explains)} height={meterHeight} />
      <rect class="alone" width={x(alone)} height={meterHeight} />
      <line class="chance" x1={x(chance)} x2={x(chance)} y1="0" y2={meterHeight} />
    </svg>
  );
}

type StripProps = {
  label: string;
  times: Times;
  window: Span | undefined;
  children?: unknown;
};

function Strip({ label, times, window, children }: StripProps) {
  const from = window && times.x(window.from);
  const to = window && times.x(window.to ?? times.before);
  const before = times.x(times.before);
  return (
    <svg
      class="strip"
      viewBox={`0 0 ${widthUnits} ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      {from !== undefined && to !== undefined && (
        <rect class="window" x={from} width={Math.max(2, to - from)} height={height} />
      )}
      {children}
      <line class="base" x1="0" x2={widthUnits} y1={height} y2={height} />
      <line class="before" x1={before} x2={before} y1="0" y2={height} />
    </svg>
  );
}

const legend = ["look", "window", "explained", "alone", "chance"] as const;

function Legend({ language }: { language: Language }) {
  return (
    <ul class="legend small" aria-hidden="true">
      {legend.map((what) => (
        <li>
          <span class={`swatch ${what}`} /> {say(language, `picture.legend.${what}`)}
        </li>
      ))}
    </ul>
  );
}

function isWithin(at: Date, window: Span | undefined): boolean {
  return window !== undefined && at >= window.from && (!window.to || at < window.to);
}
