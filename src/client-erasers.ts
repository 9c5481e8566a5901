import { eraseAccount } from "#accounts";
import type { ClientEraser } from "#ledger";
import { eraseMessages } from "#outbox";
import { eraseAttachments, eraseReports, eraseTickets, eraseWebhookMessages } from "#tickets";
import { eraseRecord } from "#vault";

/** What goes when a client is erased from the ledger, slice by slice; a restore carries it out again. */
export const clientErasers: readonly ClientEraser[] = [
  eraseMessages,
  eraseReports,
  eraseWebhookMessages,
  eraseAttachments,
  eraseTickets,
  eraseRecord,
  eraseAccount,
];
