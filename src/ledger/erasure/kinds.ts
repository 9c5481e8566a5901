import { z } from "@hono/zod-openapi";
import type { EventKind } from "../event.ts";

export const eventsAnErasureMax = 200;

/** Why something is erased: a closed set, so that no personal datum stays behind in the reason. */
const erasureReasons = [
  "client_asked",
  "staff_asked",
  "recorded_by_mistake",
  "kept_long_enough",
  "legal_order",
  "restored_from_backup",
] as const;

export type ErasureReason = (typeof erasureReasons)[number];

/** What is erased of an event: all that is the client's, or only who acted. */
export type Part = "client" | "actor";

const eventId = z.string().regex(/^event_[0-9a-z]{26}$/);
const reason = z.enum(erasureReasons);

export type ErasedDetails = { events: string[]; part: Part; reason: ErasureReason };

/** Says which events were erased. It names no client, and is no client's, so it never loses more than who acted. */
export const erased: EventKind<ErasedDetails> = {
  name: "ledger.erased",
  version: 1,
  columns: {},
  details: z.strictObject({
    events: z.array(eventId).min(1).max(eventsAnErasureMax),
    part: z.enum(["client", "actor"]),
    reason,
  }),
};

/** Tells a client that some entries were erased. In the client's chain it holds the leaf of the last one. */
export const entriesErased: EventKind<{ entries: number; reason: ErasureReason }> = {
  name: "ledger.entries_erased",
  version: 1,
  columns: { client: "required" },
  details: z.strictObject({ entries: z.int().positive(), reason }),
};

/** A hold's reason is the case it belongs to, and nothing personal. Who is refused isn't told it. */
export const holdPlaced: EventKind<{ reason: string }> = {
  name: "ledger.hold_placed",
  version: 1,
  columns: { client: "required" },
  details: z.strictObject({ reason: z.string().trim().min(1).max(200) }),
};

export const holdLifted: EventKind<{ hold: string; reason: string }> = {
  name: "ledger.hold_lifted",
  version: 1,
  columns: { client: "required" },
  details: z.strictObject({ hold: eventId, reason: z.string().trim().min(1).max(200) }),
};

export const erasureKinds: readonly EventKind[] = [erased, entriesErased, holdPlaced, holdLifted];
