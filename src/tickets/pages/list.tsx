import type { Language } from "#platform";
import { say } from "../messages.ts";
import type { Ticket } from "../ticket/index.ts";

const path = "/account/tickets";

type ListPageProps = {
  language: Language;
  tickets: readonly Ticket[];
  isFirst: boolean;
  /** Where the next page begins, if there is one. */
  next: string | undefined;
};

/** What a client asked us: what is open first, each the newest first. */
export function ListPage({ language, tickets, isFirst, next }: ListPageProps) {
  return (
    <>
      <header>
        <h1>{say(language, "list.title")}</h1>
        <p class="lead">{say(language, tickets.length > 0 ? "list.lead" : "list.empty")}</p>
      </header>
      <p>
        <a class="button" href={`${path}/new`}>
          {say(language, "list.open")}
        </a>
      </p>
      {tickets.length > 0 && (
        <ul class="links">
          {tickets.map(({ id, reference, topic, status, openedAt }) => (
            <li>
              <a href={`${path}/${id}`}>
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
      {(next || !isFirst) && (
        <p class="actions">
          {!isFirst && (
            <a class="button plain" href={path}>
              {say(language, "list.first")}
            </a>
          )}
          {next && (
            <a class="button plain" href={`${path}?after=${next}`}>
              {say(language, "list.next")}
            </a>
          )}
        </p>
      )}
    </>
  );
}
