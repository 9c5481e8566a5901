import { LiveScript } from "#accounts";
import type { Id, Language } from "#platform";
import { say } from "../messages.ts";
import { type Queue, queues, type ReplyTimes, replyClock, type Ticket } from "../ticket/index.ts";
import { Away } from "./away.tsx";
import { when } from "./conversation.tsx";
import { KeyList } from "./keys.tsx";

export const queuePath = "/staff/tickets";

type QueuePageProps = {
  language: Language;
  tickets: readonly Ticket[];
  /** A lead sees everybody's, an agent the own ones. */
  isLead: boolean;
  /** The one queue that a lead looks at. */
  queue: Queue | undefined;
  isFirst: boolean;
  /** Where the next page begins, if there is one. */
  next: string | undefined;
  /** Public account ids, by client. */
  accounts: ReadonlyMap<Id<"client">, string>;
  /** What colleagues are called. */
  names: ReadonlyMap<Id<"staff">, string>;
  replyTimes: ReplyTimes;
  now: Date;
};

/** What is to be done, who waits longest first. No field of a client stands here but the public account id. */
export function QueuePage(props: QueuePageProps) {
  const { language, tickets, isLead, queue, isFirst, next, accounts, names, replyTimes, now } =
    props;
  const title = say(language, isLead ? "queue.title_all" : "queue.title");
  return (
    <>
      <h1>{title}</h1>
      <Away language={language} gone="live.gone" />
      {isLead && <Queues language={language} chosen={queue} />}
      <div data-stream={`${queuePath}/stream`} data-live="queue">
        {tickets.length === 0 && (
          <p class="lead">{say(language, isLead ? "queue.empty_all" : "queue.empty")}</p>
        )}
        <ul class="queue">
          {tickets.map((ticket) => (
            <li>
              <a href={`${queuePath}/${ticket.id}`} data-row>
                {say(language, `topic.${ticket.topic}`)}{" "}
                <span class="muted">{ticket.reference}</span>
              </a>
              <p class="small">
                <span class={`badge status-${ticket.status.is}`}>
                  {say(language, `status.${ticket.status.is}`)}
                </span>{" "}
                {ticket.priority !== "normal" && (
                  <span class="badge">{say(language, `priority.${ticket.priority}`)}</span>
                )}{" "}
                <Clock language={language} ticket={ticket} replyTimes={replyTimes} now={now} />
              </p>
              <p class="muted small">
                {[
                  say(language, `queue.${ticket.queue}`),
                  ticket.language,
                  accounts.get(ticket.requester.id) ?? say(language, "one.guest"),
                  ...(isLead ? [assigneeOf(language, ticket, names)] : []),
                ].join(" · ")}
              </p>
            </li>
          ))}
        </ul>
        {(next || !isFirst) && (
          <p class="actions">
            {!isFirst && (
              <a class="button plain" href={pathOf(queue)}>
                {say(language, "queue.first")}
              </a>
            )}
            {next && (
              <a class="button plain" href={pathOf(queue, next)}>
                {say(language, "queue.next")}
              </a>
            )}
          </p>
        )}
      </div>
      <KeyList language={language} page="queue" />
      <LiveScript />
    </>
  );
}

type QueuesProps = { language: Language; chosen: Queue | undefined };

/** All tickets, or those of one queue. */
function Queues({ language, chosen }: QueuesProps) {
  return (
    <nav class="choices queues" aria-label={say(language, "queue.choose")}>
      {[undefined, ...queues].map((queue) => (
        <a
          class="badge plain"
          href={pathOf(queue)}
          aria-current={queue === chosen ? "page" : undefined}
        >
          {say(language, queue ? `queue.${queue}` : "queue.all")}
        </a>
      ))}
    </nav>
  );
}

function pathOf(queue: Queue | undefined, after?: string): string {
  const asked = new URLSearchParams({ ...(queue && { queue }), ...(after && { after }) });
  return asked.size > 0 ? `${queuePath}?${asked}` : queuePath;
}

function assigneeOf(
  language: Language,
  { assignee }: Ticket,
  names: ReadonlyMap<Id<"staff">, string>,
): string {
  return (assignee && names.get(assignee.staff)) ?? say(language, "queue.nobody");
}

type ClockProps = { language: Language; ticket: Ticket; replyTimes: ReplyTimes; now: Date };

/** Until when an answer is due. */
export function Clock({ language, ticket, replyTimes, now }: ClockProps) {
  const clock = replyClock(ticket, replyTimes, now);
  if (!clock) return null;
  const words = clock.isLate ? "clock.late" : (`clock.${clock.for}` as const);
  return (
    <span class={clock.isLate ? "error" : undefined}>
      {say(language, words, { due: when(language, clock.dueAt) })}
    </span>
  );
}
