import type { Gap } from "./client-chain.ts";
import type { RawRow } from "./raw-row.ts";

/** A row whose leaf hash isn't what the log holds where the runs place it. */
export type LooseRow = {
  row: RawRow;
  /** Where the runs place it, if anywhere; where it is, once it was found. */
  leaf: number | undefined;
  /** Its leaf hash with each that may stand before it in its client's chain. None when all of those are missing. */
  possible: readonly { hash: Buffer; before: Buffer }[];
  /** What the event after it, or the end of the chain, holds as the leaf hash before. */
  proven: Buffer | undefined;
  /** Numbers of the chain that are missing before it. */
  gap: Gap | undefined;
};
