import type { ClientErasing } from "#ledger";
import { isId, type Replayer } from "#platform";
import { eraseAttachments } from "./attachment/index.ts";
import { messageShredded, shredMessages } from "./message/index.ts";
import { eraseReports } from "./report/index.ts";
import { eraseTickets } from "./ticket/index.ts";
import { eraseWebhookMessages } from "./webhook/index.ts";

/** What goes of a client who is erased, in this order. */
export const ticketsErasers: ClientErasing["clientErasers"] = [
  eraseReports,
  eraseWebhookMessages,
  eraseAttachments,
  eraseTickets,
];

/** Shreds again the messages that a restored backup brought back. */
export const shreddedMessageReplayer: Replayer = {
  kind: messageShredded,
  replay: async ({ ids: { client, ticket, message }, at }, { database }) => {
    const areIds = isId("client", client) && isId("ticket", ticket) && isId("msg", message);
    if (!areIds) throw new Error(`${messageShredded} names no message`);
    await shredMessages(database, client, ticket, [message], at);
  },
};
