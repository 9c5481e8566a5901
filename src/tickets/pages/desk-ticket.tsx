import type { Child } from "hono/jsx";
import { Done, LiveScript, Wrong } from "#accounts";
import { type Form, type Id, type Language, Linked } from "#platform";
import type { StoppedAnswer } from "../answering/index.ts";
import { FilesOf } from "../attachment/index.ts";
import type { Macro } from "../macro/index.ts";
import { isMessageKey, say } from "../messages.ts";
import type { ReplyTimes, Ticket } from "../ticket/index.ts";
import type { Conversation } from "../tickets.ts";
import { AnswerForm, ReleaseForm, Stopped } from "./answer-form.tsx";
import { Away } from "./away.tsx";
import { ConversationList, type KnownOfMail, when } from "./conversation.tsx";
import { Acts } from "./desk-acts.tsx";
import { Earlier } from "./earlier.tsx";
import { KeyList } from "./keys.tsx";
import type { Told } from "./open.tsx";
import { Clock, queuePath } from "./queue.tsx";

type DeskTicketProps = Conversation & {
  language: Language;
  /** What is known of the messages that came by mail. */
  mails: ReadonlyMap<Id<"msg">, KnownOfMail>;
  /** The client's public account id; a guest has none. */
  account: string | undefined;
  names: ReadonlyMap<Id<"staff">, string>;
  /** Colleagues who are writing an answer now. */
  writing: readonly string[];
  /** The reader's own answers that were stopped, and how their release stands. */
  stopped: readonly StoppedAnswer[];
  /** The requester's former tickets that went on in this one, and how many of them the reader may not read. */
  earlier: readonly Conversation[];
  hidden: number;
  /** Whether an answer would reach anybody. */
  isReachable: boolean;
  /** Other tickets of the same requester that this one could go on in. */
  others: readonly Ticket[];
  macros: readonly Macro[];
  replyTimes: ReplyTimes;
  now: Date;
  script: string;
  /** What another slice shows beside the conversation. */
  beside: Child | undefined;
  done?: string | undefined;
  told?: Told;
  /** What was typed and not sent. */
  draft?: { text: string; isPublic: boolean };
  /** An answer that was stopped, and whose release isn't asked for yet. */
  stoppedText?: string;
  /** A form that was refused, with what was chosen and typed. */
  chosen?: Form;
};

/** A ticket as agents see it: the conversation, the box to answer in, and what can be done with it. */
export function DeskTicketPage(props: DeskTicketProps) {
  const { language, ticket, writing, done, told, script } = props;
  const path = `${queuePath}/${ticket.id}`;
  const words = `done.${done}`;
  const title = `${say(language, `topic.${ticket.topic}`)} · ${ticket.reference}`;
  // What was typed and refused is where its writer looks.
  const isOfAnswer = props.draft !== undefined && props.draft.text !== "";
  return (
    <>
      <h1>{title}</h1>
      <Away language={language} gone="one.gone" />
      <div data-stream={`${path}/stream`} data-clears class="desk-ticket">
        <div class="stack">
          {done && isMessageKey(words) && (
            <Done label={say(language, "done.label")}>{say(language, words)}</Done>
          )}
          <div data-live="release">
            {props.stopped.some(({ standing }) => standing.is === "asked") && (
              <Done label={say(language, "done.label")}>{say(language, "release.is_asked")}</Done>
            )}
          </div>
          {told && !isOfAnswer && <Wrong label={say(language, "wrong")}>{told.sentence}</Wrong>}
          {!props.isReachable && <Unreachable language={language} ticket={ticket} />}
          <Earlier
            language={language}
            earlier={props.earlier}
            show={(earlier) => <Words {...props} {...earlier} areMerged />}
          />
          {props.hidden > 0 && (
            <p class="muted small">{say(language, "earlier.hidden", { count: props.hidden })}</p>
          )}
          <Words {...props} />
          <div data-live="stopped">
            {props.stopped.map((stopped) => (
              <Stopped language={language} stopped={stopped} />
            ))}
          </div>
          <p class="notice tone-caution" data-live="writing" hidden={writing.length === 0}>
            {say(language, "one.writing", { count: writing.length, name: writing[0] ?? "" })}
          </p>
          {told && isOfAnswer && <Wrong label={say(language, "wrong")}>{told.sentence}</Wrong>}
          {ticket.status.is === "closed" ? (
            <Closed {...props} path={path} />
          ) : (
            <AnswerForm {...props} path={path} />
          )}
          {props.stoppedText && <ReleaseForm {...props} path={path} text={props.stoppedText} />}
        </div>
        <Side {...props} path={path} />
      </div>
      <KeyList language={language} page="ticket" />
      <LiveScript />
      <script type="module" src={script} />
    </>
  );
}

/** The messages of the ticket, or of one that went on in it, with their files. */
function Words(props: DeskTicketProps & { areMerged?: boolean }) {
  const { language, ticket, messages, names, name, mails, attachments, areMerged = false } = props;
  return (
    <ConversationList
      language={language}
      messages={messages}
      mails={mails}
      areMerged={areMerged}
      called={({ author }) => {
        if (author.is === "client") return name ?? say(language, "one.requester");
        return (author.is === "staff" && names.get(author.id)) || say(language, "one.support");
      }}
      files={({ id }) => (
        <FilesOf
          by="staff"
          language={language}
          attachments={attachments.filter(({ message }) => message === id)}
          path={`${queuePath}/${ticket.id}/attachments`}
        />
      )}
    />
  );
}

type UnreachableProps = { language: Language; ticket: Ticket };

/** Nobody reads an answer here: why, and what the person can do who asked. */
function Unreachable({ language, ticket: { opening, requester } }: UnreachableProps) {
  const guest = opening.via === "mail" ? "mail" : "page";
  const why = requester.is === "client" ? "closed" : guest;
  return (
    <section class="notice tone-caution" aria-label={say(language, "unreachable.label")}>
      <p>
        <strong>{say(language, `unreachable.${why}`)}</strong>
      </p>
      <p>{say(language, `unreachable.${why}_remedy`)}</p>
    </section>
  );
}

/** Over for good, or until somebody takes it out of the ticket that it went on in. What was typed meanwhile is shown. */
function Closed({ language, path, ticket: { status }, draft }: DeskTicketProps & { path: string }) {
  const into = status.is === "closed" ? status.into : undefined;
  return (
    <>
      {draft && draft.text !== "" && (
        <section class="card">
          <h2>{say(language, "one.unsent")}</h2>
          <div class="words" dir="auto">
            {draft.text}
          </div>
        </section>
      )}
      {into ? (
        <form method="post" action={`${path}/apart`} class="card">
          <p>
            <Linked sentence={say(language, "one.merged_desk")} href={`${queuePath}/${into}`} />
          </p>
          <p class="actions">
            <button type="submit" class="plain">
              {say(language, "act.apart")}
            </button>
          </p>
        </form>
      ) : (
        <p>{say(language, "one.closed_desk")}</p>
      )}
    </>
  );
}

function Side({ path, ...props }: DeskTicketProps & { path: string }) {
  const { language, ticket, account, names, replyTimes, now } = props;
  const facts = [
    ["one.account", account ?? say(language, "one.guest")],
    ["one.name", props.name ?? ""],
    ["one.status", say(language, `status.${ticket.status.is}`)],
    ["one.priority", say(language, `priority.${ticket.priority}`)],
    ["one.tags", ticket.tags.join(" ") || "–"],
    ["one.queue", say(language, `queue.${ticket.queue}`)],
    ["one.language", ticket.language],
    ["one.opened", when(language, ticket.openedAt)],
    ["one.signed", say(language, ticket.opening.session ? "one.signed_in" : "one.signed_out")],
    ["one.assignee", (ticket.assignee && names.get(ticket.assignee.staff)) ?? "–"],
  ] as const;
  return (
    <aside class="stack" aria-label={say(language, "one.about")}>
      <section class="card" data-live="facts">
        <dl class="facts">
          {facts.map(([label, value]) => (
            <div>
              <dt>{say(language, label)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <p>
          <Clock language={language} ticket={ticket} replyTimes={replyTimes} now={now} />
        </p>
      </section>
      {props.beside}
      {ticket.status.is !== "closed" && <Acts {...props} path={path} />}
    </aside>
  );
}
