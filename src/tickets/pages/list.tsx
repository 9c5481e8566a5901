import type { Language } from "#platform";
import { say } from "../messages.ts";
import type { Ticket } from "../ticket/index.ts";

type ListPageProps = { language: Language; tickets: readonly Ticket[] };

/** What a client asked us, the newest first. */
export function ListPage({ language, tickets }: ListPageProps) {
  return (
    <>
      <header>
        <h1>{say(language, "list.title")}</h1>
        <p class="lead">{say(language, tickets.length > 0 ? "list.lead" : "list.empty")}</p>
      </header>
      <p>
        <a class="button" href="/account/tickets/new">
          {say(language, "list.open")}
        </a>
      </p>
      {tickets.length > 0 && (
        <ul class="links">
          {tickets.map(({ id, reference, topic, status, openedAt }) => (
            <li>
              <a href={`/account/tickets/${id}`}>
                {say(language, `topic.${topic}`)} <span class="muted">{reference}</span>
              </a>
              <span class="muted small">
                {[
                  say(language, `status.client.${status.is}`),
                  say(language, "list.opened", { at: openedAt }),
                ].join(" · ")}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
