import { type Language, Linked, Notice, type Tone } from "#platform";
import type { SentAnswer } from "../asking.ts";
import type { Explanation } from "../explanation.ts";
import { say } from "../messages.ts";

type FormProps = {
  language: Language;
  /** Where one signs in; undefined for who has. */
  signInPath: string | undefined;
  typed?: string | undefined;
  error?: string | undefined;
};

/** "Did you send me this?" It posts, so that what people paste stays out of addresses and logs. */
export function SentPage({ language, signInPath, typed, error }: FormProps) {
  return (
    <>
      <header>
        <h1>{say(language, "sent.title")}</h1>
        <p class="lead">{say(language, "sent.lead")}</p>
        {signInPath !== undefined && (
          <p>
            <Linked sentence={say(language, "sent.sign_in")} href={`${signInPath}?back=%2Fsent`} />
          </p>
        )}
      </header>
      <form class="card" method="post" action="/sent" enctype="multipart/form-data">
        <label for="message">{say(language, "sent.label")}</label>
        <p class="hint" id="message-hint">
          {say(language, "sent.hint")}
        </p>
        {error && (
          <p class="error" id="message-error" role="alert">
            {error}
          </p>
        )}
        <textarea
          id="message"
          name="message"
          rows={4}
          dir="auto"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          aria-describedby={error ? "message-hint message-error" : "message-hint"}
          aria-invalid={error ? "true" : undefined}
        >
          {typed ?? ""}
        </textarea>
        <details>
          <summary>{say(language, "sent.file.summary")}</summary>
          <label for="mail">{say(language, "sent.file.label")}</label>
          <input type="file" id="mail" name="mail" accept=".eml,message/rfc822" />
        </details>
        <p class="actions">
          <button type="submit">{say(language, "sent.submit")}</button>
        </p>
      </form>
    </>
  );
}

const tones: Readonly<Record<SentAnswer["is"], Tone>> = {
  ours: "good",
  changed: "danger",
  not_ours: "danger",
  ask_signed_in: "caution",
};

type AnswerProps = {
  language: Language;
  answer: SentAnswer;
  explanation: Explanation;
  signInPath: string | undefined;
};

export function AnswerPage({ language, answer, explanation, signInPath }: AnswerProps) {
  const { heading, why, message } = explanation;
  return (
    <>
      <Notice tone={tones[answer.is]} label={say(language, "sent.title")}>
        <h1>{heading}</h1>
        <p>{why}</p>
      </Notice>
      {message && (
        <p>
          <a class="button" href={`/inbox/${message.id}`}>
            {say(language, "answer.ours.open")}
          </a>
        </p>
      )}
      {answer.is === "ask_signed_in" && signInPath !== undefined && (
        <p>
          <Linked sentence={say(language, "sent.sign_in")} href={`${signInPath}?back=%2Fsent`} />
        </p>
      )}
      <p>
        <a href="/sent">{say(language, "sent.again")}</a>
      </p>
    </>
  );
}
