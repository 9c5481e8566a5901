import type { BadBecause, Item } from "./record.ts";
import type { SampleLine } from "./sample-text.ts";

/** What one line holds: nothing, a record, or why it can't be read. */
export type LineRead =
  | "blank"
  | { cells: readonly (string | undefined)[] }
  | { because: BadBecause };

/** One record a line. A line without a text was too long to be kept. */
export function* lineItems(
  lines: Iterable<SampleLine>,
  lettersMax: number,
  read: (text: string) => LineRead,
): Generator<Item> {
  for (const { number: line, text, end } of lines) {
    const isLong = text === undefined || text.length > lettersMax;
    yield itemOf({ line, lines: 1, end }, isLong ? { because: "too_long" } : read(text));
  }
}

export function itemOf(at: Pick<Item, "line" | "lines" | "end">, read: LineRead): Item {
  if (read === "blank") return { ...at, is: "blank" };
  if ("because" in read) return { ...at, is: "bad", because: read.because };
  return { ...at, is: "record", cells: read.cells };
}
