import { Field, Wrong } from "#accounts";
import { describedBy, Icon, Labelled, type Language, Linked } from "#platform";
import { FilesField, type ShownFiles } from "../attachment/index.ts";
import { messageLettersMax } from "../message/index.ts";
import { say } from "../messages.ts";
import { topics, type WrongTicket } from "../ticket/index.ts";

/** What was wrong with a form, and at which of its fields. */
export type Told = { code: string; sentence: string; field?: WrongTicket["field"] | "files" };

type OpenPageProps = {
  language: Language;
  action: string;
  /** By what this form is known again when it is sent twice. */
  form: string;
  /** Nobody is signed in: where do we answer? */
  asksAddress?: boolean;
  told?: Told;
  /** What was typed before, so that nobody types it twice. */
  typed?: { topic: string; name: string; email?: string; text: string };
  files: ShownFiles;
};

/** The form that opens a ticket. */
export function OpenPage(props: OpenPageProps) {
  const { language, action, form, asksAddress, told, typed, files } = props;
  const problemAt = (field: WrongTicket["field"]) =>
    told?.field === field ? told.sentence : undefined;
  return (
    <>
      <header>
        <h1>{say(language, "open.title")}</h1>
        <p class="lead">{say(language, asksAddress ? "open.lead_guest" : "open.lead")}</p>
        {asksAddress && (
          <p>
            <Linked
              sentence={say(language, "open.sign_in")}
              href="/sign-in?back=/account/tickets/new"
            />
          </p>
        )}
      </header>
      <NeverType language={language} />
      {told && !told.field && <Wrong label={say(language, "wrong")}>{told.sentence}</Wrong>}
      <form method="post" action={action} enctype="multipart/form-data" class="card stack">
        <Labelled name="topic" label={say(language, "open.topic")} problem={problemAt("topic")}>
          <select
            id="topic"
            name="topic"
            required
            aria-describedby={describedBy({ name: "topic", problem: problemAt("topic") })}
          >
            <option value="">{say(language, "open.choose")}</option>
            {topics.map((topic) => (
              <option value={topic} selected={typed?.topic === topic}>
                {say(language, `topic.${topic}`)}
              </option>
            ))}
          </select>
        </Labelled>
        <Field
          name="name"
          label={say(language, "open.name")}
          hint={say(language, "open.name_hint")}
          problem={problemAt("name")}
          value={typed?.name ?? ""}
          autocomplete="given-name"
          lengthMax={40}
        />
        {asksAddress && (
          <Field
            name="email"
            type="email"
            label={say(language, "open.email")}
            hint={say(language, "open.email_hint")}
            problem={problemAt("email")}
            value={typed?.email ?? ""}
            autocomplete="email"
            lengthMax={254}
          />
        )}
        <TextField
          language={language}
          label={say(language, "open.text")}
          problem={problemAt("text")}
          value={typed?.text ?? ""}
        />
        <FilesField language={language} files={files} />
        <p class="actions">
          <input type="hidden" name="form" value={form} />
          <button type="submit">{say(language, "open.send")}</button>
        </p>
      </form>
    </>
  );
}

/** What never belongs into a message to us. */
export function NeverType({ language }: { language: Language }) {
  return (
    <p class="never-type">
      <Icon name="shield" /> <span>{say(language, "never_type")}</span>
    </p>
  );
}

type TextFieldProps = {
  language: Language;
  label: string;
  problem: string | undefined;
  value: string;
};

/** Where a message is written. */
export function TextField({ language, label, problem, value }: TextFieldProps) {
  return (
    <Labelled name="text" label={label} problem={problem}>
      <textarea
        id="text"
        name="text"
        rows={5}
        maxlength={messageLettersMax}
        required
        aria-invalid={problem ? "true" : undefined}
        aria-describedby={describedBy({ name: "text", problem })}
        placeholder={say(language, "open.text_hint")}
      >
        {value}
      </textarea>
    </Labelled>
  );
}
