import type { Permit } from "#keys";
import { attachmentKeyTable } from "./attachment/index.ts";
import { attachmentOpened, ticketRead } from "./events.ts";
import { addressTable } from "./guest/index.ts";
import { keyTable } from "./sealing/index.ts";

/** The outbox's event by which the desk hands over a mail. */
const deliveryAttempted = "outbox.delivery_attempted";

/** A look at a ticket lets its key be read, the opening of an attachment the attachment's own; a mail to a guest, the guest's address. */
export const ticketsPermits: readonly Permit[] = [
  { kind: ticketRead.name, act: "decrypt", table: keyTable, check: async () => {} },
  { kind: attachmentOpened.name, act: "decrypt", table: attachmentKeyTable, check: async () => {} },
  { kind: deliveryAttempted, act: "decrypt", table: addressTable, check: async () => {} },
];
