import type { Language } from "#platform";
import { subjectOf } from "../explanation.ts";
import { say } from "../messages.ts";
import type { MessageLink, SentMessage } from "../reader.ts";
import { about } from "./inbox.tsx";

type MessagePageProps = { language: Language; message: SentMessage };

/** One message, in the words that the mail had. Where the mail has the address of a link, this has a button. */
export function MessagePage({ language, message }: MessagePageProps) {
  const { words, code, id } = message;
  return (
    <>
      <header>
        <h1>{subjectOf(message, language)}</h1>
        <p class="muted small">{about(language, message)}</p>
      </header>
      <article class="card prose" lang={words?.language}>
        {words ? (
          paragraphs(words.text).map((paragraph) => (
            <Paragraph language={language} text={paragraph} links={words.links} />
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

type ParagraphProps = { language: Language; text: string; links: readonly MessageLink[] };

function Paragraph({ language, text, links }: ParagraphProps) {
  const used = links.filter(({ url }) => text.includes(url));
  const said = used.reduce((rest, { url }) => rest.replace(url, ""), text).trim();
  return (
    <>
      <p>{said}</p>
      {used.map(({ url, name, purpose }) =>
        purpose === "prove" ? (
          <p class="muted">{say(language, "link.prove")}</p>
        ) : (
          <p>
            <a class="button" href={new URL(url).pathname}>
              {say(language, isNamed(name) ? `link.${name}` : `link.${purpose}`)}
            </a>
          </p>
        ),
      )}
    </>
  );
}

/** What stops one thing says so; what locks everything says that. */
function isNamed(name: string): name is "stop" | "cancel" {
  return name === "stop" || name === "cancel";
}

function paragraphs(text: string): string[] {
  return text.trim().split(/\n{2,}/);
}
