import { eraseAccount } from "#accounts";
import { eraseCalls } from "#calls";
import type { ClientEraser } from "#ledger";
import { eraseMessages } from "#outbox";
import { ticketsErasers } from "#tickets";
import { eraseRecord } from "#vault";

/** What goes when a client is erased from the ledger, slice by slice; a restore carries it out again. */
export const clientErasers: readonly ClientEraser[] = [
  eraseMessages,
  ...ticketsErasers,
  eraseCalls,
  eraseRecord,
  eraseAccount,
];
