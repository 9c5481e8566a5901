import type { Language } from "#platform";
import { subjectOf } from "../explanation.ts";
import { aboutOf, shownParagraphs } from "../inbox-words.ts";
import { say } from "../messages.ts";
import type { SentMessage } from "../reader.ts";

type MessagePageProps = { language: Language; message: SentMessage };

/** One message, in the words that the mail had. */
export function MessagePage({ language, message }: MessagePageProps) {
  const { words, code, id } = message;
  return (
    <>
      <header>
        <h1>{subjectOf(message, language)}</h1>
        <p class="muted small">{aboutOf(message, language)}</p>
      </header>
      <article class="card prose" lang={words?.language}>
        {words ? (
          shownParagraphs(words, language).map(({ said, links }) => (
            <>
              <p>{said}</p>
              {links.map(({ label, path }) => (
                <ShownLink label={label} path={path} />
              ))}
            </>
          ))
        ) : (
          <>
            <p>{say(language, "inbox.other_system.lead")}</p>
            <p>{say(language, "inbox.code", { code })}</p>
          </>
        )}
      </article>
      {!message.readAt && (
        <form method="post" action={`/inbox/${id}/read`}>
          <p class="actions">
            <button class="plain" type="submit">
              {say(language, "inbox.mark")}
            </button>
          </p>
        </form>
      )}
      <p>
        <a href="/inbox">{say(language, "inbox.back")}</a>
      </p>
    </>
  );
}

function ShownLink({ label, path }: { label: string; path: string | undefined }) {
  if (path === undefined) return <p class="muted">{label}</p>;
  return (
    <p>
      <a class="button" href={path}>
        {label}
      </a>
    </p>
  );
}
