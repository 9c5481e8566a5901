import type { Child } from "hono/jsx";
import { Done, Wrong } from "#accounts";
import { type Language, Linked } from "#platform";
import { FilesField, FilesOf, type FilesOfProps, type ShownFiles } from "../attachment/index.ts";
import type { ReadMessage } from "../message/index.ts";
import { say } from "../messages.ts";
import type { Ticket } from "../ticket/index.ts";
import type { Conversation } from "../tickets.ts";
import { ConversationList, Removed } from "./conversation.tsx";
import { Earlier } from "./earlier.tsx";
import { NeverType, TextField, type Told } from "./open.tsx";

type TicketPageProps = Conversation & {
  language: Language;
  /** The message that was sent just now. */
  sent?: string | undefined;
  action: string;
  /** By what this form is known again when it is sent twice. */
  form: string;
  /** Where the requester's other tickets are listed; a guest has none. */
  list?: string;
  /** What another slice shows above the conversation. */
  above?: Child | undefined;
  /** The requester's former tickets that went on in this one. */
  earlier: readonly Conversation[];
  told?: Told;
  text?: string;
  files: ShownFiles;
  /** How often the staff opened which file. */
  openings: Extract<FilesOfProps, { by: "requester" }>["openings"];
};

/** A ticket as its requester sees it, with a box to write on. */
export function TicketPage(props: TicketPageProps) {
  const { language, ticket, messages, sent, list, told, text = "", files } = props;
  const { reference, topic, status } = ticket;
  const justSent = messages.find(({ id }) => id === sent);
  const removed = removedFrom(props, justSent);
  const isClosed = status.is === "closed";
  const into = status.is === "closed" ? status.into : undefined;
  const isUnsent = text !== "" || files.waiting.length > 0;
  return (
    <>
      <header>
        <h1>{say(language, `topic.${topic}`)}</h1>
        <p>
          <strong>{say(language, `status.client.${status.is}`)}</strong>
          <span class="muted">{` · ${say(language, "one.reference", { reference })}`}</span>
        </p>
      </header>
      {justSent && <Removed language={language} removed={removed} />}
      {justSent && removed.length === 0 && (
        <Done label={say(language, "done.label")}>{say(language, "one.sent")}</Done>
      )}
      {props.above}
      <Earlier
        language={language}
        earlier={props.earlier}
        show={(earlier) => <Words {...props} {...earlier} areMerged />}
      />
      <Words {...props} />
      {told && told.field !== "text" && told.field !== "files" && (
        <Wrong label={say(language, "wrong")}>{told.sentence}</Wrong>
      )}
      {isClosed && <Closed language={language} into={into} list={list} />}
      {(!isClosed || isUnsent) && <WriteForm {...props} />}
      {list && (
        <p>
          <a href={list}>{say(language, "one.back")}</a>
        </p>
      )}
    </>
  );
}

/** Where somebody writes on. What was typed in a ticket that is closed goes where it goes on, or into a new one. */
function WriteForm({
  language,
  ticket,
  name,
  action,
  list,
  told,
  text,
  files,
  form,
}: TicketPageProps) {
  const { status, topic } = ticket;
  const into = status.is === "closed" ? status.into : undefined;
  const isNew = status.is === "closed" && !(into && list);
  const elsewhere = into && list ? `${list}/${into}/messages` : (list ?? "/support");
  const labels = {
    closed: isNew ? "one.write_new" : "one.write_there",
    solved: "one.reopen",
  } as const;
  const { is } = status;
  const label = is === "closed" || is === "solved" ? labels[is] : "one.write";
  return (
    <form
      method="post"
      action={is === "closed" ? elsewhere : action}
      enctype="multipart/form-data"
      class="card stack"
    >
      <TextField
        language={language}
        label={say(language, label)}
        problem={told?.field === "text" ? told.sentence : undefined}
        value={text ?? ""}
      />
      <NeverType language={language} />
      {isNew && <input type="hidden" name="topic" value={topic} />}
      {isNew && <input type="hidden" name="name" value={name ?? ""} />}
      <input type="hidden" name="form" value={form} />
      <FilesField language={language} files={files} />
      <p class="actions">
        <button type="submit">{say(language, "open.send")}</button>
      </p>
    </form>
  );
}

/** The messages of the ticket, or of one that went on in it, with their files. */
function Words(props: TicketPageProps & { areMerged?: boolean }) {
  const { language, ticket, name, messages, attachments, action, areMerged = false } = props;
  return (
    <ConversationList
      language={language}
      messages={messages}
      areMerged={areMerged}
      called={({ author }) =>
        author.is === "client" ? (name ?? say(language, "one.you")) : say(language, "one.support")
      }
      files={({ id }) => (
        <FilesOf
          by="requester"
          language={language}
          attachments={attachments.filter(({ message }) => message === id)}
          path={action.replace(/ticket_\w+\/messages$/, `${ticket.id}/attachments`)}
          openings={props.openings}
        />
      )}
    />
  );
}

/** What was taken out of the message that was sent just now, and out of its files. */
function removedFrom({ attachments }: TicketPageProps, sent: ReadMessage | undefined): string[] {
  const own = attachments.filter(({ message }) => message === sent?.id);
  return [...new Set([sent?.removed ?? [], ...own.map((file) => file.removed)].flat())];
}

type ClosedProps = {
  language: Language;
  /** The ticket in which it goes on, if there is one. */
  into: Ticket["id"] | undefined;
  list: string | undefined;
};

function Closed({ language, into, list }: ClosedProps) {
  if (!into || !list) return <p>{say(language, "one.closed")}</p>;
  return (
    <p>
      <Linked sentence={say(language, "one.goes_on")} href={`${list}/${into}`} />
    </p>
  );
}
