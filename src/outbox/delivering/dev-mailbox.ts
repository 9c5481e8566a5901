import type { Database } from "#platform";
import type { Sender } from "./mail.ts";
import { addToDevMailbox } from "./store.ts";

/** Where mail lands on a developer's machine: nothing leaves it. */
export function devMailbox(database: Database): Sender {
  return {
    send: async (mail) => {
      await addToDevMailbox(database, mail);
      return { is: "accepted" };
    },
    isReady: async () => true,
    close: () => {},
  };
}
