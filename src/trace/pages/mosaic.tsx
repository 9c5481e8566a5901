import type { Language } from "#platform";
import { type CoarsePicture, type PhotoKind, sayPhoto } from "../photo/index.ts";

const greys = 16;
const widthUnits = 1_000;

type Mark = {
  number: number;
  outline: readonly (readonly [number, number])[];
  isRefused: boolean;
};

type MosaicProps = {
  language: Language;
  about: { kind: PhotoKind; number: number; of: number };
  picture: CoarsePicture;
  marks: readonly Mark[];
};

/** A picture too coarse to be read, with a line around each mark: where in it, says the label to who doesn't see it. */
export function Mosaic({ language, about, picture, marks }: MosaicProps) {
  const { width, height, columns, rows } = picture;
  const scale = widthUnits / Math.max(width, height);
  const [across, down] = [Math.round(width * scale), Math.round(height * scale)];
  const label = [
    sayPhoto(language, "picture.alt", about),
    ...marks.map(({ number, outline }) => {
      const percent = Math.round((100 * areaOf(outline)) / (width * height));
      return sayPhoto(language, "picture.mark", { number, percent });
    }),
  ].join(" ");
  return (
    <svg
      class="mosaic"
      viewBox={`0 0 ${across} ${down}`}
      width={across}
      height={down}
      role="img"
      aria-label={label}
    >
      <g transform={`scale(${across / columns} ${down / rows})`} shape-rendering="crispEdges">
        {stonePaths(picture).map(({ grey, path }) => (
          <path fill={`rgb(${grey} ${grey} ${grey})`} d={path} />
        ))}
      </g>
      {marks.map((mark) => (
        <Outline mark={mark} scale={scale} />
      ))}
    </svg>
  );
}

function Outline({ mark, scale }: { mark: Mark; scale: number }) {
  const points = mark.outline.map(([x, y]) => [Math.round(x * scale), Math.round(y * scale)]);
  const mean = (axis: 0 | 1) =>
    Math.round(points.reduce((sum, point) => sum + (point[axis] ?? 0), 0) / points.length);
  if (points.length === 0) return null;
  return (
    <g>
      <polygon
        class={mark.isRefused ? "refused" : undefined}
        points={points.map((point) => point.join(",")).join(" ")}
      />
      <circle cx={mean(0)} cy={mean(1)} r="34" />
      <text x={mean(0)} y={mean(1)} font-size="40">
        {mark.number}
      </text>
    </g>
  );
}

/** Runs of stones of one grey, as one path for each grey. */
function stonePaths({ columns, rows, stones }: CoarsePicture) {
  const levels = Buffer.from(stones, "base64");
  const step = 256 / greys;
  const paths = new Map<number, string>();
  for (let row = 0; row < rows; row++)
    for (let start = 0, end = 0; start < columns; start = end) {
      const greyAt = (column: number) => Math.floor((levels[row * columns + column] ?? 0) / step);
      const grey = greyAt(start);
      for (end = start + 1; end < columns && greyAt(end) === grey; ) end++;
      paths.set(grey, `${paths.get(grey) ?? ""}M${start} ${row}h${end - start}v1H${start}z`);
    }
  return [...paths].map(([grey, path]) => ({ grey: Math.round((grey + 0.5) * step), path }));
}

/** By the shoelace formula. */
function areaOf(outline: Mark["outline"]): number {
  const doubled = outline.reduce((sum, [x, y], place) => {
    const [nextX, nextY] = outline[(place + 1) % outline.length] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(doubled) / 2;
}
