import type { Id } from "#platform";
import type { FieldName } from "#policy";
import type { PhotoFound } from "./photo/index.ts";
import type { Figures } from "./scope/index.ts";

/**
 * What a trace found. Ids of clients stand in `clients` alone: everywhere else a client is a number, the place there from 1.
 * It is kept in its case's own encryption, and shown with people and clients as pseudonyms.
 */
export type TraceResult = {
  sample: SampleSummary;
  /** When the sample was first seen in public: later looks say nothing. */
  before: Date;
  resolution: Resolution;
  clients: readonly Id<"client">[];
  /** Whose looks explain the sample, who explains most first; nobody is an empty list. */
  people: readonly TracedPerson[];
  /** Who would be named next, and is not: what was found isn't more than chance. */
  next: NextPerson | undefined;
  /** People of whom the first isn't named: beside what the other saw too, too little is left to tell them apart. */
  alike: readonly { staff: Id<"staff">; other: Id<"staff"> }[];
  /** Values that one person alone is ever shown: they say who that is, and when. */
  decoys: readonly DecoySeen[];
  rivals: Rivals;
  /** Rows about clients that none of these people saw. */
  unexplained: number;
  /** Rows about clients that nobody saw at all: a source outside of the desk. */
  unseen: number;
  dating: Dating;
  bluff: Bluff;
  scope: ScopeFound;
  rows: readonly TracedRow[];
  /** What pictures of screens say, where those were given instead of rows. */
  photo?: PhotoFound | undefined;
};

export type SampleSummary = {
  format: string;
  rows: number;
  /** Lines that could not be read. */
  bad: number;
  /** What each column was read as, in its order: words of `meaningWords`. */
  columns: readonly string[];
  /** SHA-256 of the bytes that were given, in hexadecimal. */
  digest: string;
  /** What ended the reading before the sample's end: nothing from this line on was read. */
  cut: { by: "bytes" | "lines" | "rows"; limit: number; line: number } | undefined;
};

/** What became of the rows: their sum is the sample's. */
export type Resolution = {
  /** About one client. */
  found: number;
  /** About one of several. */
  ambiguous: number;
  /** Nobody here has or had these values: this part is not from the desk. */
  nobody: number;
  /** Nothing in them finds anybody. */
  tooLittle: number;
  /** Rows, of those found, about clients who don't exist. */
  canaries: number;
};

export type TracedPerson = {
  staff: Id<"staff">;
  /** Rows that this person saw; of them those that nobody else saw; and how many chance would explain. */
  explains: number;
  alone: number;
  chance: number;
  /** How much likelier the sample is with this person as a source, as a natural logarithm. */
  gain: number;
  /** The part of the sample that comes from this person where it is likeliest, 0 to 1. */
  share: number;
  firstAt: Date;
  lastAt: Date;
  sessions: number;
  devices: number;
  views: readonly MatchingView[];
  /** Matching looks by the hour of the day in UTC: 24 counts. */
  hours: readonly number[];
};

/** A look that showed what stands in a row of the sample. */
export type MatchingView = {
  at: Date;
  line: number;
  client: number;
  fields: readonly FieldName[];
  event?: Id<"event">;
};

/** @param rowsMissing about how many more rows like these, each about another client, would settle it */
export type NextPerson = {
  staff: Id<"staff">;
  explains: number;
  gain: number;
  rowsMissing: number;
};

/** @param at when that person was last shown it; undefined when no look is known */
export type DecoySeen = { line: number; staff: Id<"staff">; at: Date | undefined };

/** What simpler methods say, beside it. They always name somebody. */
export type Rivals = {
  overlap: readonly { staff: Id<"staff">; rows: number }[];
  cover: readonly { staff: Id<"staff">; rows: number }[];
};

/** A time: from a moment on, up to another; undefined: up to now. */
export type Span = { from: Date; to: Date | undefined };

/** When the values were the clients': a look before or after them showed others. */
export type Dating = {
  /** When most of the rows fit together; undefined when nothing is dated. */
  window: Span | undefined;
  /** How many of the rows that can be dated fit into it. */
  fits: number;
  ofRows: number;
  perRow: readonly ({ line: number } & Span)[];
};

export const bluffVerdicts = [
  "authentic_current",
  "authentic_old",
  "mixed",
  "fabricated",
  "undetermined",
] as const;

/** Does whoever leaks have what is claimed? A reason's words are `bluff.reason.<code>`, with these figures. */
export type Bluff = {
  verdict: (typeof bluffVerdicts)[number];
  reasons: readonly { code: string; figures: Readonly<Record<string, number | string | Date>> }[];
};

/** Whom the leak affects, as it was counted; see `Scope` of scope/. The list itself names clients, and is kept apart. */
export type ScopeFound = {
  figures: Figures;
  /** SHA-256 of the list, in base64. */
  hash: string;
  erasedLooks: { best: number; upper: number };
  countedAt: Date;
};

/** A row of the sample, without what stood in it. */
export type TracedRow = {
  line: number;
  outcome: "found" | "ambiguous" | "nobody" | "too_little";
  /** Numbers of the clients whom it may be about. */
  clients: readonly number[];
  isCanary: boolean;
  matched: readonly FieldName[];
  wrong: readonly FieldName[];
  /** Who saw what stands in it, of the people whose looks explain the sample. */
  seenBy: readonly Id<"staff">[];
  /** It is about a client, and nobody at the desk saw what stands in it. Undefined in what was found by former rules. */
  isUnseen: boolean | undefined;
  /** Of a row that finds nobody: how many of the clients whom these people saw it could be about. */
  fitsSeen: number | undefined;
};

/** Whether it was found by former rules: who saw its rows isn't known, and what only may be a client's counts in each figure. */
export function isOutdated({ rows }: Pick<TraceResult, "rows">): boolean {
  return rows.some(({ isUnseen }) => isUnseen === undefined);
}
