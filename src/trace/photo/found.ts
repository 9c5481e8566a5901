import type { Id } from "#platform";
import type { FieldName } from "#policy";
import type { CannotOpen, PhotoKind } from "./opening/index.ts";
import type { WhyNoMark } from "./reading.ts";

/** What pictures of screens say. It is kept with the result of its trace; ids of clients stand in `clients` there. */
export type PhotoFound = {
  kind: PhotoKind | undefined;
  /** Those that were looked at, too coarse to be read, of so many that the file has. */
  pictures: readonly CoarsePicture[];
  of: number;
  /** Screens of ours that the ledger knows, in the order of their minutes. */
  screens: readonly Screen[];
  /** Marks that were read and don't count. */
  refused: readonly RefusedMark[];
  /** Why no mark was read. */
  whyNot: CannotOpen | WhyNoMark | undefined;
};

/** Grey stones, a row after the other, in base64: so coarse that nobody reads what stood there. */
export type CoarsePicture = {
  width: number;
  height: number;
  columns: number;
  rows: number;
  stones: string;
};

/** Where a mark stands: in which picture, from 0; a line around it, in pixels; and how many of the pictures show it. */
export type MarkPlace = {
  picture: number;
  outline: readonly (readonly [x: number, y: number])[];
  seenIn: number;
};

/** A screen of ours in a picture: whose it was, in which session, and the start of the minute that its mark says. */
export type Screen = MarkPlace & {
  staff: Id<"staff">;
  session: Id<"session">;
  /** What the session's pages call it in the open. */
  alias: string;
  minute: Date;
  shown: readonly ShownThere[];
};

/** What was shown in that session about then. */
export type ShownThere = {
  at: Date;
  /** The client's number in the trace. */
  client: number;
  field: FieldName;
  event: Id<"event">;
};

/**
 * Why a mark doesn't count: no session has it, so it is forged or another desk's; somebody changed the desk's rows, and the
 * ledger has it otherwise; its session wasn't open in that minute; or that minute is after the picture was first seen.
 */
export const markRefusals = ["unknown", "not_in_ledger", "not_open", "later"] as const;
export type RefusedMark = MarkPlace & {
  why: (typeof markRefusals)[number];
  minute: Date | undefined;
};
