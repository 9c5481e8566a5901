import { meaningOfHeader } from "./header-words.ts";
import type { Limits } from "./limits.ts";
import { lineItems } from "./line-items.ts";
import { trimSigns } from "./plain.ts";
import type { ColumnNames, Item } from "./record.ts";
import type { SampleLine } from "./sample-text.ts";

const label = /^\s*(?:[-*•>]\s*)?(\p{L}[\p{L}\p{M}\p{N} _.'’()/-]{0,39}?)\s*[:=]\s*(?!\/\/)(.*)$/u;
/** The time and the name before what somebody wrote in a chat. */
const chatStart =
  /^\s*\[?(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4},? +)?\d{1,2}[:.]\d{2}(?::\d{2})?(?: ?[ap]m)?\]?\s*[-–]?\s*/i;
const sender = /^([^:]{1,30}):\s+/;
const rule = /^[\s\-=_*~#.]+$/;
const heading =
  /^\s*(?:[#([]?\d{1,6}[.):\]]?|(?:client|customer|user|row|record|kunde|nr|no)\.?\s*#?\d{1,6}:?)\s*$/i;

/** Whether a line says when it was written, and by whom or in brackets. */
export function isChat(line: string): boolean {
  const rest = line.replace(chatStart, "");
  return rest.length < line.length && (/^\s*\[/.test(line) || sender.test(rest));
}

export type Labelled = { name: string; value: string };

/** A line as somebody typed it in a chat, without the time and the sender before it. */
export function withoutChatStart(line: string): string {
  const rest = line.replace(chatStart, "");
  if (rest.length === line.length) return line;
  const name = sender.exec(rest)?.[1];
  return name !== undefined && !meaningOfHeader(name) ? rest.replace(sender, "") : rest;
}

/** The labelled values of a line: `Name: Test Amber, City: Testville`. A part without a label belongs to the one before. */
export function labelledIn(line: string): Labelled[] {
  const found: Labelled[] = [];
  for (const part of withoutChatStart(line).split(/([,;|\t]| {2,})/)) {
    const [, name, value = ""] = label.exec(part) ?? [];
    const last = found.at(-1);
    if (name !== undefined && !/\d$/.test(name.trim())) found.push({ name: name.trim(), value });
    else if (name !== undefined && meaningOfHeader(name)) found.push({ name: name.trim(), value });
    else if (last) last.value += part;
    else if (part.trim() !== "") return [];
  }
  for (const each of found) each.value = trimSigns(each.value, "", " \t,;|");
  return found;
}

/** One record a line. */
export function* labelledLineItems(
  lines: Iterable<SampleLine>,
  names: ColumnNames,
  limits: Limits,
): Generator<Item> {
  yield* lineItems(lines, limits.valueLetters * 4, (text) => {
    if (isBetween(text)) return "blank";
    const found = labelledIn(text);
    return found.length > 0 ? { cells: cellsOf(found, names) } : { because: "nothing_found" };
  });
}

/** One record a block: it ends with an empty line, a rule, a number of its own, or where its first label comes again. */
export function* labelledBlockItems(
  lines: Iterable<SampleLine>,
  names: ColumnNames,
  limits: Limits,
): Generator<Item> {
  let block: { found: Labelled[]; line: number; lines: number; end: number } | undefined;
  const take = (): Item[] => {
    if (!block) return [];
    const { found, ...at } = block;
    block = undefined;
    return [{ ...at, is: "record", cells: cellsOf(found, names) }];
  };
  for (const { number: line, text, end } of lines) {
    const at = { line, lines: 1, end };
    const isLong = text === undefined || text.length > limits.valueLetters * 4;
    const found = isLong ? [] : labelledIn(text);
    if (found.length === 0 || found[0]?.name === block?.found[0]?.name) yield* take();
    if (isLong) yield { ...at, is: "bad", because: "too_long" };
    else if (isBetween(text)) yield { ...at, is: "blank" };
    else if (found.length === 0) yield { ...at, is: "bad", because: "nothing_found" };
    else if (block && block.found.length < limits.columns) {
      block.found.push(...found);
      block.lines += 1;
      block.end = end;
    } else {
      yield* take();
      block = { found, ...at };
    }
  }
  yield* take();
}

function isBetween(text: string): boolean {
  return text.trim() === "" || rule.test(text) || heading.test(text);
}

function cellsOf(found: readonly Labelled[], names: ColumnNames): (string | undefined)[] {
  const cells: (string | undefined)[] = [];
  const times = new Map<string, number>();
  for (const { name, value } of found) {
    const key = name.toLowerCase();
    const time = (times.get(key) ?? 0) + 1;
    times.set(key, time);
    cells[names.placeOf(time === 1 ? key : `${key} ${time}`)] = value;
  }
  return cells;
}
