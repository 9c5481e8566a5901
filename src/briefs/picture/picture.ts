import { intervalOf, spanOf, type Value } from "../claim/index.ts";
import { readEdtf } from "../edtf/index.ts";

/** A picture shows so many answers, and of each so many origins; how many more there are is said. */
const sidesMax = 12;
const linesMax = 8;
/** The least part of the width that can be seen. */
const widthMin = 1.2;
const yearMs = 31_557_600_000;

/** Who says something: a source, when it was published, and which origin it has its story from. */
export type Voice = {
  source: string;
  /** In EDTF. */
  published: string | undefined;
  /** None, and nobody could tell. */
  origin: number | undefined;
  isDoubted: boolean;
};

/** One answer to a question, and who gives it. */
export type Side = {
  says: string;
  value: Value;
  denied: boolean;
  claims: readonly number[];
  voices: readonly Voice[];
  /** The subject, of an answer to the same question about something else. */
  about: string | undefined;
};

/** From where to where the picture goes, and what can be read at its ends: on a scale of numbers each step is ten times the last. */
export type Scale =
  | { is: "number"; from: number; to: number }
  /** When it was. */
  | { is: "date"; from: number; to: number }
  /** When it was said: answers that have no order stand by it. */
  | { is: "published"; from: number; to: number };

/** The sources of one answer that have one origin, and where they stand in the picture, in hundredths of its width. */
export type OriginLine = {
  origin: number | undefined;
  sources: readonly string[];
  isDoubted: boolean;
  marks: readonly { from: number; width: number }[];
};

export type Picture = {
  scale: Scale | undefined;
  sides: readonly (Omit<Side, "voices" | "value"> & {
    lines: readonly OriginLine[];
    moreOrigins: number;
  })[];
  moreSides: number;
};

type Reach = { from: number; to: number };

/** Puts the answers to one question on one scale: numbers and dates by what they say, others by when it was said. */
export function pictureOf(sides: readonly Side[], most: number = sidesMax): Picture {
  const shown = sides.slice(0, most);
  const scale = scaleOf(shown);
  return {
    scale,
    sides: shown.map(({ voices, value, ...side }) => {
      const groups = [...Map.groupBy(voices, ({ origin, source }) => origin ?? source).values()];
      const lines = groups.slice(0, linesMax).map((group): OriginLine => {
        const reaches = scale ? reachesIn(scale, value, side.denied, group) : [];
        return {
          origin: group[0]?.origin,
          sources: group.map(({ source }) => source),
          isDoubted: group.every(({ isDoubted }) => isDoubted),
          marks: scale ? distinct(reaches.map((reach) => markOn(scale, reach))) : [],
        };
      });
      return { ...side, lines, moreOrigins: groups.length - lines.length };
    }),
    moreSides: sides.length - shown.length,
  };
}

function scaleOf(sides: readonly Side[]): Scale | undefined {
  const said = sides.filter(({ denied }) => !denied);
  const kinds = new Set(
    said.map(({ value }) => (value.is === "quantity" ? "number" : dateKind(value))),
  );
  const [only] = kinds;
  const is = kinds.size === 1 && only !== undefined ? only : "published";
  const reaches = sides.flatMap(({ value, denied, voices }) =>
    reachesIn({ is, from: 0, to: 0 }, value, denied, voices),
  );
  if (reaches.length === 0) return undefined;
  const [from, to] = [
    Math.min(...reaches.map((reach) => reach.from)),
    Math.max(...reaches.map((reach) => reach.to)),
  ];
  if (is !== "number") return { is, from, to: Math.max(to, from + 1) };
  const low = 10 ** Math.floor(Math.log10(Math.max(from, 1e-6)));
  return { is, from: low, to: Math.max(10 ** Math.ceil(Math.log10(Math.max(to, 1e-6))), low * 10) };
}

function dateKind({ is }: Value): "date" | "published" {
  return is === "date" || is === "later" ? "date" : "published";
}

function reachesIn(
  { is }: Scale,
  value: Value,
  denied: boolean,
  voices: readonly Voice[],
): Reach[] {
  if (is === "number") {
    if (value.is !== "quantity" || denied) return [];
    const { from, to } = intervalOf(value);
    // An end that is open goes as far as the number that is said, ten times.
    return [{ from: Math.max(from, value.amount / 10), to: Number.isFinite(to) ? to : from * 10 }];
  }
  if (is === "date") return denied ? [] : [spanOf(value) ?? []].flat().map(bounded);
  return voices.flatMap(({ published }) => {
    const span = published === undefined ? undefined : readEdtf(published)?.span;
    return span ? bounded(span) : [];
  });
}

/** A date without an end goes on for a year. */
function bounded({ from, to }: Reach): Reach {
  const start = Number.isFinite(from) ? from : to - yearMs;
  return { from: start, to: Number.isFinite(to) ? to : start + yearMs };
}

function markOn({ is, from, to }: Scale, reach: Reach): { from: number; width: number } {
  const place = (at: number) => {
    const share =
      is === "number"
        ? Math.log10(Math.max(at, from) / from) / Math.log10(to / from)
        : (at - from) / (to - from);
    return 100 * Math.min(1, Math.max(0, share));
  };
  const width = Math.max(widthMin, place(reach.to) - place(reach.from));
  const start = Math.min(place(reach.from), 100 - width);
  return { from: Math.round(start * 10) / 10, width: Math.round(width * 10) / 10 };
}

function distinct(marks: readonly { from: number; width: number }[]) {
  return [...new Map(marks.map((mark) => [`${mark.from} ${mark.width}`, mark])).values()];
}
