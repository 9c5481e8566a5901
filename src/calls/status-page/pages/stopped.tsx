import { type Language, Linked } from "#platform";
import { say } from "../messages.ts";

/** After "not you? stop it": what to do next. */
export function StoppedPage({ language, wasUp }: { language: Language; wasUp: boolean }) {
  const key = wasUp ? "stopped" : "stopped.over";
  return (
    <>
      <header>
        <h1>{say(language, `${key}.title`)}</h1>
        <p class="lead">{say(language, `${key}.lead`)}</p>
      </header>
      <section class="notice tone-caution" aria-label={say(language, "stopped.next")}>
        <p>
          <strong>{say(language, "stopped.next")}</strong>
        </p>
        <ol>
          <li>
            <Linked sentence={say(language, "stopped.sessions")} href="/account/sessions" />
          </li>
          <li>
            <Linked sentence={say(language, "stopped.lock")} href="/account/locked" />
          </li>
          <li>
            <Linked sentence={say(language, "stopped.report")} href="/account/tickets/new" />
          </li>
        </ol>
      </section>
    </>
  );
}
