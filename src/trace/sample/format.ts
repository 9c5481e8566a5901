import { meaningOfHeader } from "./header-words.ts";
import { arrayAround } from "./json-records.ts";
import { isChat, labelledIn } from "./labelled.ts";
import type { Limits } from "./limits.ts";
import { looksLikeValue } from "./look.ts";
import { plain } from "./plain.ts";
import { TooManyColumns } from "./refusals.ts";
import type { SampleText } from "./sample-text.ts";
import { cellsOf, type Separator, separators } from "./separated.ts";
import { isSqlDump } from "./sql-dump.ts";

const formats = [
  "comma_separated",
  "semicolon_separated",
  "tab_separated",
  "pipe_separated",
  "space_separated",
  "json_lines",
  "json",
  "sql_dump",
  "labelled_lines",
  "labelled_blocks",
  "free_text",
] as const;

/** How a sample is written. */
export type Format = (typeof formats)[number];

const formatOf: Readonly<Record<Separator, Format>> = {
  ",": "comma_separated",
  ";": "semicolon_separated",
  "\t": "tab_separated",
  "|": "pipe_separated",
  "  ": "space_separated",
};
const headLines = 30;
const headLetters = 50_000;
const sameShareMin = 0.6;
const tableShareMin = 0.9;
const labelledShareMin = 0.5;

export function separatorOf(format: Format): Separator | undefined {
  return separators.find((separator) => formatOf[separator] === format);
}

/** How a sample seems to be written, by its first lines. @throws {TooManyColumns} its first line alone has them */
export function guessFormat(text: SampleText, limits: Limits): Format {
  const start = text.decode(0, Math.min(text.bytes.length, 400)).trimStart();
  const isJson = /^\{\s*(?:"|\})|^\[\s*[[{"\]]/.test(start);
  const head = headOf(text, limits);
  if (isJson) return isJsonLines(head) ? "json_lines" : "json";
  if (isSqlDump(text.decode(0, Math.min(text.bytes.length, headLetters)))) return "sql_dump";
  if (head.length === 0) return refusedIfWide(text, limits);
  const labelled = head.map(labelledIn);
  const known = labelled.filter((found) => found.some(({ name }) => meaningOfHeader(name)));
  if (known.length > 0 && known.length >= head.length * labelledShareMin) {
    const several = known.filter((found) => found.length > 1).length;
    return several > known.length / 2 ? "labelled_lines" : "labelled_blocks";
  }
  if (head.filter(isChat).length >= head.length / 2) return "free_text";
  const best = separators
    .map((separator) => ({ separator, worth: worthOf(head, separator) }))
    .reduce((one, other) => (other.worth > one.worth ? other : one));
  if (best.worth > 0) return formatOf[best.separator];
  if (isOneColumn(head)) return "tab_separated";
  return known.length > 0 && labelled.filter((found) => found.length > 0).length > head.length / 2
    ? "labelled_blocks"
    : "free_text";
}

function headOf(text: SampleText, limits: Limits): string[] {
  const head: string[] = [];
  let letters = 0;
  for (const { text: line, number } of text.lines(limits.lineLetters)) {
    if (line === undefined || line.trim() === "") {
      if (number > headLines * 10 || line === undefined) break;
      continue;
    }
    head.push(line);
    letters += line.length;
    if (head.length >= headLines || letters > headLetters) break;
  }
  return head;
}

/** One object on its first line; the only line may be a document with all of them in one array. */
function isJsonLines([first = "", second]: readonly string[]): boolean {
  const line = first.trim().replace(/,$/, "");
  if (second === undefined && arrayAround.test(line)) return false;
  try {
    return line.startsWith("{") && typeof JSON.parse(line) === "object";
  } catch {
    return false;
  }
}

/** Its first line is longer than any that is read: too many columns, or no columns at all. */
function refusedIfWide(text: SampleText, limits: Limits): Format {
  const end = text.bytes.indexOf("\n");
  const line = text.bytes.subarray(0, end < 0 ? text.bytes.length : end);
  const columns = Math.max(...separators.slice(0, 4).map((sign) => 1 + countOf(line, sign)));
  if (columns > limits.columns) throw new TooManyColumns(limits.columns, columns);
  return "free_text";
}

function countOf(bytes: Buffer, sign: string): number {
  let count = 0;
  for (let at = bytes.indexOf(sign); at >= 0; at = bytes.indexOf(sign, at + 1)) count += 1;
  return count;
}

/** A list of one thing: its name, and a value a line. Any separator would do: there is none. */
function isOneColumn([name = "", ...values]: readonly string[]): boolean {
  const isName = (line: string) => meaningOfHeader(plain(line)) !== undefined;
  return isName(name) && values.length > 0 && !values.some(isName);
}

/** How many cells look like values or like the names of columns, where most lines have equally many of them. */
function worthOf(head: readonly string[], separator: Separator): number {
  const rows = head.map((line) => cellsOf(line, separator));
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [usual = 1, times = 0] = [...counts].reduce((one, other) =>
    other[1] * (other[0] > 1 ? 2 : 1) > one[1] * (one[0] > 1 ? 2 : 1) ? other : one,
  );
  if (usual < 2 || times < head.length * sameShareMin) return 0;
  const telling = rows
    .flatMap((cells) => cells.slice(0, 30).map(plain))
    .filter((cell) => looksLikeValue(cell) || meaningOfHeader(cell)).length;
  const isTable = usual > 2 && head.length > 2 && times >= head.length * tableShareMin;
  if (telling === 0 && !isTable) return 0;
  return (telling * times) / head.length + usual / 1_000;
}
