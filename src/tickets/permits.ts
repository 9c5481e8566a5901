import type { Permit } from "#keys";
import { attachmentKeyTable } from "./attachment/index.ts";
import { attachmentOpened, ticketRead } from "./events.ts";
import { addressTable } from "./guest/index.ts";
import { keyTable } from "./sealing/index.ts";

/** The outbox's event by which the desk hands over a mail. */
const deliveryAttempted = "outbox.delivery_attempted";

/** A key or an address of a mail is shown to nobody. */
const unshown = { act: "decrypt", isShown: false, check: async () => {} } as const;

/** A look at a ticket lets its key be read, the opening of an attachment the attachment's own; a mail to a guest, the guest's address. */
export const ticketsPermits: readonly Permit[] = [
  { kind: ticketRead.name, table: keyTable, ...unshown },
  { kind: attachmentOpened.name, table: attachmentKeyTable, ...unshown },
  { kind: deliveryAttempted, table: addressTable, ...unshown },
];
