import { linkPage } from "#accounts";
import { idFrom, uuidOf } from "#platform";
import type { CallsDesk } from "../desk.ts";
import { say } from "./messages.ts";
import { cancel } from "./rebooking.ts";

/** `/cancel-call/:token`: whoever has the mail can cancel the call, and nobody is asked to sign in. */
export function cancelLinkRoutes(desk: CallsDesk) {
  return linkPage(desk.accounts, {
    purpose: "cancel_call",
    changes: "nothing",
    isDangerous: true,
    async asks({ context }) {
      const { language } = context.var;
      return {
        title: say(language, "link.title"),
        said: [say(language, "link.lead"), say(language, "link.told")],
        button: say(language, "link.button"),
      };
    },
    async act({ context, link, now, take }) {
      const { client, subject } = link;
      if (!subject) throw new Error("this link is about no call");
      const call = { client, id: idFrom("call", uuidOf(subject)) };
      await cancel(desk, { is: "client", id: client }, call, now, take);
      const { language } = context.var;
      return {
        title: say(language, "link.done"),
        said: [say(language, "link.done.lead"), say(language, "link.done.lock")],
        next: { path: "/account/calls", label: say(language, "link.next") },
      };
    },
  });
}
