import { eraseAccount } from "#accounts";
import { eraseCalls } from "#calls";
import type { ClientErasing } from "#ledger";
import { eraseMessages } from "#outbox";
import { ticketsErasers } from "#tickets";
import { eraseRecord, formerIdsOf } from "#vault";

/** What goes when a client is erased from the ledger, slice by slice; a restore carries it out again. */
export const clientErasing: ClientErasing = {
  clientErasers: [eraseMessages, ...ticketsErasers, eraseCalls, eraseRecord, eraseAccount],
  formerIds: formerIdsOf,
};
