import type { Source } from "../source/index.ts";
import { type RawSection, sectionAt, sectionsIn } from "./sections.ts";
import { sentencesOf } from "./sentences.ts";

const listedMax = 500;
const lettersMax = 1_000;
const listing: ReadonlySet<RawSection> = new Set(["sources"]);
const address = /https?:\/\/[^\s<>"”)]+/;

/** A publication that a raw brief lists: by its headline, and where it stood. Somebody captures it before it is more. */
export type ProposedSource = { title: string; url: string | undefined; section: RawSection };

/** What a raw brief names as its sources; nothing in any other text. */
export function proposeSources({ text }: Pick<Source, "text">): ProposedSource[] {
  const sections = sectionsIn(text);
  const proposed: ProposedSource[] = [];
  for (const line of sections.length > 0 ? sentencesOf(text) : []) {
    const section = sectionAt(sections, line.start);
    const isHeading = sections.some(({ start }) => start === line.start);
    if (isHeading || section === undefined || !listing.has(section)) continue;
    if (proposed.length === listedMax) break;
    const url = address.exec(line.text)?.[0];
    proposed.push({ title: line.text.slice(0, lettersMax), url, section });
  }
  return proposed;
}
