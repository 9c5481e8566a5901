import type { Language } from "#platform";
import type { DevMail } from "../delivering/index.ts";
import { say } from "../messages.ts";

const address = /https?:\/\/\S+/;

/** What a developer's machine would have mailed, the newest first. */
export function DevMailboxPage({
  language,
  mails,
}: {
  language: Language;
  mails: readonly DevMail[];
}) {
  return (
    <>
      <header>
        <h1>{say(language, "dev.title")}</h1>
        <p class="lead">{say(language, "dev.lead")}</p>
      </header>
      {mails.length === 0 && <p>{say(language, "dev.empty")}</p>}
      {mails.map((mail) => (
        <article class="card">
          <h2>{mail.subject}</h2>
          <p class="muted small">{say(language, "dev.to", { to: mail.to, when: mail.sentAt })}</p>
          {mail.text.split("\n").map((line) => (
            <p>{address.test(line) ? <a href={line.trim()}>{line}</a> : line}</p>
          ))}
        </article>
      ))}
    </>
  );
}
