import type { Id } from "#platform";
import type { FieldName } from "#policy";

/** How much of a value stands in a sample. */
export type ValuePart =
  /** All of it, perhaps typed in another form. */
  | "whole"
  /** Its last letters or digits. */
  | "end"
  /** With marks for what is hidden: `j•••@e•••.com`, `+1 202 *** **07`. */
  | "masked"
  /** Some of its words: a first name, a city. */
  | "words";

/** A value of a client's field, as it stands in a leaked sample. */
export type LeakedValue = {
  field: FieldName;
  part: ValuePart;
  text: string;
  /** Other spellings that it may have at the desk: another order of a date or a name, an amount without its currency. */
  also?: readonly string[];
};

/** One row of a sample, read by its columns. */
export type LeakedRow = {
  /** Where it stands in what was given, from 1. */
  line: number;
  values: readonly LeakedValue[];
  /** The public id of an account, with its dashes. */
  account?: string;
  /** What the firm's own systems call the client. */
  reference?: string;
  /** Names of columns with a value that no screen of the desk shows. */
  foreign: readonly string[];
};

/**
 * A version of a value, and when it was the client's. `viewer` is who alone is shown this decoy, `former` the client's id of
 * that time, under which the ledger has its looks.
 */
export type MatchedVersion = {
  version: number;
  former?: Id<"client">;
  from: Date;
  to: Date | undefined;
  viewer: Id<"staff"> | undefined;
};

/** A client whom a row may be about. */
export type Candidate = {
  client: Id<"client">;
  /** Other ids under which the ledger has the client. */
  formers?: readonly Id<"client">[];
  isCanary: boolean;
  /** ISO 3166-1 alpha-2, where the firm's systems said it. */
  country: string | undefined;
  /** For each field whose value the client has or had: in which versions. Never without one. */
  matched: ReadonlyMap<FieldName, readonly MatchedVersion[]>;
  /** Fields of the row whose value could be the client's: a part fits, and more can't be told. */
  fitting: ReadonlySet<FieldName>;
  /** Fields of the row whose value the client never had here. */
  wrong: ReadonlySet<FieldName>;
};

/** What became of a row: whom it is about, perhaps one of several, or nobody. */
export type ResolvedRow = {
  row: LeakedRow;
  outcome:
    | { is: "found"; candidates: readonly Candidate[] }
    /** It has a whole value by which clients are found, and no client has or had it: it isn't from the desk. */
    | { is: "nobody" }
    /** Nothing in it finds anybody, it fits too many, or it is one guess of many at somebody: then without its values. */
    | { is: "too_little"; fits: number | undefined };
};
