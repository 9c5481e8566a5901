import { clockTime, type Language, Linked } from "#platform";
import type { FilesOf } from "../attachment/index.ts";
import type { KeptMail } from "../mail/index.ts";
import type { ReadMessage } from "../message/index.ts";
import { isMessageKey, say } from "../messages.ts";

type ConversationListProps = {
  language: Language;
  messages: readonly ReadMessage[];
  /** What the author of a message is called on this page. */
  called(message: ReadMessage): string;
  /** What is known of those that came by mail; only staff are told. */
  mails?: ReadonlyMap<ReadMessage["id"], KnownOfMail>;
  /** Shows the files that came with a message. */
  files(message: ReadMessage): ReturnType<typeof FilesOf>;
  /** They are another ticket's, which went on in this one. */
  areMerged?: boolean;
};

export type KnownOfMail = Pick<KeptMail, "isProven" | "isAutomatic">;

/** The messages of a ticket, the oldest first. */
export function ConversationList(props: ConversationListProps) {
  const { language, messages, called, mails, files, areMerged = false } = props;
  // Somebody may choose a colleague's name, or ours: on the desk the requester is marked as such.
  const isDesk = mails !== undefined;
  return (
    <ol class="conversation" data-live={areMerged ? undefined : "messages"}>
      {messages.map((message) => (
        <li
          id={message.id}
          class={`message ${message.isPublic ? `from-${message.author.is}` : "note"}`}
        >
          <p class="muted small">
            <strong>
              <bdi>{called(message)}</bdi>
            </strong>{" "}
            {when(language, message.writtenAt)}
            {isDesk && message.author.is === "client" && (
              <span class="badge quiet">{say(language, "message.requester")}</span>
            )}
            {!message.isPublic && <span class="badge quiet">{say(language, "message.note")}</span>}
            {message.via === "mail" && (
              <span class={`badge ${toneOf(mails?.get(message.id))}`}>
                {say(language, mailed(mails?.get(message.id)))}
              </span>
            )}
            {mails?.get(message.id)?.isAutomatic && (
              <span class="badge quiet">{say(language, "message.mail_automatic")}</span>
            )}
          </p>
          {message.text === undefined ? (
            <p class="muted">{say(language, "message.shredded")}</p>
          ) : (
            <div class="words" dir="auto">
              {message.text}
            </div>
          )}
          {files(message)}
        </li>
      ))}
    </ol>
  );
}

function mailed(mail: KnownOfMail | undefined) {
  if (!mail) return "message.mail";
  return mail.isProven ? "message.mail_proven" : "message.mail_unproven";
}

/** What anybody could have written isn't shown as something good. */
function toneOf(mail: KnownOfMail | undefined): string {
  if (!mail) return "quiet";
  return mail.isProven ? "" : "caution";
}

/** Day and time, in UTC as everywhere. */
export function when(language: Language, at: Date): string {
  return say(language, "message.at", { at, time: clockTime(at) });
}

type RemovedProps = { language: Language; removed: readonly string[] };

/** What was taken out of a message, and what to do now; told at once. */
export function Removed({ language, removed }: RemovedProps) {
  if (removed.length === 0) return null;
  return (
    <section class="notice tone-danger" aria-label={say(language, "removed.label")} role="alert">
      <h2>{say(language, "removed.title")}</h2>
      <p>{say(language, "removed.lead")}</p>
      <ul>
        {removed.map((type) => {
          const what = `removed.${type}`;
          const advice = `advice.${type}`;
          return (
            <li>
              <strong>{say(language, isMessageKey(what) ? what : "removed.other")}</strong>{" "}
              {say(language, isMessageKey(advice) ? advice : "advice.other")}
            </li>
          );
        })}
      </ul>
      <p>
        <Linked sentence={say(language, "removed.asked")} href="/account/locked" />
      </p>
    </section>
  );
}
