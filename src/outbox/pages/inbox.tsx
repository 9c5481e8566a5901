import { type Language, Linked } from "#platform";
import { subjectOf, topicOf } from "../explanation.ts";
import { say } from "../messages.ts";
import type { SentMessage } from "../reader.ts";

type InboxPageProps = {
  language: Language;
  messages: readonly SentMessage[];
  /** There are older ones than the last of these. */
  hasOlder: boolean;
};

/** Everything that we sent somebody, the newest first. */
export function InboxPage({ language, messages, hasOlder }: InboxPageProps) {
  const last = messages.at(-1);
  return (
    <>
      <header>
        <h1>{say(language, "inbox.title")}</h1>
        <p class="lead">{say(language, "inbox.lead")}</p>
      </header>
      {messages.length === 0 && <p>{say(language, "inbox.empty")}</p>}
      <ul class="links">
        {messages.map((message) => (
          <li>
            <a href={`/inbox/${message.id}`}>{subjectOf(message, language)}</a>{" "}
            {!message.readAt && <strong>{say(language, "inbox.unread")}</strong>}
            <span class="muted small">{about(language, message)}</span>
          </li>
        ))}
      </ul>
      {hasOlder && last && (
        <p>
          <a href={`/inbox?before=${last.id}`}>{say(language, "inbox.older")}</a>
        </p>
      )}
      <p>
        <Linked sentence={say(language, "inbox.check")} href="/sent" />
      </p>
    </>
  );
}

/** What a message is about and when it was sent. */
export function about(language: Language, message: SentMessage): string {
  const topic = topicOf(message, language);
  return say(language, "inbox.about", { topic, when: message.registeredAt });
}
