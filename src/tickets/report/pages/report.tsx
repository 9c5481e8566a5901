import { Wrong } from "#accounts";
import { type Language, Linked, LongText } from "#platform";
import { FilesField, type ShownFiles } from "../../attachment/index.ts";
import { NeverType } from "../../pages/index.ts";
import { type MessageKey, say } from "../messages.ts";
import { claims, harms, lettersMax, type WrongReport } from "../report.ts";
import { Line, Tick } from "./fields.tsx";

/** What was typed, to be given back. */
export type Typed = {
  happened: string;
  pasted: string;
  contacts: string;
  claim: string;
  harms: readonly string[];
  name: string;
  answer: string;
  email: string;
};

type ReportPageProps = {
  language: Language;
  isSignedIn: boolean;
  /** By what this form is known again when it is sent twice. */
  form: string;
  told?: { sentence: string; field?: WrongReport["field"] | "files" | undefined };
  typed: Typed;
  files: ShownFiles;
};

/** What to do this minute comes first; the form stands below it. */
export function ReportPage({ language, isSignedIn, form, told, typed, files }: ReportPageProps) {
  const problemAt = (field: WrongReport["field"]) =>
    told?.field === field ? told.sentence : undefined;
  return (
    <>
      <h1>{say(language, "page.title")}</h1>
      <ThisMinute language={language} />
      <section aria-labelledby="tell">
        <h2 id="tell">{say(language, "form.title")}</h2>
        <p class="lead">{say(language, "page.lead")}</p>
        <NeverType language={language} />
        {told && !told.field && (
          <div tabindex={-1} autofocus={true}>
            <Wrong label={say(language, "wrong")}>{told.sentence}</Wrong>
          </div>
        )}
        <form method="post" action="/report" enctype="multipart/form-data" class="card stack">
          <p class="hint">{say(language, "form.optional")}</p>
          {(["happened", "pasted", "contacts"] as const).map((field) => (
            <LongText
              name={field}
              label={say(language, `form.${field}`)}
              hint={say(language, `form.${field}_hint`)}
              problem={problemAt(field)}
              rows={3}
              letters={{ max: lettersMax[field] }}
              isOptional
              value={typed[field]}
            />
          ))}
          <Facts language={language} typed={typed} problem={problemAt("name")} />
          {isSignedIn ? (
            <p class="hint">{say(language, "form.signed_in")}</p>
          ) : (
            <Answer language={language} typed={typed} problemAt={problemAt} />
          )}
          <input type="hidden" name="form" value={form} />
          <FilesField language={language} files={files} />
          <p class="actions">
            <button type="submit">{say(language, "form.send")}</button>
          </p>
        </form>
      </section>
    </>
  );
}

type Step = { key: MessageKey; href?: string };

const lock = "/account/locked";
const situations: readonly { title: MessageKey; steps: readonly Step[] }[] = [
  {
    title: "now.code",
    steps: [
      { key: "now.code.1", href: lock },
      { key: "now.code.2" },
      { key: "now.code.3", href: "/help/gave-a-code" },
      { key: "now.code.4", href: "/help/shared-seed-words" },
    ],
  },
  {
    title: "now.remote",
    steps: [
      { key: "now.remote.1" },
      { key: "now.remote.2", href: lock },
      { key: "now.remote.3", href: "/help/allowed-remote-access" },
    ],
  },
  {
    title: "now.money",
    steps: [
      { key: "now.money.1" },
      { key: "now.money.2", href: lock },
      { key: "now.money.3", href: "/help/sent-money" },
    ],
  },
];

function ThisMinute({ language }: { language: Language }) {
  return (
    <section class="notice tone-danger" aria-labelledby="now">
      <h2 id="now">{say(language, "now.title")}</h2>
      <ol>
        <li>
          <strong>{say(language, "now.hang_up")}</strong>
        </li>
        <li>{say(language, "now.no_call_back")}</li>
        <li>{say(language, "now.given")}</li>
      </ol>
      {situations.map(({ title, steps }) => (
        <details>
          <summary>{say(language, title)}</summary>
          <ol>
            {steps.map(({ key, href }) => (
              <li>
                {href ? <Linked sentence={say(language, key)} href={href} /> : say(language, key)}
              </li>
            ))}
          </ol>
        </details>
      ))}
    </section>
  );
}

type FactsProps = {
  language: Language;
  typed: Typed;
  /** What is wrong with the name. */
  problem: string | undefined;
};

function Facts({ language, typed, problem }: FactsProps) {
  return (
    <>
      <div class="field">
        <label for="claim">{say(language, "form.claim")}</label>
        <select id="claim" name="claim">
          <option value="">{say(language, "form.choose")}</option>
          {claims.map((claim) => (
            <option value={claim} selected={typed.claim === claim}>
              {say(language, `claim.${claim}`)}
            </option>
          ))}
        </select>
      </div>
      <fieldset>
        <legend>{say(language, "form.harms")}</legend>
        {harms.map((harm) => (
          <Tick
            type="checkbox"
            name={`harm_${harm}`}
            value="yes"
            isChosen={typed.harms.includes(harm)}
            label={say(language, `harm.${harm}`)}
          />
        ))}
      </fieldset>
      <Line
        name="name"
        type="text"
        label={say(language, "form.name")}
        hint={say(language, "form.name_hint")}
        problem={problem}
        value={typed.name}
        autocomplete="given-name"
        lettersMax={40}
      />
    </>
  );
}

type AnswerProps = {
  language: Language;
  typed: Pick<Typed, "answer" | "email">;
  problemAt(field: "answer" | "email"): string | undefined;
};

/** Who isn't signed in chooses: an answer to an address that is proven first, or none and nothing kept. */
function Answer({ language, typed, problemAt }: AnswerProps) {
  const problem = problemAt("answer");
  return (
    <fieldset>
      <legend>{say(language, "form.answer")}</legend>
      <div>
        {problem && (
          <p class="error" role="alert">
            {problem}
          </p>
        )}
        <Tick
          type="radio"
          name="answer"
          value="none"
          isChosen={typed.answer === "none"}
          isFocused={problem !== undefined}
          label={say(language, "form.answer.none")}
        />
        <p class="hint">{say(language, "form.answer.none_hint")}</p>
        <Tick
          type="radio"
          name="answer"
          value="email"
          isChosen={typed.answer === "email"}
          label={say(language, "form.answer.email")}
        />
        <Line
          name="email"
          type="email"
          label={say(language, "form.email")}
          hint={say(language, "form.email_hint")}
          problem={problemAt("email")}
          value={typed.email}
          autocomplete="email"
          lettersMax={254}
        />
      </div>
    </fieldset>
  );
}
