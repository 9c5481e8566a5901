import type { Child } from "hono/jsx";
import { Done, LiveScript, StaffFrame, Wrong } from "#accounts";
import { type Id, type Language, Linked } from "#platform";
import type { StoppedAnswer } from "../answering/index.ts";
import { FilesOf } from "../attachment/index.ts";
import type { Macro } from "../macro/index.ts";
import type { KeptMail } from "../mail/index.ts";
import { messageLettersMax } from "../message/index.ts";
import { isMessageKey, say } from "../messages.ts";
import { priorities, queuesFor, type ReplyTimes, settable, type Ticket } from "../ticket/index.ts";
import type { Conversation } from "../tickets.ts";
import { Away } from "./away.tsx";
import { ConversationList, clockTime, when } from "./conversation.tsx";
import { Earlier } from "./earlier.tsx";
import { KeyList } from "./keys.tsx";
import type { Told } from "./open.tsx";
import { Clock, queuePath } from "./queue.tsx";

export type DeskTicketProps = Conversation & {
  language: Language;
  /** What is known of the messages that came by mail. */
  mails: ReadonlyMap<Id<"msg">, Pick<KeptMail, "isProven">>;
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
    <StaffFrame language={language} path={path} title={title}>
      <Away language={language} />
      <div data-stream={`${path}/stream`} class="desk-ticket">
        <div class="stack">
          {done && isMessageKey(words) && (
            <Done label={say(language, "done.label")}>{say(language, words)}</Done>
          )}
          {told && !isOfAnswer && <Wrong label={say(language, "wrong")}>{told.sentence}</Wrong>}
          {!props.isReachable && <Unreachable language={language} via={ticket.opening.via} />}
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
            <Closed language={language} path={path} status={ticket.status} />
          ) : (
            <AnswerForm {...props} path={path} />
          )}
          {told?.code === "message_stopped" && props.draft && (
            <ReleaseForm language={language} path={path} text={props.draft.text} />
          )}
        </div>
        <Side {...props} path={path} />
      </div>
      <KeyList language={language} page="ticket" />
      <LiveScript />
      <script type="module" src={script} />
    </StaffFrame>
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

type UnreachableProps = { language: Language; via: Ticket["opening"]["via"] };

/** Nobody reads an answer here: why, and what the person can do who asked. */
function Unreachable({ language, via }: UnreachableProps) {
  const isMail = via === "mail";
  return (
    <section class="notice tone-caution" aria-label={say(language, "unreachable.label")}>
      <p>
        <strong>{say(language, isMail ? "unreachable.mail" : "unreachable.page")}</strong>
      </p>
      <p>{say(language, isMail ? "unreachable.mail_remedy" : "unreachable.page_remedy")}</p>
    </section>
  );
}

type ClosedProps = { language: Language; path: string; status: Ticket["status"] };

/** Over for good, or until somebody takes it out of the ticket that it went on in. */
function Closed({ language, path, status }: ClosedProps) {
  const into = status.is === "closed" ? status.into : undefined;
  if (!into) return <p>{say(language, "one.closed_desk")}</p>;
  return (
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
  );
}

/** An answer that wasn't sent: somebody is still asked for its release, said no, or said nothing. */
function Stopped({ language, stopped }: { language: Language; stopped: StoppedAnswer }) {
  const { text, standing } = stopped;
  const until = standing.is === "asked" ? clockTime(standing.until) : "";
  return (
    <section class="card">
      <h2>{say(language, `release.${standing.is}`, { until })}</h2>
      <div class="words" dir="auto">
        {text}
      </div>
    </section>
  );
}

function AnswerForm(props: DeskTicketProps & { path: string }) {
  const { language, path, draft, macros, messages, isReachable } = props;
  const isNote = draft?.isPublic === false;
  return (
    <form
      method="post"
      action={`${path}/messages`}
      class="card stack"
      data-typing={`${path}/typing`}
      data-up={queuePath}
    >
      {isReachable && macros.length > 0 && (
        <div class="field" data-macros hidden>
          <label for="macro">{say(language, "answer.macro")}</label>
          <select id="macro">
            <option value="">{say(language, "open.choose")}</option>
            {macros.map(({ title, text }) => (
              <option value={text}>{title}</option>
            ))}
          </select>
        </div>
      )}
      <div class="field">
        <label for="text">
          {say(language, isReachable ? "answer.label" : "answer.label_note")}
        </label>
        <p class="hint" id="text-hint">
          {say(language, isReachable ? "answer.hint" : "answer.hint_note")}
        </p>
        <textarea
          id="text"
          name="text"
          rows={6}
          maxlength={messageLettersMax}
          required
          data-key="r"
          autofocus={draft !== undefined && draft.text !== "" && !isNote}
          aria-describedby="text-hint"
        >
          {draft?.text ?? ""}
        </textarea>
      </div>
      <p class="notice tone-danger" data-guard hidden role="status">
        {say(language, "answer.would_stop")}
      </p>
      <p class="actions choices">
        {isReachable && (
          <button type="submit" name="kind" value="answer">
            {say(language, "answer.send")}
          </button>
        )}{" "}
        <button
          type="submit"
          name="kind"
          value="note"
          class="plain"
          data-key="n"
          autofocus={isNote}
        >
          {say(language, "answer.note")}
        </button>
        <span data-live="seen">
          <input type="hidden" name="seen" value={messages.at(-1)?.id ?? ""} />
        </span>
      </p>
    </form>
  );
}

type ReleaseFormProps = { language: Language; path: string; text: string };

/** The guard stopped an answer: somebody of another team may say that it was a false alarm. */
function ReleaseForm({ language, path, text }: ReleaseFormProps) {
  return (
    <form method="post" action={`${path}/release`} class="card">
      <h2>{say(language, "release.ask")}</h2>
      <p>{say(language, "release.lead")}</p>
      <input type="hidden" name="text" value={text} />
      <label for="release-reason">{say(language, "release.reason")}</label>
      <input id="release-reason" name="reason" maxlength={500} required />
      <p class="actions">
        <button type="submit" class="plain">
          {say(language, "release.send")}
        </button>
      </p>
    </form>
  );
}

function Side({ path, ...props }: DeskTicketProps & { path: string }) {
  const { language, ticket, account, names, replyTimes, now } = props;
  const facts = [
    ["one.account", account ?? say(language, "one.guest")],
    ["one.name", props.name ?? ""],
    ["one.status", say(language, `status.${ticket.status.is}`)],
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

function Acts({ language, ticket, others, path }: DeskTicketProps & { path: string }) {
  const button = (words: "act.save" | "act.give" | "act.close") => (
    <p class="actions">
      <button type="submit" class="plain">
        {say(language, words)}
      </button>
    </p>
  );
  return (
    <>
      <form method="post" action={`${path}/status`} class="card">
        <label for="status">{say(language, "act.status")}</label>
        <select id="status" name="status">
          {ticket.status.is === "new" && <option value="">{say(language, "status.new")}</option>}
          {settable.map((one) => (
            <option value={one} selected={ticket.status.is === one}>
              {say(language, `status.${one}`)}
            </option>
          ))}
        </select>
        <label for="priority">{say(language, "act.priority")}</label>
        <select id="priority" name="priority">
          {priorities.map((one) => (
            <option value={one} selected={ticket.priority === one}>
              {say(language, `priority.${one}`)}
            </option>
          ))}
        </select>
        <label for="tags">{say(language, "act.tags")}</label>
        <input id="tags" name="tags" value={ticket.tags.join(" ")} maxlength={330} />
        {button("act.save")}
      </form>
      <form method="post" action={`${path}/transfer`} class="card">
        <label for="queue">{say(language, "act.transfer")}</label>
        <select id="queue" name="queue">
          {queuesFor(ticket.topic).map((one) => (
            <option value={one} selected={ticket.queue === one}>
              {say(language, `queue.${one}`)}
            </option>
          ))}
        </select>
        <label for="reason">{say(language, "act.reason")}</label>
        <input id="reason" name="reason" maxlength={500} required />
        {button("act.give")}
      </form>
      {others.length > 0 && (
        <form method="post" action={`${path}/merge`} class="card">
          <label for="into">{say(language, "act.merge")}</label>
          <select id="into" name="into">
            {others.map(({ id, topic, reference }) => (
              <option value={id}>{`${say(language, `topic.${topic}`)} · ${reference}`}</option>
            ))}
          </select>
          {button("act.close")}
        </form>
      )}
    </>
  );
}
