import { readdirSync, readFileSync } from "node:fs";
import type { Turn } from "#guard";

const sentences = new URL("../../src/guard/asking/sentences/", import.meta.url);

/** A written message with the turns before it; `legitimate` is its item when it asks for nothing. */
export type AskCase = { language: string; item: string; written: string; turns: Turn[] };

/** The cases of a set, a folder of `sentences/`. */
export function askCases(set: string): AskCase[] {
  if (set === "frames") return framedCases();
  const folder = new URL(`${set}/`, sentences);
  return readdirSync(folder).flatMap((file) =>
    casesIn(file.slice(0, 2), readFileSync(new URL(file, folder), "utf8")),
  );
}

/** The sentences of a file: a heading in brackets names the item; ` // ` parts turns, ` ¶ ` paragraphs, `C: ` is the client's. */
function casesIn(language: string, text: string): AskCase[] {
  let heading = "";
  return text.split("\n").flatMap((line) => {
    const found = /^\[(\w+)\]$/.exec(line);
    if (found !== null) heading = found[1] ?? "";
    if (found !== null || line.trim() === "") return [];
    const named = /^(split|hidden)$/.test(heading) ? /^(\w+): (.*)$/.exec(line) : null;
    const written = named?.[2] ?? line;
    const turns = written
      .replaceAll(" ¶ ", "\n\n")
      .split(" // ")
      .map(
        (turn): Turn =>
          turn.startsWith("C: ")
            ? { from: "client", text: turn.slice(3) }
            : { from: "agent", text: turn },
      );
    return [{ language, item: named?.[1] ?? heading, written, turns }];
  });
}

/** Every frame of a language with every thing in it: what is learned must hold for the plainest words. */
function framedCases(): AskCase[] {
  const folder = new URL("frames/", sentences);
  return readdirSync(folder).flatMap((file) => {
    const parts = readFileSync(new URL(file, folder), "utf8")
      .split(/^\[\w+\]\n/m)
      .slice(1)
      .map((part) => part.trim().split("\n"));
    const starts = [...parts.keys()].filter((place) => place % 3 === 0);
    return starts.flatMap((start) => framed(file.slice(0, 2), parts.slice(start, start + 3)));
  });
}

/** Things with their items, frames that ask for them, and frames that don't. */
function framed(language: string, [things = [], asks = [], honest = []]: string[][]): AskCase[] {
  return things.flatMap((line) => {
    const [item = "", thing = ""] = line.split(": ");
    const made = (frame: string, named: string): AskCase => {
      const written = frame.replace("{}", () => thing);
      return { language, item: named, written, turns: [{ from: "agent", text: written }] };
    };
    return [
      ...asks.map((frame) => made(frame, item)),
      ...honest.map((frame) => made(frame, "legitimate")),
    ];
  });
}
