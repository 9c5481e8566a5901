import { StaffFrame } from "#accounts";
import type { Id, Language } from "#platform";
import { say } from "../messages.ts";
import { type ReplyTimes, replyClock, type Ticket } from "../ticket/index.ts";
import { when } from "./conversation.tsx";
import { KeyList } from "./keys.tsx";

export const queuePath = "/staff/tickets";

type QueuePageProps = {
  language: Language;
  tickets: readonly Ticket[];
  /** A lead sees everybody's, an agent the own ones. */
  isLead: boolean;
  /** Public account ids, by client. */
  accounts: ReadonlyMap<Id<"client">, string>;
  /** What colleagues are called. */
  names: ReadonlyMap<Id<"staff">, string>;
  replyTimes: ReplyTimes;
  now: Date;
  script: string;
};

/** What is to be done, who waits longest first. No field of a client stands here but the public account id. */
export function QueuePage(props: QueuePageProps) {
  const { language, tickets, isLead, accounts, names, replyTimes, now, script } = props;
  const title = say(language, isLead ? "queue.title_all" : "queue.title");
  return (
    <StaffFrame language={language} path={queuePath} title={title}>
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
      </div>
      <KeyList language={language} page="queue" />
      <script type="module" src={script} />
    </StaffFrame>
  );
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
