import { clockTime, type Form, type Language, textIn } from "#platform";
import type { StoppedAnswer } from "../answering/index.ts";
import type { Macro } from "../macro/index.ts";
import { messageLettersMax } from "../message/index.ts";
import { say } from "../messages.ts";
import type { Conversation } from "../tickets.ts";
import { queuePath } from "./queue.tsx";

/** An answer that wasn't sent: somebody is still asked for its release, said no, or said nothing. */
export function Stopped({ language, stopped }: { language: Language; stopped: StoppedAnswer }) {
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

type AnswerFormProps = {
  language: Language;
  path: string;
  messages: Conversation["messages"];
  macros: readonly Macro[];
  /** Whether an answer would reach anybody; a note always can be written. */
  isReachable: boolean;
  /** What was typed and not sent. */
  draft?: { text: string; isPublic: boolean };
};

/** The box to answer in, or to note something in. */
export function AnswerForm(props: AnswerFormProps) {
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
          <p class="actions">
            <button type="button" class="plain small">
              {say(language, "answer.insert")}
            </button>
          </p>
        </div>
      )}
      <div class="field" data-draft>
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

type ReleaseFormProps = { language: Language; path: string; text: string; chosen?: Form };

/** The guard stopped an answer: somebody of another team may say that it was a false alarm. What is written since comes along. */
export function ReleaseForm({ language, path, text, chosen = {} }: ReleaseFormProps) {
  return (
    <form method="post" action={`${path}/release`} class="card" data-with-draft="draft">
      <h2>{say(language, "release.ask")}</h2>
      <p>{say(language, "release.lead")}</p>
      <input type="hidden" name="text" value={text} />
      <label for="release-reason">{say(language, "release.reason")}</label>
      <input
        id="release-reason"
        name="reason"
        value={textIn(chosen, "reason")}
        maxlength={500}
        required
      />
      <p class="actions">
        <button type="submit" class="plain">
          {say(language, "release.send")}
        </button>
      </p>
    </form>
  );
}
