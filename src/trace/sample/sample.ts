import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import type { LeakedRow } from "../leak.ts";
import { type Column, ColumnSurvey, type Conventions, guessMeaning } from "./columns.ts";
import { type Format, guessFormat } from "./format.ts";
import { type SampleSource, takeBytes } from "./given-bytes.ts";
import { type Limits, limits as usualLimits } from "./limits.ts";
import type { Meaning } from "./meaning.ts";
import type { BadBecause, Item } from "./record.ts";
import { recordsOf } from "./records-of.ts";
import { EmptySample } from "./refusals.ts";
import { cellText, type RowCounts, RowReader } from "./rows.ts";
import { type Encoding, type SampleText, textOf } from "./sample-text.ts";
import { readCell } from "./values.ts";

const pauseBytes = 1 << 13;
const pauseItems = 250;

type SampleOptions = {
  /** What a person says that columns mean, by their names. */
  columns?: ReadonlyMap<string, Meaning>;
  /** How a person says that it is written. */
  format?: Format;
  /** ISO 3166-1 alpha-2: where phone numbers are dialled that don't name their country, and whose column doesn't tell. */
  country?: string;
  limits?: Partial<Limits>;
};

/** A line that wasn't read. */
type BadRecord = { line: number; because: BadBecause };

/** How a sample was read, so that it can be said of it. */
type Stated = {
  format: Format;
  /** Whether the columns' names are the sample's own. */
  isNamed: boolean;
  encoding: { is: Encoding; otherLines: number };
  /** Bytes that were read. */
  bytes: number;
  /** What `line` counts: lines, or in one JSON document or an SQL dump its records. */
  counted: "lines" | "records";
  /** Every one that was read is in exactly one of the others beside `all`. */
  lines: {
    all: number;
    header: number;
    rows: number;
    blank: number;
    repeated: number;
    bad: number;
  };
  /** What ended the reading before the sample's end; nothing from this line on was read. */
  cut?: { by: "bytes" | "lines" | "rows"; limit: number; line: number };
  values: RowCounts;
};

export type Sample = {
  rows: LeakedRow[];
  columns: Column[];
  /** The first of them; `stated.lines.bad` counts all. */
  bad: BadRecord[];
  stated: Stated;
  /** SHA-256 of the bytes that were read, in hex. */
  digest: string;
};

/** Hears how far it is, in bytes of both passes together. */
export type Telling = (done: number, of: number) => void;

/**
 * Reads a leaked sample: bytes of a file, or pasted text, in whatever form. It reads as far as `limits` allow and says
 * where it ended; a stream is left there. What can't be read is named by its line, never by what stands in it. Others
 * get to work in between, every 8 kB. Called again with corrections it reads the same bytes by them.
 * @throws {EmptySample} {BinarySample} {TooManyColumns}
 */
export async function readSample(
  source: SampleSource,
  options: SampleOptions = {},
  telling: Telling = () => {},
): Promise<Sample> {
  const limits: Limits = { ...usualLimits, ...options.limits };
  const given = await takeBytes(source, limits.bytes);
  const text = await textOf(given, limits);
  const format = options.format ?? guessFormat(text, limits);
  const size = text.bytes.length;
  const survey = await surveyed(text, format, limits, (done) => telling(done, 2 * size));
  const columns = columnsOf(survey, options.columns ?? new Map());
  const conventions = survey.surveys.map((one): Conventions => {
    const { country = options.country, ...others } = one.conventions;
    return { ...others, country };
  });
  text.forget();
  const reader = new RowReader(columns, conventions, limits);
  const taken = await rowsOf(text, format, limits, reader, (done) =>
    telling(size + done, 2 * size),
  );
  const byBytes = given.isCut && {
    by: "bytes" as const,
    limit: limits.bytes,
    line: taken.nextLine,
  };
  const cut = taken.cut ?? (byBytes || undefined);
  return {
    ...{ rows: taken.rows, columns, bad: taken.bad, digest: given.digest },
    stated: {
      ...{ format, isNamed: survey.isNamed, encoding: text.encoding, bytes: given.bytes.length },
      counted: format === "json" || format === "sql_dump" ? "records" : "lines",
      ...{ lines: taken.lines, values: reader.counts, ...(cut && { cut }) },
    },
  };
}

type Survey = { names: readonly string[]; isNamed: boolean; surveys: ColumnSurvey[] };

/** The first pass: names of columns, and how their values look. */
async function surveyed(
  text: SampleText,
  format: Format,
  limits: Limits,
  done: (bytes: number) => void,
): Promise<Survey> {
  const surveys: ColumnSurvey[] = [];
  const records = recordsOf(text, format, limits);
  let isBlank = true;
  for await (const item of paced(records.items, limits, done)) {
    if (item.is !== "blank" && item.is !== "pause") isBlank = false;
    if (item.is !== "record") continue;
    for (const place of records.names.all.keys()) {
      const cell = item.cells[place];
      if (cell === undefined || cell === "") continue;
      surveys[place] ??= new ColumnSurvey(limits.surveyed);
      const text = cellText(cell, limits);
      const read = text === undefined ? undefined : readCell(text);
      if (read?.is === "value") surveys[place]?.see(read.text);
    }
  }
  if (isBlank) throw new EmptySample();
  const names = records.names.all;
  const all = names.map((_, place) => surveys[place] ?? new ColumnSurvey(limits.surveyed));
  return { names, isNamed: records.isNamed(), surveys: all };
}

function columnsOf(survey: Survey, corrections: ReadonlyMap<string, Meaning>): Column[] {
  return survey.surveys.map((one, place) => {
    const name = survey.names[place] ?? "";
    const corrected = corrections.get(name);
    const isOwn = survey.isNamed && name !== `column ${place + 1}`;
    const guess = corrected
      ? { meaning: corrected, sure: true }
      : guessMeaning(isOwn ? name : undefined, one);
    return { name, ...guess, examples: one.examples, filled: one.filled };
  });
}

type Taken = Pick<Sample, "rows" | "bad"> & {
  lines: Stated["lines"];
  nextLine: number;
  cut: Stated["cut"];
};

/** The second pass: rows, each once. */
async function rowsOf(
  text: SampleText,
  format: Format,
  limits: Limits,
  reader: RowReader,
  done: (bytes: number) => void,
): Promise<Taken> {
  const lines = { all: 0, header: 0, rows: 0, blank: 0, repeated: 0, bad: 0 };
  const taken: Taken = { rows: [], bad: [], lines, nextLine: 1, cut: undefined };
  const known = new Set<string>();
  for await (const item of paced(recordsOf(text, format, limits).items, limits, done)) {
    if (item.is === "pause") continue;
    const cut = cutBefore(item, taken.rows.length, limits);
    if (cut) {
      taken.cut = cut;
      break;
    }
    lines.all += item.lines;
    taken.nextLine = item.line + item.lines;
    if (item.is === "record") {
      const isNew = known.size < known.add(printOf(item.cells)).size;
      if (isNew) taken.rows.push(reader.read(item.line, item.cells));
      lines[isNew ? "rows" : "repeated"] += item.lines;
    } else {
      lines[item.is] += item.lines;
      if (item.is === "bad" && taken.bad.length < limits.listed) {
        taken.bad.push({ line: item.line, because: item.because });
      }
    }
  }
  return taken;
}

function cutBefore(item: Item, rows: number, limits: Limits): Stated["cut"] {
  if (item.is === "record" && rows >= limits.rows) {
    return { by: "rows", limit: limits.rows, line: item.line };
  }
  return item.line > limits.lines
    ? { by: "lines", limit: limits.lines, line: item.line }
    : undefined;
}

/** By it a row is known that was there before, in 132 bits. */
function printOf(cells: readonly (string | undefined)[]): string {
  const text = JSON.stringify(cells.map((cell) => cell?.trim() ?? ""));
  return createHash("sha256").update(text).digest("base64url").slice(0, 22);
}

/** Items as they come, with a pause for others after 8 kB or some hundred of them. */
async function* paced(
  items: Iterable<Item>,
  limits: Limits,
  done: (bytes: number) => void,
): AsyncGenerator<Item> {
  let count = 0;
  let pausedAt = 0;
  for (const item of items) {
    if (item.line > limits.lines + 1) return;
    yield item;
    count += 1;
    if (count % pauseItems === 0 || item.end - pausedAt >= pauseBytes) {
      pausedAt = item.end;
      done(item.end);
      await setImmediate();
    }
  }
}
