import { type Format, separatorOf } from "./format.ts";
import { freeTextItems } from "./free-text.ts";
import { meaningOfHeader } from "./header-words.ts";
import { jsonItems, jsonLineItems } from "./json-records.ts";
import { labelledBlockItems, labelledLineItems } from "./labelled.ts";
import type { Limits } from "./limits.ts";
import { lookOf, looksLikeValue } from "./look.ts";
import { plain } from "./plain.ts";
import { ColumnNames, type Item } from "./record.ts";
import { TooManyColumns } from "./refusals.ts";
import type { SampleText } from "./sample-text.ts";
import { misfit, type Separator, separatedItems } from "./separated.ts";
import { sqlItems } from "./sql-dump.ts";

const headRecords = 40;
const headItems = 500;
const headBytes = 500_000;
const headerAmongFirst = 5;
const headerCells = 50;

/** A sample as records. The names are complete when all items were taken. */
export type Records = {
  names: ColumnNames;
  /** Whether the names are the sample's own. */
  isNamed(): boolean;
  items: Iterable<Item>;
};

/** @throws {TooManyColumns} as soon as a record shows it */
export function recordsOf(text: SampleText, format: Format, limits: Limits): Records {
  const names = new ColumnNames(limits.columns, limits.nameLetters);
  const separator = separatorOf(format);
  if (separator) return separatedRecords(text, separator, names, limits);
  const lines = () => text.lines(limits.lineLetters);
  const itemsBy: Partial<Record<Format, () => Iterable<Item>>> = {
    json: () => jsonItems(text, names, limits),
    json_lines: () => jsonLineItems(lines(), names, limits),
    sql_dump: () => sqlItems(text, names, limits),
    labelled_lines: () => labelledLineItems(lines(), names, limits),
    labelled_blocks: () => labelledBlockItems(lines(), names, limits),
  };
  const items = itemsBy[format]?.() ?? freeTextItems(lines(), names, limits);
  return { names, items, isNamed: () => true };
}

function separatedRecords(
  text: SampleText,
  separator: Separator,
  names: ColumnNames,
  limits: Limits,
): Records {
  let isNamed = false;
  const items = function* (): Generator<Item> {
    const all = separatedItems(text.lines(limits.lineLetters), separator, limits);
    const head = headOf(all);
    const { columns, header } = shapeOf(head);
    if (columns > limits.columns) throw new TooManyColumns(limits.columns, columns);
    isNamed = header !== undefined;
    for (let place = 0; place < columns; place += 1) names.add(header?.cells[place] ?? "");
    for (const item of head) yield item === header ? headerOf(item) : fitted(item, columns);
    for (let next = all.next(); !next.done; next = all.next()) yield fitted(next.value, columns);
  };
  return { names, items: items(), isNamed: () => isNamed };
}

function headOf(all: Generator<Item>): Item[] {
  const head: Item[] = [];
  let records = 0;
  const isShort = () => (head.at(-1)?.end ?? 0) < headBytes && head.length < headItems;
  while (records < headRecords && isShort()) {
    const { value: item, done } = all.next();
    if (done) break;
    head.push(item);
    if (item.is === "record") records += 1;
  }
  return head;
}

type RecordItem = Extract<Item, { is: "record" }>;

/** How many columns most of the first records have, and which of the first ones names them. */
function shapeOf(head: readonly Item[]): { columns: number; header: RecordItem | undefined } {
  const records = head.filter((item) => item.is === "record");
  const counts = new Map<number, number>();
  for (const { cells } of records) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const [usual = 1] = [...counts].reduce((one, other) => (other[1] > one[1] ? other : one), [
    1, 0,
  ] as [number, number]);
  const first = records
    .slice(0, headerAmongFirst)
    .find(({ cells }) => usual === 1 || cells.length > 1);
  const header = first && isHeader(first, records) ? first : undefined;
  return { columns: Math.max(usual, header?.cells.length ?? 0), header };
}

/** Names stand in it and no value; where no name is known, values stand below it that it has not. */
function isHeader(first: RecordItem, records: readonly RecordItem[]): boolean {
  const cells = first.cells.slice(0, headerCells).map((cell) => plain(cell ?? ""));
  const filled = cells.filter((cell) => cell !== "");
  if (filled.length === 0 || filled.some(looksLikeValue)) return false;
  if (filled.some((cell) => meaningOfHeader(cell) !== undefined)) return true;
  const areWords = filled.every((cell) => ["words", "text"].includes(lookOf(cell)));
  const below = records.filter((record) => record !== first).slice(0, 10);
  const hasValues = ({ cells }: RecordItem) =>
    cells.slice(0, headerCells).some((cell) => looksLikeValue(plain(cell ?? "")));
  return areWords && below.length > 0 && below.every(hasValues);
}

function headerOf({ line, lines, end }: Item): Item {
  return { line, lines, end, is: "header" };
}

function fitted(item: Item, columns: number): Item {
  if (item.is !== "record") return item;
  const { line, lines, end } = item;
  const because = misfit(item.cells, columns);
  return because ? { line, lines, end, is: "bad", because } : item;
}
