import { writeFileSync } from "node:fs";
import { stretchesOfReport } from "../../src/guard/reported/reported.ts";
import { featuresBits, placesOf } from "../../src/guard/reported/wording.ts";
import { clientsTexts, ownTexts } from "./honest-texts.ts";
import { type Example, learn, writtenTable } from "./learn.ts";
import { reportCases } from "./report-cases.ts";

/** Writes how reports of scams read, learned from `texts/`, into `weights.ts`. */
export function learnScams(): string[] {
  const reports = reportCases("learned-from").map(({ isScam, text }) => example(isScam, text, 1));
  const examples = [...otherExamples(), ...reports];
  const text = writtenTable(learn(examples, 2 ** featuresBits), "scams");
  writeFileSync(new URL("../../src/guard/reported/weights.ts", import.meta.url), text);
  return [`Learned from ${examples.length} texts.`];
}

function example(isScam: boolean, text: string, weight: number): Example {
  return { isSought: isScam, weight, parts: stretchesOfReport(text).map(placesOf) };
}

/** What is learned from beside `learned-from/`: what clients wrote, and our own words about scams. */
function otherExamples(): Example[] {
  return [
    ...clientsTexts("banking77-train", 4).map((text) => example(false, text, 0.5)),
    ...clientsTexts("multidogo-finance-train", 12).map((text) => example(false, text, 0.5)),
    ...ownTexts().map((text) => example(false, text, 0.7)),
  ];
}
