import { findAsks } from "#guard";
import type { Reason } from "./verdict.ts";

/** Only this much of a text is read for what it asks; a sentence is cut where it gets longer than people write. */
const readCharactersMax = 20_000;
const sentenceCharactersMax = 1_000;
const asksShownMax = 3;
const quotedCharactersMax = 100;
/** Mail programs wrap lines from about here on: such a line goes on in the next one. */
const wrappedLengthMin = 45;

/** What a text asks for that we never ask for, each item once, in the text's own words. */
export function asksIn(text: string): Reason[] {
  const asks = new Map<string, string>();
  for (const sentence of unwrapped(text.slice(0, readCharactersMax)).split(/[.!?\n]/)) {
    for (const { item, words } of findAsks(sentence.slice(0, sentenceCharactersMax))) {
      if (!asks.has(item)) asks.set(item, words.slice(0, quotedCharactersMax));
    }
  }
  return [...asks].slice(0, asksShownMax).map(([item, words]) => ({
    code: "asks_never_asked",
    values: { item, words },
  }));
}

/** A sentence that was cut into lines, put together: half of a warning could read as an ask. */
function unwrapped(text: string): string {
  const lines = text.split(/\r?\n/);
  return lines
    .map((line, place) => {
      const next = lines[place + 1]?.trim() ?? "";
      const goesOn = line.length >= wrappedLengthMin && next !== "" && !/^[-*•>\d]/.test(next);
      return goesOn ? `${line.trimEnd()} ` : `${line}\n`;
    })
    .join("");
}
