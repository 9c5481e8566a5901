import type { Language } from "#platform";
import { say } from "../messages.ts";
import type { Picture, Scale } from "../picture/index.ts";

const lineHeight = 6;

type PictureProps = { language: Language; picture: Picture };

/**
 * What is said to one question, as bars on one scale: a line for each origin. The words beside a bar say all that it shows, so that
 * nobody has to see it.
 */
export function PictureFigure({ language, picture }: PictureProps) {
  const { scale, sides, moreSides } = picture;
  return (
    <figure class="sides">
      <figcaption class="hint">{say(language, `picture.${scale?.is ?? "none"}`)}</figcaption>
      <ul>
        {sides.map(({ says, about, lines, moreOrigins }) => (
          <li>
            <p>
              <strong>{says}</strong>
              {about !== undefined && ` (${say(language, "picture.other", { about })})`}{" "}
              <span class="muted">
                {lines
                  .map(({ origin, sources, isDoubted }) =>
                    say(language, "picture.line", {
                      ...{ origin: origin ?? 0, sources: sources.join(", ") },
                      doubted: isDoubted ? "yes" : "no",
                    }),
                  )
                  .join("; ")}
                {moreOrigins > 0 && say(language, "picture.more", { count: moreOrigins })}
              </span>
            </p>
            {scale && <Bars lines={lines} isOther={about !== undefined} />}
          </li>
        ))}
      </ul>
      {scale && <Axis language={language} scale={scale} />}
      {moreSides > 0 && <p class="hint">{say(language, "picture.sides", { count: moreSides })}</p>}
    </figure>
  );
}

/** What the ends of a scale are. */
export function Axis({ language, scale }: { language: Language; scale: Scale }) {
  return (
    <p class="axis" aria-hidden="true">
      {endsOf(language, scale).map((end) => (
        <span>{end}</span>
      ))}
    </p>
  );
}

type BarsProps = { lines: Picture["sides"][number]["lines"]; isOther: boolean };

export function Bars({ lines, isOther }: BarsProps) {
  const height = Math.max(1, lines.length) * lineHeight;
  return (
    <svg
      class={isOther ? "bars other" : "bars"}
      viewBox={`0 0 100 ${height}`}
      width="100%"
      height={height}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {lines.map(({ marks, origin, isDoubted }, place) =>
        marks.map(({ from, width }) => (
          <rect
            class={isDoubted ? "doubted" : origin === undefined ? "untold" : undefined}
            x={from}
            y={place * lineHeight + 1}
            width={width}
            height={lineHeight - 2}
          />
        )),
      )}
    </svg>
  );
}

function endsOf(language: Language, { is, from, to }: Scale): string[] {
  if (is !== "number") {
    return [from, to].map((at) => say(language, "picture.day", { at: new Date(at) }));
  }
  const middle = 10 ** Math.round((Math.log10(from) + Math.log10(to)) / 2);
  const ends = middle > from && middle < to ? [from, middle, to] : [from, to];
  return ends.map((at) => say(language, "picture.end", { at }));
}
