import type { Language } from "#platform";
import { say } from "../messages.ts";
import type { Conversation } from "../tickets.ts";
import type { ConversationList } from "./conversation.tsx";

type EarlierProps = {
  language: Language;
  earlier: readonly Conversation[];
  show(conversation: Conversation): ReturnType<typeof ConversationList>;
};

/** The messages of tickets that went on in this one; each is still a ticket of its own. */
export function Earlier({ language, earlier, show }: EarlierProps) {
  return (
    <>
      {earlier.map((conversation) => {
        const { topic, reference } = conversation.ticket;
        const count = conversation.messages.length;
        const about = { topic: say(language, `topic.${topic}`), reference, count };
        return (
          <details>
            <summary>{say(language, "earlier.title", about)}</summary>
            {show(conversation)}
          </details>
        );
      })}
    </>
  );
}
