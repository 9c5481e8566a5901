import type { Language } from "#platform";
import { say } from "../messages.ts";
import type { LogState } from "../publishing/index.ts";
import { inUtc } from "./moment.ts";

const barWidth = 6;
const stepWidth = 8;
const height = 56;
const crossSize = 5;
/** Below it, the highest bar doesn't fill the picture: a witness that takes a second is no slower for being alone. */
const fullSecondsMin = 10;

type WitnessPictureProps = { language: Language; state: LogState; place: number; name: string };

/** How long a witness took to cosign each of the newest checkpoints; a cross for one that it didn't. */
export function WitnessPicture({ language, state, place, name }: WitnessPictureProps) {
  const lags = state.heads.map((_, head) => lagSeconds(state, head, place));
  const known = lags.filter((lag) => lag !== undefined);
  const slowest = Math.max(0, ...known);
  const full = Math.max(fullSecondsMin, slowest);
  const id = `picture-${place}`;
  const width = Math.max(1, lags.length) * stepWidth;
  return (
    <figure>
      <svg
        class="lags"
        role="img"
        aria-labelledby={`${id}-title ${id}-described`}
        viewBox={`0 0 ${width} ${height}`}
        width={width * 2}
        height={height * 2}
      >
        <title id={`${id}-title`}>{say(language, "log.picture.title", { witness: name })}</title>
        <desc id={`${id}-described`}>
          {say(language, "log.picture.described", {
            heads: lags.length,
            signed: known.length,
            missing: lags.length - known.length,
            slowest: shown(slowest),
          })}
        </desc>
        {lags.map((lag, head) => (
          <Bar lag={lag} x={head * stepWidth + 1} full={full} />
        ))}
      </svg>
      <figcaption class="hint">
        {say(language, "log.picture.caption", { slowest: shown(slowest) })}
      </figcaption>
    </figure>
  );
}

function Bar({ lag, x, full }: { lag: number | undefined; x: number; full: number }) {
  if (lag === undefined) {
    const top = height - crossSize - 1;
    return (
      <path
        class="missed"
        d={`M${x} ${top}l${crossSize} ${crossSize}m0-${crossSize}l-${crossSize} ${crossSize}`}
      />
    );
  }
  const barHeight = Math.max(2, Math.round((height * Math.max(0, lag)) / full));
  return <rect x={x} y={height - barHeight} width={barWidth} height={barHeight} />;
}

/** The numbers behind the pictures. */
export function WitnessTable({ language, state }: { language: Language; state: LogState }) {
  return (
    <details>
      <summary>{say(language, "log.table.summary")}</summary>
      <section class="scroll" tabindex={0} aria-label={say(language, "log.table.summary")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say(language, "log.table.size")}</th>
              <th scope="col">{say(language, "log.table.signed")}</th>
              {state.eachWitness.map(({ names }) => (
                <th scope="col">
                  <samp>{names.join(", ")}</samp>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {state.heads
              .map((_, head) => <Row language={language} state={state} head={head} />)
              .reverse()}
          </tbody>
        </table>
      </section>
    </details>
  );
}

function Row({ language, state, head }: { language: Language; state: LogState; head: number }) {
  const row = state.heads[head];
  return (
    row && (
      <tr>
        <td>{row.size}</td>
        <td>
          <time datetime={row.signedAt.toISOString()}>{inUtc(row.signedAt)}</time>
        </td>
        {state.eachWitness.map((_, place) => {
          const lag = lagSeconds(state, head, place);
          return (
            <td>
              {lag === undefined
                ? say(language, "log.table.missing")
                : say(language, "log.table.seconds", { seconds: shown(lag) })}
            </td>
          );
        })}
      </tr>
    )
  );
}

/** A witness tells whole seconds of its own clock, so a quick one may seem to sign before we did. */
function lagSeconds({ heads }: LogState, head: number, place: number): number | undefined {
  const row = heads[head];
  const at = row?.cosignedAt[place];
  return row && at ? Math.max(0, (at.getTime() - row.signedAt.getTime()) / 1_000) : undefined;
}

function shown(seconds: number): number {
  return Math.round(seconds);
}
