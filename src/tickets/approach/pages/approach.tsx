import { Wrong } from "#accounts";
import { type Language, Linked, LongText } from "#platform";
import { messageLettersMax } from "../../message/index.ts";
import { NeverType, Removed } from "../../pages/index.ts";
import { Line, Tick } from "../../report/index.ts";
import { say } from "../messages.ts";

/** What was typed, to be given back. */
export type TypedApproach = { text: string; by: string; email: string };

type ApproachPageProps = {
  language: Language;
  typed: TypedApproach;
  /** By what this form is known again when it is sent twice. */
  form: string;
  /** What the colleague is called who is signed in here. */
  colleague: string | undefined;
  told?: { sentence: string; field?: string | undefined };
};

/** For staff, suppliers' staff and anybody who was offered something. */
export function ApproachPage(props: ApproachPageProps) {
  const { language, told } = props;
  return (
    <>
      <header>
        <h1>{say(language, "title")}</h1>
        <p class="lead">{say(language, "lead")}</p>
        <p>{say(language, "who")}</p>
      </header>
      <WhatToDo language={language} />
      <section aria-labelledby="tell">
        <h2 id="tell">{say(language, "form.title")}</h2>
        <NeverType language={language} />
        {told && !told.field && (
          <div tabindex={-1} autofocus={true}>
            <Wrong label={say(language, "wrong")}>{told.sentence}</Wrong>
          </div>
        )}
        <ApproachForm {...props} />
      </section>
    </>
  );
}

function WhatToDo({ language }: { language: Language }) {
  return (
    <section class="notice tone-caution" aria-labelledby="do">
      <h2 id="do">{say(language, "do.title")}</h2>
      <ul>
        <li>{say(language, "do.no")}</li>
        <li>{say(language, "do.keep")}</li>
        <li>{say(language, "do.police")}</li>
        <li>{say(language, "do.done")}</li>
        <li>
          <Linked sentence={say(language, "do.more")} href="/help/offered-money-staff" />
        </li>
      </ul>
    </section>
  );
}

function ApproachForm(props: ApproachPageProps) {
  const { language, typed, form } = props;
  return (
    <form method="post" action="/report/approach" class="card stack">
      <LongText
        name="text"
        label={say(language, "form.text")}
        hint={say(language, "form.text_hint")}
        problem={problemAt(props, "happened")}
        rows={3}
        letters={{ max: messageLettersMax }}
        isOptional
        value={typed.text}
      />
      <ByWhom {...props} />
      <p class="actions">
        <input type="hidden" name="form" value={form} />
        <button type="submit">{say(language, "form.send")}</button>
      </p>
    </form>
  );
}

/** Whether, and how, who tells is to be known. */
function ByWhom(props: ApproachPageProps) {
  const { language, typed, colleague } = props;
  const problem = problemAt(props, "answer");
  const by = (value: string) =>
    ({ type: "radio", name: "by", value, isChosen: typed.by === value }) as const;
  return (
    <fieldset>
      <legend>{say(language, "form.by")}</legend>
      <div>
        {problem && (
          <p class="error" role="alert">
            {problem}
          </p>
        )}
        <Tick
          {...by("anonymous")}
          isFocused={problem !== undefined}
          label={say(language, "form.by.anonymous")}
        />
        <p class="hint">{say(language, "form.by.anonymous_hint")}</p>
        {colleague !== undefined && (
          <Tick {...by("staff")} label={say(language, "form.by.staff", { name: colleague })} />
        )}
        <Tick {...by("email")} label={say(language, "form.by.email")} />
        <Line
          name="email"
          type="email"
          label={say(language, "form.email")}
          hint={say(language, "form.email_hint")}
          problem={problemAt(props, "email")}
          value={typed.email}
          autocomplete="off"
          lettersMax={254}
        />
      </div>
    </fieldset>
  );
}

function problemAt({ told }: ApproachPageProps, field: string): string | undefined {
  return told?.field === field ? told.sentence : undefined;
}

type ApproachedPageProps = {
  language: Language;
  removed: readonly string[];
  /** An address is to be proven first. */
  isWaiting: boolean;
};

export function ApproachedPage({ language, removed, isWaiting }: ApproachedPageProps) {
  return (
    <>
      <h1>{say(language, isWaiting ? "sent.email_title" : "sent.title")}</h1>
      <Removed language={language} removed={removed} />
      {isWaiting && <p class="lead">{say(language, "sent.email")}</p>}
      <p>{say(language, "sent.next")}</p>
    </>
  );
}
