import { type Form, type Language, textIn } from "#platform";
import { changeable, isChanged, shownIn } from "../changed.ts";
import { say } from "../messages.ts";
import { priorities, queuesFor, settable, type Ticket } from "../ticket/index.ts";

type ActsProps = {
  language: Language;
  ticket: Ticket;
  path: string;
  /** Other tickets of the same requester that this one could go on in. */
  others: readonly Ticket[];
  /** A form that was refused: what was chosen and typed there stands there still. */
  chosen?: Form | undefined;
};

/** What can be done with a ticket beside answering. Each form takes along what is typed in the answer's box. */
export function Acts(props: ActsProps) {
  return (
    <>
      <StatusForm {...props} />
      <TransferForm {...props} />
      {props.others.length > 0 && <MergeForm {...props} />}
    </>
  );
}

/** With each choice goes what the form had shown when it was made: only what somebody changed is written. */
function StatusForm({ language, ticket, path, chosen = {} }: ActsProps) {
  const isNew = ticket.status.is === "new";
  const shown = {
    status: ticket.status.is,
    priority: ticket.priority,
    tags: ticket.tags.join(" "),
  };
  const isKept = (name: keyof typeof shown) => name in chosen && isChanged(chosen, name);
  const value = (name: keyof typeof shown) => (isKept(name) ? textIn(chosen, name) : shown[name]);
  return (
    <form method="post" action={`${path}/status`} class="card" data-with-draft="text">
      {changeable.map((name) => (
        <input
          type="hidden"
          name={`shown_${name}`}
          value={isKept(name) ? shownIn(chosen, name) : shown[name]}
        />
      ))}
      <label for="status">{say(language, "act.status")}</label>
      <select id="status" name="status">
        {isNew && <option value="new">{say(language, "status.new")}</option>}
        {settable.map((one) => (
          <option value={one} selected={value("status") === one}>
            {say(language, `status.${one}`)}
          </option>
        ))}
      </select>
      <label for="priority">{say(language, "act.priority")}</label>
      <select id="priority" name="priority">
        {priorities.map((one) => (
          <option value={one} selected={value("priority") === one}>
            {say(language, `priority.${one}`)}
          </option>
        ))}
      </select>
      <label for="tags">{say(language, "act.tags")}</label>
      <input id="tags" name="tags" value={value("tags")} maxlength={330} />
      <Press language={language} words="act.save" />
    </form>
  );
}

function TransferForm({ language, ticket, path, chosen = {} }: ActsProps) {
  const queue = textIn(chosen, "queue") || ticket.queue;
  return (
    <form method="post" action={`${path}/transfer`} class="card" data-with-draft="text">
      <label for="queue">{say(language, "act.transfer")}</label>
      <select id="queue" name="queue">
        {queuesFor(ticket.topic).map((one) => (
          <option value={one} selected={queue === one}>
            {say(language, `queue.${one}`)}
          </option>
        ))}
      </select>
      <label for="reason">{say(language, "act.reason")}</label>
      <input
        id="reason"
        name="reason"
        value={"queue" in chosen ? textIn(chosen, "reason") : ""}
        maxlength={500}
        required
      />
      <Press language={language} words="act.give" />
    </form>
  );
}

function MergeForm({ language, path, others, chosen = {} }: ActsProps) {
  const into = textIn(chosen, "into");
  return (
    <form method="post" action={`${path}/merge`} class="card" data-with-draft="text">
      <label for="into">{say(language, "act.merge")}</label>
      <select id="into" name="into">
        {others.map(({ id, topic, reference }) => (
          <option value={id} selected={into === id}>
            {`${say(language, `topic.${topic}`)} · ${reference}`}
          </option>
        ))}
      </select>
      <Press language={language} words="act.close" />
    </form>
  );
}

type PressProps = { language: Language; words: "act.save" | "act.give" | "act.close" };

function Press({ language, words }: PressProps) {
  return (
    <p class="actions">
      <button type="submit" class="plain">
        {say(language, words)}
      </button>
    </p>
  );
}
