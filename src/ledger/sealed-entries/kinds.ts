import { z } from "@hono/zod-openapi";
import type { EventKind } from "../event.ts";

/** Why an entry is hidden from its client: a closed set, since the client reads it in the end. */
const sealingReasons = ["investigation", "legal_order", "personal_safety"] as const;

export type SealingReason = (typeof sealingReasons)[number];

const eventId = z.string().regex(/^event_[0-9a-z]{26}$/);

export type SealedDetails = {
  entry: string;
  reason: SealingReason;
  /** Hidden until this day begins, in UTC: 2026-12-01. */
  until: string;
};

/** Says that an entry is hidden, or for longer. It is hidden together with that entry. */
export const entrySealed: EventKind<SealedDetails> = {
  name: "ledger.entry_sealed",
  version: 1,
  columns: { client: "required" },
  details: z.strictObject({ entry: eventId, reason: z.enum(sealingReasons), until: z.iso.date() }),
};

/** Says that an entry was opened before its day. */
export const entryOpened: EventKind<{ entry: string }> = {
  name: "ledger.entry_opened",
  version: 1,
  columns: { client: "required" },
  details: z.strictObject({ entry: eventId }),
};

export const sealedEntryKinds: readonly EventKind[] = [entrySealed, entryOpened];
