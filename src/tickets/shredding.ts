import { isId, type Replayer } from "#platform";
import { messageShredded, shredMessages } from "./message/index.ts";

/** Shreds again the messages that a restored backup brought back. */
export const shreddedMessageReplayer: Replayer = {
  kind: messageShredded,
  replay: async ({ ids: { client = "", ticket = "", message = "" }, at }, { database }) => {
    const areIds = isId("client", client) && isId("ticket", ticket) && isId("msg", message);
    if (!areIds) throw new Error(`${messageShredded} names no message`);
    await shredMessages(database, client, ticket, [message], at);
  },
};
