import type { Limits } from "./limits.ts";
import type { BadBecause, Item } from "./record.ts";
import type { SampleLine } from "./sample-text.ts";

/** What stands between the values of a line. */
export const separators = [",", ";", "\t", "|", "  "] as const;
export type Separator = (typeof separators)[number];

const quote = '"';
/** Excel's first line, which names the separator. */
const separatorLine = /^"?sep=.?"?$/i;
const inApostrophes = /^\s*'(.+)'\s*$/s;
const quotedLettersMax = 4_000;

/** Cells as far as they were read; `open`: a value between quotation marks that hasn't ended, so far. */
type Split = { cells: string[]; open: string | undefined };

/** The cells of one line that has no value over several lines. */
export function cellsOf(line: string, separator: Separator): string[] {
  const split: Split = { cells: [], open: undefined };
  goOn(split, line, separator);
  return split.open === undefined ? unquoted(split.cells) : [...split.cells, split.open];
}

/**
 * The records of a sample with a separator (RFC 4180, read leniently: a quotation mark inside of a value is a letter).
 * A value that never ends costs its own line alone: reading goes on with the next one. No CSV library does that.
 */
export function* separatedItems(
  lines: Iterator<SampleLine, undefined>,
  separator: Separator,
  limits: Limits,
): Generator<Item> {
  const waiting: SampleLine[] = [];
  const next = () => waiting.shift() ?? lines.next().value;
  for (let first = next(); first; first = next()) {
    const { number: line, text, end } = first;
    const at = { line, lines: 1, end };
    if (text === undefined) yield { ...at, is: "bad", because: "too_long" };
    else if (text.trim() === "") yield { ...at, is: "blank" };
    else if (separatorLine.test(text)) yield { ...at, is: "header" };
    else {
      const split: Split = { cells: [], open: undefined };
      goOn(split, text, separator);
      const more = linesOfOpen(split, next, separator, limits);
      if (split.open === undefined) yield recordOf(unquoted(split.cells), at, more);
      else {
        waiting.unshift(...more);
        yield { ...at, is: "bad", because: "unclosed_quote" };
      }
    }
  }
}

/** Without apostrophes around each value, as databases write them; `'t Hart` has none behind it, and keeps its own. */
function unquoted(cells: string[]): string[] {
  if (!cells.some((cell) => inApostrophes.test(cell))) return cells;
  return cells.map((cell) => inApostrophes.exec(cell)?.[1]?.replaceAll("''", "'") ?? cell);
}

function recordOf(
  cells: readonly string[],
  at: { line: number; lines: number; end: number },
  more: readonly SampleLine[],
): Item {
  const end = more.at(-1)?.end ?? at.end;
  const lines = 1 + more.length;
  const isBlank = cells.every((cell) => cell.trim() === "");
  return isBlank ? { ...at, lines, end, is: "blank" } : { ...at, lines, end, is: "record", cells };
}

/** Reads on while a value hasn't ended, as far as one may go. */
function linesOfOpen(
  split: Split,
  next: () => SampleLine | undefined,
  separator: Separator,
  limits: Limits,
): SampleLine[] {
  const more: SampleLine[] = [];
  while (split.open !== undefined && more.length < limits.quotedLines) {
    const line = next();
    if (!line) break;
    more.push(line);
    if (line.text === undefined || split.open.length + line.text.length > quotedLettersMax) break;
    goOn(split, line.text, separator);
  }
  return more;
}

function goOn(split: Split, text: string, separator: Separator): void {
  if (split.open === undefined && !text.includes(quote)) {
    const cells = separator === "  " ? text.trim().split(/ {2,}/) : text.split(separator);
    for (const cell of cells) split.cells.push(cell);
    return;
  }
  let at = split.open === undefined ? 0 : inQuotes(split, text, 0, separator);
  while (at >= 0) at = nextCell(split, text, at, separator);
}

/** @returns where the next cell begins, or -1 when the line has ended */
function nextCell(split: Split, text: string, at: number, separator: Separator): number {
  let start = at;
  while (text[start] === " " && separator !== "  ") start += 1;
  if (text[start] === quote) {
    split.open = "";
    return inQuotes(split, text, start + 1, separator);
  }
  const found = text.indexOf(separator, at);
  split.cells.push(text.slice(at, found < 0 ? text.length : found));
  return found < 0 ? -1 : found + separator.length;
}

function inQuotes(split: Split, text: string, from: number, separator: Separator): number {
  const before = split.open ? `${split.open}\n` : "";
  let search = from;
  for (;;) {
    const found = text.indexOf(quote, search);
    if (found < 0) {
      split.open = before + text.slice(from);
      return -1;
    }
    let behind = found + 1;
    if (text[behind] === quote) {
      search = behind + 1;
      continue;
    }
    while (text[behind] === " ") behind += 1;
    if (behind >= text.length || text.startsWith(separator, behind)) {
      split.cells.push((before + text.slice(from, found)).replaceAll('""', quote));
      split.open = undefined;
      return behind >= text.length ? -1 : behind + separator.length;
    }
    search = found + 1;
  }
}

/** Whether a record fits its columns; a cell too many that is empty does. */
export function misfit(
  cells: readonly (string | undefined)[],
  columns: number,
): BadBecause | undefined {
  if (columns > 1 && cells.length < 2) return "too_few_cells";
  const extra = cells.slice(columns).some((cell) => cell?.trim());
  return extra ? "too_many_cells" : undefined;
}
