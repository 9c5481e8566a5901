import { readdirSync, readFileSync } from "node:fs";

/** A written report; ` ¶ ` stands for the end of a line. */
export type ReportCase = { language: string; isScam: boolean; text: string };

/** The cases of a set, a folder of `texts/`. */
export function reportCases(set: string): ReportCase[] {
  const folder = new URL(`../../src/guard/reported/texts/${set}/`, import.meta.url);
  return readdirSync(folder)
    .sort()
    .flatMap((file) => casesIn(file.slice(0, 2), readFileSync(new URL(file, folder), "utf8")));
}

function casesIn(language: string, written: string): ReportCase[] {
  let isScam = false;
  return written.split("\n").flatMap((line) => {
    if (/^\[(?:scam|honest)\]$/.test(line)) isScam = line === "[scam]";
    else if (line !== "") return [{ language, isScam, text: line.replaceAll(" ¶ ", "\n") }];
    return [];
  });
}
