const width = 336;
const height = 96;
const inset = 4;

export type Series = { values: readonly number[]; tone: "calls" | "ours" | "theirs" };

type PictureProps = {
  /** What the picture shows, for who doesn't see it. */
  label: string;
  /** Bars, one on the other. */
  bars: readonly Series[];
  /** On a scale of its own, when there are bars. */
  line?: readonly (number | undefined)[];
};

/** Days or hours side by side. The table below has the numbers. */
export function Picture({ label, bars, line = [] }: PictureProps) {
  const places = Math.max(line.length, ...bars.map(({ values }) => values.length));
  const step = (width - 2 * inset) / Math.max(1, places);
  const sums = Array.from({ length: places }, (_, place) => sumAt(bars, place));
  const most = Math.max(1e-9, ...sums);
  const top = Math.max(1e-9, ...line.map((value) => value ?? 0));
  const tall = height - 2 * inset;
  const points = line.flatMap((value, place) =>
    value === undefined
      ? []
      : [`${round(inset + (place + 0.5) * step)},${round(height - inset - (value * tall) / top)}`],
  );
  return (
    <svg
      class="spark load"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={label}
    >
      <line x1={inset} x2={width - inset} y1={height - inset} y2={height - inset} />
      {bars.map(({ values, tone }, series) =>
        values.map((value, place) => {
          const below = sumAt(bars.slice(0, series), place);
          return (
            value > 0 && (
              <rect
                class={tone}
                x={round(inset + place * step + step * 0.15)}
                y={round(height - inset - ((below + value) * tall) / most)}
                width={round(step * 0.7)}
                height={round((value * tall) / most)}
              />
            )
          );
        }),
      )}
      {points.length > 0 && <polyline class="line" points={points.join(" ")} />}
      {points.length === 1 && (
        <circle class="last" cx={points[0]?.split(",")[0]} cy={points[0]?.split(",")[1]} r="3" />
      )}
    </svg>
  );
}

type LegendProps = { entries: readonly { tone: Series["tone"] | "line"; words: string }[] };

export function Legend({ entries }: LegendProps) {
  return (
    <ul class="legend">
      {entries.map(({ tone, words }) => (
        <li class="small">
          <svg class="spark load" viewBox="0 0 16 12" width="16" height="12" aria-hidden="true">
            {tone === "line" ? (
              <polyline class="line" points="0,6 16,6" />
            ) : (
              <rect class={tone} x="1" y="1" width="14" height="10" />
            )}
          </svg>{" "}
          {words}
        </li>
      ))}
    </ul>
  );
}

function sumAt(bars: readonly Series[], place: number): number {
  return bars.reduce((sum, { values }) => sum + (values[place] ?? 0), 0);
}

function round(value: number): number {
  return Math.round(10 * value) / 10;
}
