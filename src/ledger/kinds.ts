import { z } from "@hono/zod-openapi";
import { erasureKinds } from "./erasure/index.ts";
import type { EventKind } from "./event.ts";
import { sealedEntryKinds } from "./sealed-entries/index.ts";

/** A process that appends events began its work; this is the public half of the key that signs its receipts. */
export const processStarted: EventKind<{ receiptKey: string }> = {
  name: "ledger.process_started",
  version: 1,
  columns: {},
  details: z.strictObject({ receiptKey: z.base64() }),
};

/** The log goes on under a new name and key, from this size on. */
export const logRenewed: EventKind<{ origin: string; size: number; because: string }> = {
  name: "ledger.log_renewed",
  version: 1,
  columns: {},
  details: z.strictObject({ origin: z.string(), size: z.int(), because: z.string().min(1) }),
};

export const ledgerEventKinds: readonly EventKind[] = [
  processStarted,
  logRenewed,
  ...erasureKinds,
  ...sealedEntryKinds,
];
