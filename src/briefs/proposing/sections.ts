/** The sections of a brief as briefs are usually written, by what their headings say. */
export const sectionHeadings = {
  summary: "summary",
  known: "what we know",
  unclear: "what's still unclear",
  disputed: "what is disputed",
  context: "context",
  why: "why it matters",
  watch: "what to watch next",
  advice: "what you should do now",
  faq: "faq",
  related: "related coverage",
  transparency: "source transparency",
  original: "original brief",
  sources: "sources",
  corrections: "corrections",
} as const;
export type RawSection = keyof typeof sectionHeadings;

export type PlacedSection = { section: RawSection; start: number; end: number };

const kinds = new Map<string, RawSection>(
  Object.entries(sectionHeadings).map(([kind, heading]) => [heading, kind as RawSection]),
);
/** Fewer headings than these are a coincidence. */
const headingsMin = 3;
/** More are a text that is made of headings. */
const headingsMax = 100;

/** Where the sections of a raw brief begin and end; none, when the text isn't written as one. */
export function sectionsIn(text: string): PlacedSection[] {
  const found: PlacedSection[] = [];
  let at = 0;
  for (const line of text.split("\n")) {
    const section = kinds.get(headingOf(line));
    const last = found.at(-1);
    if (section !== undefined) {
      if (last) last.end = at;
      found.push({ section, start: at, end: text.length });
    }
    at += line.length + 1;
  }
  return found.length < headingsMin || found.length > headingsMax ? [] : found;
}

/** Where a place of the text stands. */
export function sectionAt(
  sections: readonly PlacedSection[],
  place: number,
): RawSection | undefined {
  return sections.find(({ start, end }) => start <= place && place < end)?.section;
}

/** `Summary: …` has its heading before a colon. */
function headingOf(line: string): string {
  const [before = ""] = line.slice(0, 60).split(":", 1);
  return before
    .replace(/^#+\s*/, "")
    .replace(/[’‘]/g, "'")
    .trim()
    .toLowerCase();
}
