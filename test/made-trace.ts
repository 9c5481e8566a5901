import { dayMs, type Id, newId } from "#platform";
import type { TraceResult } from "#trace";

type Made = {
  /** When the sample was first seen. */
  before: Date;
  /** Whose looks explain it: the first most. */
  people: readonly Id<"staff">[];
  next?: Id<"staff">;
  rows?: number;
  /** Of the rows, how many are about nobody here. */
  nobody?: number;
};

/** What a trace could find, without anything to trace: for tests of what is done with it. */
export function madeTrace({ before, people, next, rows = 40, nobody = 6 }: Made): TraceResult {
  const about = rows - nobody;
  const sawOf = people.map((_, place) => Math.floor(about / (place + 1.2)));
  const at = (row: number) => new Date(before.getTime() - 9 * dayMs + (row * 8 * dayMs) / rows);
  const lines = Array.from({ length: rows }, (_, row) => row + 1);
  return {
    sample: {
      ...{ format: "csv", rows, bad: 1, columns: ["name", "email"], digest: "0".repeat(64) },
      cut: undefined,
    },
    before,
    resolution: { found: about - 2, ambiguous: 2, nobody, tooLittle: 0, canaries: 1 },
    clients: lines.slice(0, about).map(() => newId("client", before)),
    people: people.map((staff, place) => ({
      ...{ staff, explains: sawOf[place] ?? 0, alone: Math.floor((sawOf[place] ?? 0) / 2) },
      ...{ chance: 1.94, gain: 40 / (place + 1), share: 0.6 / (place + 1) },
      ...{ firstAt: at(0), lastAt: at(sawOf[place] ?? 0), sessions: 4 - place, devices: 1 },
      views: lines.slice(0, sawOf[place]).map((line) => ({
        ...{ at: at(line - 1), line, client: line, fields: ["name", "email"] as const },
      })),
      hours: Array.from({ length: 24 }, (_, hour) => (hour > 8 && hour < 18 ? hour - 8 : 0)),
    })),
    ...{ alike: [], decoys: [] },
    next: next && { staff: next, explains: 3, gain: 1.2, rowsMissing: 14 },
    alike: next && people[1] ? [{ staff: people[1], other: next }] : [],
    decoys: people.slice(0, 1).map((staff) => ({ line: 3, staff, at: at(2) })),
    rivals: {
      overlap: people.map((staff, place) => ({ staff, rows: sawOf[place] ?? 0 })),
      cover: people.map((staff, place) => ({ staff, rows: sawOf[place] ?? 0 })),
    },
    ...{ unexplained: about - Math.min(about, (sawOf[0] ?? 0) + 3), unseen: 2 },
    dating: {
      window: { from: at(4), to: at(20) },
      ...{ fits: about - 8, ofRows: about },
      perRow: lines.slice(0, about).map((line) => ({
        ...{ line, from: new Date(at(line).getTime() - 3 * dayMs), to: at(line + 4) },
      })),
    },
    bluff: { verdict: "mixed", reasons: [] },
    scope: {
      figures: {
        clients: { lower: about, best: about + 90, upper: about + 2_400 },
        values: { lower: 2 * about, best: 2 * about + 200, upper: 5_300 },
        byField: [
          { field: "email", class: "personal", lower: about, best: about + 80, upper: 2_100 },
          { field: "name", class: "personal", lower: about, best: about + 90, upper: 2_400 },
        ],
        byClass: [{ class: "personal", lower: about, best: about + 90, upper: 2_400 }],
        byCountry: [
          { country: "NL", lower: about - 3, best: about + 60, upper: 1_900 },
          { country: null, lower: 3, best: 30, upper: 500 },
        ],
      },
      hash: Buffer.alloc(32).toString("base64"),
      erasedLooks: { best: 0, upper: 0 },
      countedAt: before,
    },
    rows: lines.map((line) => ({
      line,
      outcome: line > about ? "nobody" : line > about - 2 ? "ambiguous" : "found",
      clients: line > about ? [] : line > about - 2 ? [line, 1] : [line],
      ...{ isCanary: line === 3, matched: line > about ? [] : ["name", "email"] },
      wrong: line % 7 === 0 ? ["phone"] : [],
      seenBy: people.filter((_, place) => line <= (sawOf[place] ?? 0)),
      ...{ isUnseen: line > about - 2 && line <= about, fitsSeen: undefined },
    })),
  };
}
