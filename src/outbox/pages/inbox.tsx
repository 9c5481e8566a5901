import { type Language, Linked } from "#platform";
import { subjectOf } from "../explanation.ts";
import { aboutOf } from "../inbox-words.ts";
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
            <span class="muted small">{aboutOf(message, language)}</span>
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
