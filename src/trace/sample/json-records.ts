import type { Limits } from "./limits.ts";
import { itemOf, type LineRead, lineItems } from "./line-items.ts";
import type { ColumnNames, Item } from "./record.ts";
import type { SampleLine, SampleText } from "./sample-text.ts";

const pauseBytes = 1 << 16;
const closeBracket = 0x5d;
const [quote, backslash, comma] = [0x22, 0x5c, 0x2c];
/** How much deeper a byte leads: `{[` one, `}]` one back. */
const steps = new Int8Array(256);
for (const sign of [0x7b, 0x5b]) steps[sign] = 1;
for (const sign of [0x7d, closeBracket]) steps[sign] = -1;

/** An object around the array of all records. */
export const arrayAround = /^\s*\{\s*"[^"]{1,100}"\s*:\s*\[(?=\s*\{)/;

/** One object a line. */
export function* jsonLineItems(
  lines: Iterable<SampleLine>,
  names: ColumnNames,
  limits: Limits,
): Generator<Item> {
  yield* lineItems(lines, Number.POSITIVE_INFINITY, (text) => {
    const bare = text.trim().replace(/,$/, "");
    return bare === "" ? "blank" : readJson(bare, names, limits);
  });
}

/**
 * The objects of one array, or one after the other, over any number of lines: each counts as a record. They are cut
 * out of the bytes one by one, so that one that is damaged or endless costs nothing but itself.
 */
export function* jsonItems(text: SampleText, names: ColumnNames, limits: Limits): Generator<Item> {
  const { bytes } = text;
  let at = startOf(text);
  for (let line = 1; ; line += 1) {
    const start = nextRecord(bytes, at);
    if (start < 0) return;
    const skim = { at: start, depth: 0, deepest: 0, inString: false };
    while (!goOn(bytes, skim, Math.min(bytes.length, skim.at + pauseBytes))) {
      if (skim.at >= bytes.length) break;
      yield { is: "pause", line, lines: 0, end: skim.at };
    }
    at = skim.at;
    const place = { line, lines: 1, end: at };
    if (skim.depth > 0 || skim.inString) {
      const isLong = at - start > limits.lineLetters;
      if (isLong || !text.isCut) yield { ...place, is: "bad", because: "unended" };
      return;
    }
    if (at - start > limits.lineLetters) yield { ...place, is: "bad", because: "too_long" };
    else if (skim.deepest > limits.depth) yield { ...place, is: "bad", because: "too_deep" };
    else yield itemOf(place, readJson(text.decode(start, at), names, limits));
  }
}

/** Behind the bracket of the array, or of the first array in an object around it. */
function startOf({ bytes }: SampleText): number {
  const head = bytes.subarray(0, 400).toString("latin1");
  return arrayAround.exec(head)?.[0].length ?? /^\s*\[(?=\s*[[{"\]])/.exec(head)?.[0].length ?? 0;
}

/** Where something begins that isn't only between records. An array's end ends them. */
function nextRecord(bytes: Buffer, from: number): number {
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === closeBracket) return -1;
    if (byte > 32 && byte !== comma) return at;
  }
  return -1;
}

type Skim = { at: number; depth: number; deepest: number; inString: boolean };

/** Goes to the end of the value that begins here. @returns whether it has ended */
function goOn(bytes: Buffer, skim: Skim, until: number): boolean {
  for (; skim.at < until; skim.at += 1) {
    const byte = bytes[skim.at] ?? 0;
    if (skim.inString) {
      if (byte === backslash) skim.at += 1;
      else skim.inString = byte !== quote;
      continue;
    }
    const step = steps[byte] ?? 0;
    skim.inString = byte === quote;
    skim.depth += step;
    skim.deepest = Math.max(skim.deepest, skim.depth);
    const isOver = skim.depth <= 0 && (step < 0 || byte === comma);
    if (isOver && step < 0 && skim.depth === 0) skim.at += 1;
    if (isOver) return true;
  }
  return false;
}

function readJson(text: string, names: ColumnNames, limits: Limits): LineRead {
  if (depthOf(text) > limits.depth) return { because: "too_deep" };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { because: "not_json" };
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return { because: "not_an_object" };
  }
  const cells: (string | undefined)[] = [];
  flatten(value, "", (name, cell) => {
    cells[names.placeOf(name)] = cell;
  });
  return cells.some((cell) => cell?.trim()) ? { cells } : "blank";
}

/** `{"address": {"city": …}}` has the column `address.city`; the second of several values `phones.2`. */
function flatten(value: object, path: string, take: (name: string, cell: string) => void): void {
  const isList = Array.isArray(value);
  for (const [key, inner] of Object.entries(value)) {
    const own = isList && key === "0" ? "" : isList ? String(Number(key) + 1) : key;
    const name = path && own ? `${path}.${own}` : path || own;
    if (typeof inner === "object" && inner !== null) flatten(inner, name, take);
    else if (inner !== null) take(name, String(inner));
  }
}

function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (inString) {
      if (sign === "\\") at += 1;
      else if (sign === '"') inString = false;
    } else if (sign === '"') inString = true;
    else if (sign === "{" || sign === "[") deepest = Math.max(deepest, ++depth);
    else if (sign === "}" || sign === "]") depth -= 1;
  }
  return deepest;
}
