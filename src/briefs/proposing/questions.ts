import type { Source } from "../source/index.ts";
import { sectionAt, sectionsIn } from "./sections.ts";
import { sentencesOf } from "./sentences.ts";

const questionsMax = 200;
const lettersMax = 500;

/** Words by which it can be told what an open question asks. */
const slotWords: readonly (readonly [RegExp, string])[] = [
  [/\bhow (?:many|much data)\b|\b(?:number|extent) of\b/i, "affected_count"],
  [/\b(?:ransom|sum|amount|demand(?:s|ed)?)\b/i, "demand_amount"],
  [/\b(?:videos?|footage|material)\b/i, "material_held"],
  [/\b(?:staff|employees?|insiders?)\b/i, "insider_role"],
  [/\b(?:detect(?:ed|ion)?|discover(?:ed|y)?|notic(?:e|ed))\b/i, "detected_by"],
  [/\b(?:police|law enforcement|regulators?)\b/i, "law_enforcement"],
];

/** What a raw brief says that nobody knows. It is nothing before a person takes it. */
export type ProposedQuestion = {
  text: string;
  slot: string | undefined;
  /** When the brief said so: its source's date. */
  askedOn: string | undefined;
};

/** The points of what a raw brief calls unclear; none in any other text. */
export function proposeQuestions(source: Pick<Source, "text" | "published">): ProposedQuestion[] {
  const sections = sectionsIn(source.text);
  const proposed: ProposedQuestion[] = [];
  for (const { text, start } of sections.length > 0 ? sentencesOf(source.text) : []) {
    const isHeading = sections.some((section) => section.start === start);
    if (isHeading || sectionAt(sections, start) !== "unclear") continue;
    if (proposed.length === questionsMax) break;
    const slot = slotWords.find(([pattern]) => pattern.test(text))?.[1];
    proposed.push({ text: text.slice(0, lettersMax), slot, askedOn: source.published });
  }
  return proposed;
}
