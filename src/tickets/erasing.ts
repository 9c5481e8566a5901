import type { ClientEraser } from "#ledger";
import { eraseAttachments } from "./attachment/index.ts";
import { eraseReports } from "./report/index.ts";
import { eraseTickets } from "./ticket/index.ts";
import { eraseWebhookMessages } from "./webhook/index.ts";

/** What goes of a client who is erased, in this order. */
export const ticketsErasers: readonly ClientEraser[] = [
  eraseReports,
  eraseWebhookMessages,
  eraseAttachments,
  eraseTickets,
];
